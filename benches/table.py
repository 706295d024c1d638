#!/usr/bin/env python3
"""How long what users wait for takes, and how time and memory grow, as one table: whole processes, each in turn, with the
machine's description. Beside the peers stands `benches/peers/run.sh`, which is run too where its tools can be had ("peers").
Every run is kept in benches/runs/. Usage: benches/table.py [analyses] [growth] [peers] (all three unless some are named).
BPASIM=program takes one that is built already. Needs Python 3 and nothing else."""

import csv
import datetime
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TURNS = 2
RUNS = []


def program():
    """The program that is measured."""
    built = os.environ.get("BPASIM")
    if built:
        return Path(built).resolve()
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=ROOT, check=True)
    return ROOT / "target/release/bpasim"


def machine():
    """The machine in a line."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        name = next(line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.processor() or "unknown processor"
    return f"{name}, {os.cpu_count()} cores; {platform.system()} {platform.release()}"


def timed(name, arguments, folder):
    """Seconds, processor seconds and peak memory (MB) of one process."""
    start = time.monotonic()
    with open(os.devnull, "wb") as nowhere, open(folder / "errors", "w+b") as errors:
        child = subprocess.Popen([PROGRAM, *arguments], cwd=folder, stdout=nowhere, stderr=errors)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            errors.seek(0)
            sys.exit(f"{' '.join(arguments)}: {errors.read().decode()}")
    found = time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    RUNS.append([name, " ".join(arguments), *(f"{x:.3f}" for x in found)])
    return found


def analyses(folder):
    """What users wait for."""
    changes = ["refund.salience=0.5", "price_response=0.2", "income_effect=0.4", "fill_grant=0.5", "wage_growth.long_run=0.01"]
    sets = [word for change in changes for word in ("--set", change)]
    rows = [
        ("the default run with its report", "", ["run", "national", "--out", "one", "--force", "--quiet"]),
        ("report, workbook and document of it", "3 s", ["report", "one", "--docx"]),
        ("decide: run and all analyses", "150 s", ["decide", "national", "--out", "two", "--force", "--quiet"]),
        ("tornado of all parameters, first full year", "10 s", ["sensitivity", "national", "--quiet", "--json"]),
        ("Sobol indices, one difference over all years", "", ["sensitivity", "national", "--of", "society_cost:B-zero",
         "--year", "total", "--method", "sobol", "--quiet", "--json"]),
        ("backtest", "60 s", ["backtest", "--out", "backtest", "--force", "--quiet"]),
        ("calibrate", "60 s", ["calibrate", "national", "--out", "calibration", "--force", "--quiet"]),
    ]
    print("| what | asked | seconds | processor | memory |\n|---|---|---|---|---|")
    for name, asked, arguments in rows:
        tell(name, asked, min(timed(name, arguments, folder) for _ in range(TURNS)))
    timed("another run", ["run", "national", *sets, "--out", "other", "--force", "--quiet", "--no-report"], folder)
    name = "compare of two runs with five changes"
    tell(name, "10 s", min(timed(name, ["compare", "one", "other"], folder) for _ in range(TURNS)))


def tell(name, asked, found):
    print(f"| {name} | {asked} | {found[0]:.1f} | {found[1]:.1f} | {found[2]:.0f} MB |", flush=True)


def scenario(folder, name, units=None, models=None):
    """A scenario of the country with so many units and models."""
    text = f'format = 1\nextends = "national"\n[scenario]\nname = "{name}"\ntitle = {{ nb = "M", nn = "M", en = "M" }}\n'
    if units:
        source = ROOT / "scenarios/data/municipalities.csv"
        lines = [line for line in source.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        table = list(csv.DictReader(lines))
        table = [row for row in table if row["id"] != "0301"]
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, table[0].keys())
            out.writeheader()
            for n in range(units):
                row = dict(table[n % len(table)])
                if n >= len(table):
                    row["id"], row["name"] = f"X{n:05}", f"Unit {n}"
                out.writerow(row)
        text += f'units = "{name}.csv"\n'
    if models:
        text += 'models = ["zero", ' + ", ".join(f'"M{m}"' for m in range(1, models)) + "]\n"
        for m in range(1, models):
            words = f'{{ nb = "Modell {m}", nn = "Modell {m}", en = "Model {m}" }}'
            text += f'[financing.M{m}]\nextends = "B"\nhour_grant = {{ rate = 0.{m:03} }}\n'
            text += f"title = {words}\nshort = {words}\ndescription = {words}\n"
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return f"{name}.toml"


def growth(folder):
    """How time and memory grow: two sizes of each kind, and what one more costs."""
    def run(name, source, draws, *more):
        arguments = ["run", source, "--draws", str(draws), "--out", "grown", "--force", "--quiet", "--no-report", *more]
        return min(timed(name, arguments, folder) for _ in range(TURNS))

    units = lambda n: scenario(folder, f"u{n}", units=n)
    # Four times the country, so that ten million have room in it, of whom one in ten has assistance at first.
    country = units(1424)
    persons = lambda n: run("persons", country, 4, "--set", f"recipients_total={n // 10}", "--set", "pool_ratio=9")
    models = lambda n: scenario(folder, f"m{n}", models=n)
    kinds = [
        ("draws", [256, 1024, 4096], lambda n: run("draws", "national", n)),
        ("years", [5, 10, 20], lambda n: run("years", "national", 128, "--years", str(n))),
        ("units", [356, 1424, 5000], lambda n: run("units", units(n), 64)),
        ("persons in the first year", [100_000, 1_000_000, 10_000_000], persons),
        ("models", [2, 3, 10, 40], lambda n: run("models", models(n), 64)),
    ]
    print("| how many | processor seconds | one more costs (ms) | memory |\n|---|---|---|---|")
    for kind, sizes, of in kinds:
        found = [of(n) for n in sizes]
        more = [1000 * (b[1] - a[1]) / (m - n) for a, b, n, m in zip(found, found[1:], sizes, sizes[1:])]
        seconds, memory = (", ".join(f"{x[i]:.{d}f}" for x in found) for i, d in ((1, 1), (2, 0)))
        print(f"| {kind}: {', '.join(map(str, sizes))} | {seconds} | {', '.join(f'{x:.3g}' for x in more)} | {memory} MB |",
              flush=True)


def peers(_):
    """The same model beside NumPy and Numba."""
    subprocess.run([ROOT / "benches/peers/run.sh"], env={**os.environ, "BPASIM": str(PROGRAM)}, check=True)


PROGRAM = program()
KINDS = {"analyses": analyses, "growth": growth, "peers": peers}
print(f"# {machine()}; {subprocess.run([PROGRAM, '--version'], capture_output=True, text=True, check=True).stdout.strip()}; "
      f"best of {TURNS}, processor seconds of all cores together\n")
with tempfile.TemporaryDirectory() as place:
    try:
        for wanted in sys.argv[1:] or KINDS:
            KINDS[wanted](Path(place))
            print()
    finally:
        if RUNS:
            kept = ROOT / "benches/runs"
            kept.mkdir(exist_ok=True)
            file = kept / f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%dT%H%MZ}.csv"
            with open(file, "w", encoding="utf-8", newline="") as out:
                out.write(f"# {machine()}\n")
                csv.writer(out).writerows([["what", "command", "seconds", "processor_seconds", "peak_mb"], *RUNS])
            print(f"every run: {file.relative_to(ROOT)}")
