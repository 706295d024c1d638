"""The module where nothing but the wheel is installed: the program is found, run, interrupted and fails as it should."""

import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from pathlib import Path

import bpasim
from bpasim import _scenario


def refused(kind, call, *words):
    """What is told when a call fails as it should."""
    try:
        call()
    except kind as error:
        for word in words:
            assert word in str(error), (word, str(error))
        return error
    raise AssertionError(f"{kind} was not raised")


here = Path.cwd()
assert bpasim.program().parent == Path(sys.executable).parent

# A run whose place nobody chose lies in a folder that goes away with it, and is the same as the program's own.
results = bpasim.run("oslo", draws=2, years=3, sets={"fill_grant": 1, "financing.B.refund.rate": 0.95})
folder = results.path
line = ["run", "oslo", "--draws", "2", "--years", "3", "--set", "fill_grant=1", "--set", "financing.B.refund.rate=0.95"]
line += ["--no-report", "--fingerprint", "--quiet", "--out", "own"]
printed = subprocess.run([str(bpasim.program()), *line], check=True, capture_output=True, text=True).stdout
assert printed.strip() == results.fingerprint, printed
assert results.about["draws"] == 2 and not (folder / "report.html").exists()
assert bpasim.Results("own").fingerprint == results.fingerprint
refused(ImportError, lambda: len(results.summary), "pip install 'bpasim[tables]'")
table = results.summary
del results
assert folder.is_dir(), "a folder went away while one of its tables was known"
del table
assert not folder.exists(), "a folder stays that nobody knows of"

# Progress: tenths, in order, to the end. What the caller's own function raises ends the program.
shares = []
bpasim.run("oslo", draws=20, years=3, progress=shares.append)
assert shares and shares == sorted(shares) and shares[-1] == 1.0, shares


def fails(share):
    raise KeyError("own")


refused(KeyError, lambda: bpasim.run("national", draws=500, out="ended", progress=fails), "own")
assert not Path("ended").exists()

# Input that is wrong: the program's own message, in the language asked for.
refused(ValueError, lambda: bpasim.run("oslo", sets={"fill_grantt": 1}, lang="en"), "fill_grantt", "did you mean «fill_grant»?")
refused(ValueError, lambda: bpasim.run("oslo", draws=0))
refused(ValueError, lambda: bpasim.run("nowhere.toml"), "nowhere.toml")
refused(ValueError, lambda: bpasim.run("--help-me"), "--help-me")
refused(ValueError, lambda: bpasim.case(age=40, need=10, granted=45, lang="en"), "--granted")
refused(ValueError, lambda: bpasim.compare("own", "nothing"), "nothing")
refused(ValueError, lambda: bpasim.Results("nothing"), "run.json")
refused(ValueError, lambda: bpasim.Results("own").table("sumary"), "summary")
refused(ValueError, lambda: bpasim.Results("own").draws, "keep_draws=True")
# An edited file is kept and told of.
bpasim.run("oslo", draws=2, years=3, out="edited")
with (Path("edited") / "summary.csv").open("a") as file:
    file.write("own\n")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    bpasim.run("oslo", draws=2, years=3, out="edited", force=True)
assert any(issubclass(w.category, bpasim.ProgramWarning) and "summary.edited" in str(w.message) for w in caught), caught
# A precision that can't be reached is no wrong input, and its results stand.
missed = refused(bpasim.ProgramError, lambda: bpasim.run("oslo", draws=40, years=3, precision=1e-6, out="missed"))
assert missed.exit_code == 1 and isinstance(missed, RuntimeError)
assert bpasim.Results("missed").about["draws"] > 0

# A scenario as a dict is the file of the same content; where it is wrong, nothing is left.
own = {"format": 1, "extends": "oslo", "scenario": {"name": "mitt", "horizon": 3}, "parameters": {"price_response": {"value": 0.2}}}
by_dict = bpasim.run(own, draws=2, out="by-dict")
Path("own.toml").write_text(
    'format = 1\nextends = "oslo"\n[scenario]\nname = "mitt"\nhorizon = 3\n[parameters.price_response]\nvalue = 0.2\n'
)
by_file = bpasim.run("own.toml", draws=2)
assert by_dict.fingerprint == by_file.fingerprint and by_dict.about["scenario"]["name"] == "mitt"
wrong = {**own, "scenario": {"name": "galt", "horizn": 3}}
refused(ValueError, lambda: bpasim.run(wrong, out="wrong"), "horizn")
assert not list(here.glob("wrong*")), list(here.glob("wrong*"))
refused(ValueError, lambda: bpasim.run(wrong, out="by-dict"), "by-dict-scenario.toml")
assert _scenario.value({"a b": [1, 0.5, True, "«å»\n\t\"\\"]}) == '{"a b" = [1, 0.5, true, "«å»\\n\\t\\"\\\\"]}'
for impossible in (float("nan"), float("inf"), None, {1}):
    refused(ValueError, lambda: _scenario.value(impossible))

# The other commands.
found = bpasim.compare(by_dict, "own", draws=2)
assert isinstance(found, dict) and found
case = bpasim.case(age=40, need=60, granted=45, other_cost=300000, relatives=1)
assert {"zero", "A", "B"} <= set(case["models"]) and case["models"]["zero"]["bpa_cost"]
assert case["models"] == bpasim.case(age=40, need=60, granted=45, other_cost=300000, relatives=1, scenario="national")["models"]
assert "fill_grant" in bpasim.describe("fill_grant", lang="en") and len(bpasim.describe().splitlines()) > 100
studied = bpasim.sensitivity("oslo", parameter=["fill_grant"], draws=8, sets={"price_response": 0.1})
assert studied["about"]["scenario"] == "oslo", studied["about"]

# Ctrl-C: the program ends too, and nothing half-written is left; the same call then goes on and gives the same results.
before = set(here.iterdir())


# A shell has what it starts in the background ignore the signal, and Python keeps to that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def interrupt():
    time.sleep(2)
    os.kill(os.getpid(), signal.SIGINT)


threading.Thread(target=interrupt).start()
begun = time.monotonic()
refused(KeyboardInterrupt, lambda: bpasim.run("national", draws=512, out="stopped"))
assert time.monotonic() - begun < 15
assert not Path("stopped").exists()
children = subprocess.run(["ps", "--ppid", str(os.getpid()), "-o", "comm="], capture_output=True, text=True).stdout
assert "bpasim" not in children, children
visible = {path for path in set(here.iterdir()) - before if not path.name.startswith(".")}
assert not visible, visible
assert bpasim.run("national", draws=512, out="stopped").about["draws"] == 512
print("the wheel alone: sound")
