"""What is simulated, as the program takes it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Union

#: A scenario: the name of a shipped one, a file, or the content of a file as a dict.
Scenario = Union[str, Path, Mapping[str, Any]]


def value(of: object) -> str:
    """A value as it is written in a scenario's file (TOML).

    Raises:
        ValueError: nothing of its kind can stand there.
    """
    if isinstance(of, bool):
        return "true" if of else "false"
    if isinstance(of, str):
        # A string of JSON is one of TOML.
        return json.dumps(of, ensure_ascii=False)
    if isinstance(of, Mapping):
        return "{" + ", ".join(f"{value(str(key))} = {value(inner)}" for key, inner in of.items()) + "}"
    if isinstance(of, Sequence):
        return "[" + ", ".join(map(value, of)) + "]"
    # Numbers of NumPy and pandas give themselves as Python's.
    item = getattr(of, "item", None)
    number = item() if callable(item) else of
    if isinstance(number, bool):
        return value(number)
    if isinstance(number, int) or isinstance(number, float) and math.isfinite(number):
        return repr(number)
    raise ValueError(f"{of!r} can't stand in a scenario; allowed: numbers, strings, true and false, lists, dicts")


def changes(sets: Mapping[str, object]) -> Iterator[str]:
    """Changes as options of the program: a word stands there without quotes."""
    for key, own in sets.items():
        yield f"--set={key}={own if isinstance(own, str) else value(own)}"


def document(scenario: Mapping[str, Any]) -> str:
    """The content of a scenario's file."""
    return "".join(f"{line}\n" for line in _lines(scenario, []))


def _lines(table: Mapping[str, Any], above: list[str]) -> Iterator[str]:
    for key, own in table.items():
        path = [*above, value(str(key))]
        if isinstance(own, Mapping) and own:
            yield from _lines(own, path)
        else:
            yield f"{'.'.join(path)} = {value(own)}"
