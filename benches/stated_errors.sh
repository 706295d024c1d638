#!/usr/bin/env bash
# Whether the Monte Carlo errors that a run states are as large as what it would differ by with another seed: the national
# scenario with many seeds, and for every kind of figure the spread between seeds over the error that was stated (1 is right,
# above 1 the error was stated too small), and how often a seed lies within two stated errors of the mean of the others (95
# of 100 of a normal error known exactly, 94 of one told from sixteen scramblings). With "random" as a third word the same of
# independent draws, and what evenly spread points are worth beside them.
# Usage: benches/stated_errors.sh [draws, 256] [seeds, 40] [random]. Needs Python 3.
set -euo pipefail
cd "$(dirname "$0")/.."
draws=${1:-256}
seeds=${2:-40}
program=${BPASIM:-target/release/bpasim}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
[ -n "${BPASIM:-}" ] || cargo build --release --locked --quiet
for sampling in sobol ${3:-}; do
    for seed in $(seq "$seeds"); do
        "$program" run national --draws "$draws" --seed "$seed" --sampling "$sampling" --no-report --quiet --fresh \
            --out "$out/$sampling-$seed" >/dev/null
        (cd "$out/$sampling-$seed" && find . -type f ! -name summary.csv ! -name units.csv -delete)
    done
done
python3 - "$out" "$seeds" "$draws" ${3:-} <<'PY'
import csv, math, statistics, sys

folder, seeds, draws, other = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]
HEADLINES = ["state_net", "municipality_net_bpa", "municipality_net", "society_cost", "relatives_hours", "unmet_hours",
             "recipients", "delivered_hours", "users_employed"]
# A figure and the error stated for it.
STATED = [("mean", "mcse"), ("p05", "mcse_p05"), ("p95", "mcse_p95"), ("probability_below_zero", "mcse_probability"),
          ("mean_mechanical", "mcse_mechanical")]
UNIT_ENDS = [f"{year}_{figure}_{end}" for year in ("first", "full_effect", "last")
             for figure in ("municipality_net", "change") for end in ("p05", "p95")]


def lines(sampling, seed, name):
    with open(f"{folder}/{sampling}-{seed}/{name}", encoding="utf-8") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))


def summaries(sampling):
    """Of every figure of the headlines its numbers by seed, each with its stated error."""
    found = {}
    for seed in range(1, seeds + 1):
        for row in lines(sampling, seed, "summary.csv"):
            if row["outcome"] not in HEADLINES:
                continue
            key = row["outcome"], row["model"], row["year"], row["basis"], row["statistic_of"]
            for figure, error in STATED:
                if row.get(figure) and row.get(error):
                    found.setdefault((figure, key), []).append((float(row[figure]), float(row[error])))
    return {key: own for key, own in found.items() if len(own) == seeds and any(error > 0 for _, error in own)}


def told(name, figures):
    ratios, within, all_seeds = [], 0, 0
    for own in figures:
        numbers, errors = [x for x, _ in own], [e for _, e in own]
        stated = math.sqrt(statistics.fmean(e * e for e in errors))
        ratios.append(statistics.stdev(numbers) / stated)
        total = sum(numbers)
        for x, error in own:
            others = (total - x) / (seeds - 1)
            within += abs(x - others) <= 2 * error * math.sqrt(seeds / (seeds - 1))
            all_seeds += 1
    if ratios:
        ratios.sort()
        low, high = ratios[len(ratios) // 20], ratios[-1 - len(ratios) // 20]
        print(f"  {name:34} {len(ratios):6} figures: spread / stated {statistics.median(ratios):5.2f}"
              f" (nine in ten {low:.2f} to {high:.2f}), within two errors {100 * within / all_seeds:5.1f} %")


def units(sampling):
    """The ends of municipalities' intervals by seed."""
    found = {}
    for seed in range(1, seeds + 1):
        for row in lines(sampling, seed, "units.csv"):
            for figure in UNIT_ENDS:
                # A column that is not there is an error: nothing would be checked without it.
                found.setdefault((figure, row["id"], row["model"]), []).append(float(row[figure]))
    return {key: own for key, own in found.items() if len(own) == seeds}


def told_units(ends):
    """How far the ends of municipalities' intervals move from seed to seed, as a share of the interval's width."""
    for name in ("municipality_net", "change"):
        moved = []
        for (figure, unit, model), low in ends.items():
            if figure.endswith(f"_{name}_p05"):
                high = ends[figure.replace("p05", "p95"), unit, model]
                width = statistics.fmean(high) - statistics.fmean(low)
                moved += [statistics.stdev(end) / width for end in (low, high) if width > 0]
        moved.sort()
        print(f"  {'ends of municipalities, ' + name:34} {len(moved):6} figures: spread / width of the interval"
              f" {statistics.median(moved):5.3f} (nineteen in twenty below {moved[len(moved) * 19 // 20]:.3f})")


all_of = {}
for sampling in ["sobol", *other]:
    print(f"{sampling}, {draws} draws, {seeds} seeds")
    own = all_of[sampling] = summaries(sampling)
    for figure, _ in STATED:
        for name, is_of in (("levels", lambda k: k[4] == "level"), ("differences", lambda k: k[4] != "level")):
            told(f"{figure}, {name}", [v for (f, k), v in own.items() if f == figure and is_of(k)])
    told_units(units(sampling))
for sampling in other:
    print(f"standard deviation between seeds, {sampling} / sobol, differences to the zero alternative")
    for headline in HEADLINES:
        ratios = []
        for (figure, key), own in all_of["sobol"].items():
            there = all_of[sampling].get((figure, key))
            if figure == "mean" and key[0] == headline and key[4] == "difference_to_zero" and there:
                spread = statistics.stdev(x for x, _ in own)
                if spread > 0:
                    ratios.append(statistics.stdev(x for x, _ in there) / spread)
        if ratios:
            middle = statistics.median(ratios)
            print(f"  {headline:34} {middle:6.2f}   as good as {middle * middle:5.1f} times the draws")
PY
