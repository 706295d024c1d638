"""A build that lost its speed gives the same figures as one that has it, so its speed is held against that of the same model in
NumPy, in turn on the same machine: speed.py BPASIM"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

#: How many times as fast a draw must be. It is 7 to 8 times, on a machine without AVX-512 as well; with `opt-level = 2`, which a
#: packager may choose unseen, a draw takes twice as long.
LEAST = 4.0
TURNS = 5

top = Path(__file__).resolve().parents[2]
alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def processor_seconds(command):
    """What a command kept a core busy: on a machine that others use too it is steadier than the clock."""
    child = subprocess.Popen(list(map(str, command)), env=alone, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, command
    return used.ru_utime + used.ru_stime


def draw(command, few, many):
    """Seconds a draw takes: what more draws take more, so that neither program's beginning and end counts."""
    return (processor_seconds(command(many)) - processor_seconds(command(few))) / (many - few)


with tempfile.TemporaryDirectory() as folder:
    own = ("--threads", 1, "--no-report", "--quiet", "--force", "--out", Path(folder) / "run")
    program = lambda draws: (sys.argv[1], "run", "national", "--draws", draws, *own)
    peer = lambda draws: (sys.executable, top / "benches/peers/numpy_model.py", "--draws", draws)
    # In turn: a machine that slows down slows both. The best of each is the least disturbed.
    turns = [(draw(program, 8, 32), draw(peer, 1, 5)) for _ in range(TURNS)]

fastest, others = (min(seconds) for seconds in zip(*turns))
told = f"{1000 * fastest:.1f} ms a draw, {1000 * others:.1f} in NumPy: {others / fastest:.1f} times as fast"
assert others / fastest >= LEAST, f"{told}; {LEAST} is the least. Is the build optimised? bpasim --version --verbose"
print(told)
