"""Who pays for user-controlled personal assistance (BPA) in Norway, from Python.

The module starts the program that the wheel carries and reads the files it writes; it computes nothing itself, and
nothing is fetched from a network.

>>> import bpasim
>>> run = bpasim.run("oslo", draws=4, sets={"fill_grant": 1.0})
>>> run.about["draws"]
4
>>> summary = run.summary.to_pandas()
>>> costs = bpasim.case(age=40, need=60, granted=45)

Input that is wrong raises :class:`ValueError` with the program's own message; whatever else fails raises
:class:`ProgramError`, a :class:`RuntimeError` that knows the exit code. Ctrl-C ends the program too, and raises
:class:`KeyboardInterrupt`.
"""

from ._commands import Found, Language, case, compare, describe, run, sensitivity
from ._program import Progress, ProgramError, ProgramWarning, program
from ._results import Results, Table

__all__ = [
    "Found",
    "Language",
    "Progress",
    "ProgramError",
    "ProgramWarning",
    "Results",
    "Table",
    "case",
    "compare",
    "describe",
    "program",
    "run",
    "sensitivity",
]
