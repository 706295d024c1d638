"""Finds the program, starts it, follows it, ends it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Union

#: How progress is followed: not at all, as lines on standard error, or by a function that is given the share that is done,
#: from 0 to 1, at each tenth.
Progress = Union[bool, Callable[[float], None]]

#: Exit codes of the program; what each means stands in its guide, on the page of files.
_INPUT, _INTERRUPTED = 2, 130

#: How long the program has to end by itself once it is interrupted. It promises one second; a busy machine needs more.
_SECONDS_TO_END = 10.0

#: What asks the program for the share that is done, and the line that tells it.
_SHARES = {"BPASIM_PROGRESS": "share"}
_PERCENT = re.compile(r"^(\d{1,3}) %$")
#: A line that tells how much time is left, in each of the three languages.
_LEFT = re.compile(r"^Simul(?:erer|ating): ")


class ProgramError(RuntimeError):
    """The program failed, though the input is not wrong: a full disk, a precision not reached, a fault in it.

    Attributes:
        exit_code: that of the program; negative if a signal ended it.
    """

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class ProgramWarning(UserWarning):
    """What the program told of a command that succeeded, such as what became of an edited file."""


def program() -> Path:
    """The program that is started: the file that the environment variable BPASIM names, else the one that was installed
    with this module, else the one on the path.

    Raises:
        FileNotFoundError: there is none.
    """
    for place in _places():
        if place.is_file():
            return place
    raise FileNotFoundError("bpasim: the program was not found; install the wheel anew, or let BPASIM name the file")


def _places() -> Iterator[Path]:
    name = "bpasim" + (sysconfig.get_config_var("EXE") or "")
    own = os.environ.get("BPASIM")
    if own:
        # What is named and isn't there is an error, not a reason to start another one.
        yield Path(own)
        return
    yield Path(sysconfig.get_path("scripts")) / name
    user = "nt_user" if os.name == "nt" else "posix_user"
    yield Path(sysconfig.get_path("scripts", user)) / name
    # Where `pip install --target` puts it.
    yield Path(__file__).resolve().parent.parent / "bin" / name
    on_path = shutil.which("bpasim")
    if on_path:
        yield Path(on_path)


def call(arguments: Sequence[str], progress: Progress = False) -> str:
    """Starts the program with these arguments, follows it to its end, and gives what it printed.

    Raises:
        ValueError: the input is wrong; the message is the program's.
        ProgramError: it failed otherwise.
        KeyboardInterrupt: it, or this process, was interrupted.
    """
    command = [str(program()), *arguments]
    # What is printed goes to a file: nobody needs to read it while the program runs.
    environment = {**os.environ, **_SHARES} if callable(progress) else None
    with tempfile.TemporaryFile() as printed:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
            env=environment,
        )
        try:
            told = _follow(child, progress)
            code = child.wait()
        except BaseException:
            # Ctrl-C, or an error in the caller's own function: the program is not left alone.
            _end(child)
            raise
        finally:
            if child.stderr:
                child.stderr.close()
        _judge(code, "\n".join(told))
        for line in told if progress is False else ():
            # Told of the line that called `run`, `compare` or their like.
            warnings.warn(line, ProgramWarning, stacklevel=3)
        printed.seek(0)
        return printed.read().decode("utf-8")


def _follow(child: subprocess.Popen[str], progress: Progress) -> list[str]:
    """Passes on how far it has come; gives the other lines."""
    told = []
    for line in child.stderr or ():
        percent = _PERCENT.match(line) if callable(progress) else None
        if percent and callable(progress):
            progress(int(percent[1]) / 100)
        elif progress is True and _LEFT.match(line):
            print(line, end="", file=sys.stderr, flush=True)
        elif not _LEFT.match(line):
            told.append(line.rstrip("\n"))
    return told


def _end(child: subprocess.Popen[str]) -> None:
    """Interrupts the program, which keeps its finished draws and leaves nothing half-written; kills it if it doesn't end."""
    if child.poll() is not None:
        return
    if os.name == "nt":
        child.terminate()
    else:
        child.send_signal(signal.SIGINT)
    try:
        child.wait(_SECONDS_TO_END)
    except BaseException:
        # Its time is out, or the user is impatient.
        child.kill()
        child.wait()


def _judge(code: int, told: str) -> None:
    if code == 0:
        return
    if code == _INPUT:
        raise ValueError(told)
    if code == _INTERRUPTED or code == -signal.SIGINT:
        raise KeyboardInterrupt(told)
    raise ProgramError(told or f"bpasim ended with exit code {code}", code)
