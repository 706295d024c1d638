"""The program's commands as functions."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Optional, Union

from ._program import Progress, ProgramError, call
from ._results import Results, TemporaryFolder
from ._scenario import Scenario, changes, document

#: Language of messages, pages and labels.
Language = Literal["nb", "nn", "en"]

#: What an analysis found, as the program tells it in JSON.
Found = dict[str, Any]

#: The program's exit code where what was asked for did not hold, and what was found is written.
_NOT_HELD = 1

#: What an option may be given: none leaves the program's own choice.
_Option = Union[None, bool, int, float, str, Path, Sequence[str]]


def run(
    scenario: Scenario = "national",
    *,
    draws: Optional[int] = None,
    sets: Optional[Mapping[str, object]] = None,
    models: Optional[Sequence[str]] = None,
    years: Optional[int] = None,
    seed: Optional[int] = None,
    replicates: Optional[int] = None,
    sampling: Optional[Literal["random", "sobol"]] = None,
    precision: Optional[float] = None,
    posterior: Optional[Union[str, Path]] = None,
    mechanical: bool = False,
    keep_draws: bool = False,
    report: bool = False,
    out: Optional[Union[str, Path]] = None,
    force: bool = False,
    threads: Optional[int] = None,
    progress: Progress = False,
    lang: Language = "nb",
) -> Results:
    """Simulates a scenario under its financing models.

    Args:
        scenario: a shipped scenario's name, a file, or the content of a file as a dict. Files that a dict names are told
            with their whole path.
        draws: how many draws; 1 000 unless told.
        sets: assumptions and levers that are changed, such as ``{"fill_grant": 1, "financing.B.refund.rate": 0.95}``.
        models: models compared; the zero alternative is always there.
        keep_draws: keep every draw, for ``Results.draws`` and ``Results.drawn_parameters``.
        report: write ``report.html``, workbook and figures too.
        out: the folder of the results. Without one they lie in a temporary folder, which goes away with the object.
        progress: ``True`` for lines on standard error, or a function that is given the share that is done.

    Returns:
        The results, whose tables are read when they are asked for.

    Raises:
        ValueError: something in the input is wrong; the message is the program's own.
        ProgramError: it failed otherwise. Where a wished precision wasn't reached (exit code 1), ``out`` has the results.
        KeyboardInterrupt: Ctrl-C. With ``out`` the finished draws are kept, and the same call goes on with them.

    >>> results = run("oslo", draws=4, years=3)
    >>> len(results.units) > 0
    True
    """
    keeper = None
    if out is None:
        keeper = TemporaryFolder()
        out = keeper.path / "results"
    options: dict[str, _Option] = {
        "--draws": draws, "--models": models and ",".join(models), "--years": years, "--seed": seed,
        "--replicates": replicates, "--sampling": sampling, "--precision": precision, "--posterior": posterior,
        "--mechanical": mechanical, "--keep-draws": keep_draws, "--no-report": not report, "--out": out,
        "--force": force, "--threads": threads, "--quiet": progress is False,
    }  # fmt: skip
    with _as_argument(scenario, Path(out)) as source:
        call(["run", source, *_words(options), *changes(sets or {}), f"--lang={lang}"], progress)
    return Results(out, keeper)


def compare(
    first: Union[Results, str, Path],
    second: Union[Results, str, Path],
    *,
    draws: Optional[int] = None,
    shapley: bool = False,
    of: Optional[str] = None,
    threads: Optional[int] = None,
    lang: Language = "nb",
) -> Found:
    """Which assumptions differ between two runs, and what each does to the differences between models.

    Args:
        first, second: results, or folders of runs.
        draws: draws a step of the bridge between them.
        shapley: share what assumptions do together among them, whatever their order.
        of: the outcome that the bridge is about.

    >>> a = run("oslo", draws=4, years=3)
    >>> b = run("oslo", draws=4, years=3, sets={"fill_grant": 1.0})
    >>> found = compare(a, b, draws=4)
    """
    options: dict[str, _Option] = {"--draws": draws, "--shapley": shapley, "--of": of, "--threads": threads}
    return _found(["compare", _folder(first), _folder(second), *_words(options), "--json", f"--lang={lang}"])


def case(
    *,
    age: float,
    need: float,
    granted: float,
    other_cost: Optional[float] = None,
    relatives: Optional[float] = None,
    intellectual: bool = False,
    rapid: bool = False,
    year: Optional[int] = None,
    vacancy: Optional[float] = None,
    break_weeks: Optional[float] = None,
    waiting_months: Optional[float] = None,
    need_before: Optional[float] = None,
    zone: Optional[str] = None,
    scenario: Scenario = "national",
    sets: Optional[Mapping[str, object]] = None,
    models: Optional[Sequence[str]] = None,
    lang: Language = "nb",
) -> Found:
    """One person under every model, step by step: hours and amounts with formula and source.

    Args:
        age: years. ``need`` and ``granted`` are hours a week, ``other_cost`` kroner a year for other services.

    >>> "bpa_cost" in case(age=40, need=60, granted=45)["models"]["B"]
    True
    """
    options: dict[str, _Option] = {
        "--age": age, "--need": need, "--granted": granted, "--other-cost": other_cost, "--relatives": relatives,
        "--intellectual": intellectual, "--rapid": rapid, "--year": year, "--vacancy": vacancy,
        "--break-weeks": break_weeks, "--waiting-months": waiting_months, "--need-before": need_before, "--zone": zone,
        "--models": models and ",".join(models),
    }  # fmt: skip
    with _as_argument(scenario) as source:
        arguments = [f"--scenario={source}", *_words(options), *changes(sets or {})]
        return _found(["case", *arguments, "--json", f"--lang={lang}"])


def describe(
    *words: str,
    scenario: Scenario = "variants",
    sets: Optional[Mapping[str, object]] = None,
    lang: Language = "nb",
) -> str:
    """What a parameter, lever, model, outcome or scenario is; everything that some words are about; or, without words, all
    there is: value, unit, year, status, source, meaning.

    >>> "fill_grant" in describe("fill_grant", lang="en")
    True
    """
    with _as_argument(scenario) as source:
        return call(["describe", f"--scenario={source}", *changes(sets or {}), f"--lang={lang}", "--", *words])


def sensitivity(
    about: Union[Scenario, Results] = "national",
    *,
    of: Sequence[str] = (),
    year: Optional[Union[int, str]] = None,
    method: Sequence[str] = ("tornado",),
    parameter: Sequence[str] = (),
    draws: Optional[int] = None,
    points: Optional[int] = None,
    second_order: bool = False,
    groups: bool = False,
    target: Optional[float] = None,
    sets: Optional[Mapping[str, object]] = None,
    models: Optional[Sequence[str]] = None,
    seed: Optional[int] = None,
    threads: Optional[int] = None,
    progress: Progress = False,
    lang: Language = "nb",
) -> Found:
    """What decides a figure.

    Args:
        about: a scenario, or the results of a run, which gives its own draws to ``regression`` and ``evppi``.
        of: figures, such as ``["state_net:B-zero"]``.
        method: ``tornado``, ``regression``, ``sobol``, ``evppi``, ``breakeven``, ``two-way``, ``signs``.
        parameter: the assumptions of ``breakeven`` and ``two-way``.

    >>> found = sensitivity("oslo", of=["state_net:B-zero"], draws=8)
    """
    options: dict[str, _Option] = {
        "--of": of, "--year": year, "--method": ",".join(method), "--parameter": parameter, "--draws": draws,
        "--points": points, "--second-order": second_order, "--groups": groups, "--target": target,
        "--models": models and ",".join(models), "--seed": seed, "--threads": threads, "--quiet": progress is False,
    }  # fmt: skip
    scenario = about.path if isinstance(about, Results) else about
    with _as_argument(scenario) as source:
        arguments = [source, *_words(options), *changes(sets or {})]
        return _found(["sensitivity", *arguments, "--json", f"--lang={lang}"], progress)


def _found(arguments: Sequence[str], progress: Progress = False) -> Found:
    told = call(arguments, progress)
    found: Found = json.loads(told)
    return found


def _folder(of: Union[Results, str, Path]) -> str:
    return str(of.path if isinstance(of, Results) else of)


def _words(options: Mapping[str, _Option]) -> Iterator[str]:
    for option, own in options.items():
        if own is True:
            yield option
        elif own is None or own is False:
            continue
        elif isinstance(own, Sequence) and not isinstance(own, str):
            yield from (f"{option}={one}" for one in own)
        else:
            yield f"{option}={own}"


@contextmanager
def _as_argument(scenario: Scenario, out: Optional[Path] = None) -> Iterator[str]:
    """A scenario as a word on the command line. A dict becomes a file: beside the results, where whoever compares or
    repeats the run finds it, else one for as long as the command takes.

    Raises:
        ValueError: the file that a dict would become is there already with another content.
    """
    if not isinstance(scenario, Mapping):
        yield os.fspath(scenario)
        return
    content = document(scenario)
    if out is None:
        with tempfile.TemporaryDirectory(prefix="bpasim-") as folder:
            file = Path(folder) / "scenario.toml"
            file.write_text(content, encoding="utf-8")
            yield str(file)
        return
    file = out.with_name(f"{out.name}-scenario.toml")
    made = not file.exists()
    if not made and file.read_text(encoding="utf-8") != content:
        raise ValueError(f"{file}: another scenario stands here already; choose another folder for the results")
    if made:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    try:
        yield str(file)
    except (ValueError, ProgramError) as error:
        # Where nothing was written, nothing of it is left; an interrupted run needs it to go on.
        if made and getattr(error, "exit_code", 0) != _NOT_HELD:
            file.unlink(missing_ok=True)
        raise
