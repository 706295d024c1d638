#!/usr/bin/env python3
"""The bridge between two versions of the model: scenarios/data/version_bridge.csv.

    benches/version_bridge.py OLD NEW [DRAWS] > scenarios/data/version_bridge.csv

OLD and NEW are the two programs. What can be turned off in the new version is turned off group by group, each run with the
groups before it off too, on the same persons; what is left of the difference are the changes that cannot be turned off. Runs
stand in a scratch folder and are removed.
"""
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

# Groups from the last change to the first, in which they are turned off, and what turns each off: the value of the old version, or
# none. The order of the columns is the other way: from the old version to the new.
GROUPS = [
    ("drift", ["norm_drift.A=0", "admission_drift.A=0"]),
    ("income_effect", ["income_effect=0"]),
    ("responses", [
        "price_response={ pert = [0, 0.1, 0.3] }", "award_response={ pert = [0, 0.25, 0.8] }",
        "work_response={ pert = [0, 0.9, 2.2] }", "education_response={ pert = [0, 0.9, 2] }",
        "admission_response={ pert = [0, 0.6, 1.4] }", "state_squeeze={ pert = [0, 0.003, 0.015] }",
        "squeeze_admission=0",
    ]),
    # Terms of refund for all, as before; what that pays to persons who are not simulated is taken out again below.
    ("scope", ["financing.B.refund.scope=all", "scheme_response=0"]),
    ("threshold", ["threshold_extra_growth=0"]),
    ("relatives", ["relative_baseline_factor=0"]),
    ("growth", [
        "recipients_growth=0.036", "exit_rate={ pert = [0.01, 0.02, 0.04] }", "award_shock_sd=0",
        "need_trend={ pert = [0, 0.01, 0.03] }",
    ]),
]
FIRST, LAST = 2029, 2043
LEVELS = ["recipients", "delivered_hours", "bpa_cost", "municipality_net", "state_net", "refund", "relatives_hours",
          "relatives_lost_fte", "unmet_hours"]
CHANGES = ["delivered_hours", "municipality_net", "state_net", "refund", "relatives_hours", "relatives_lost_fte", "unmet_hours"]
# Outcome, model, compared with, year (none: the whole period, present value).
FIGURES = (
    [(outcome, "zero", "", FIRST) for outcome in LEVELS]
    + [(outcome, "zero", "", LAST) for outcome in ["recipients", "bpa_cost", "municipality_net", "refund", "relatives_hours"]]
    + [(outcome, model, "zero", FIRST) for model in "AB" for outcome in CHANGES]
    + [("state_net", model, "zero", LAST) for model in "AB"]
    + [("society_cost", "zero", "", None)]
    + [("society_cost", model, "zero", None) for model in "AB"]
)
# What the rest of the scheme gets, which is no part of the figures of the old version.
REST = {"municipality_net": -1, "state_net": 1}


def run(program, draws, settings):
    """The means of a run, by outcome, model, compared model, year and basis, and the model's number."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out"
        command = [program, "run", "national", "--draws", str(draws), "--models", "A,B", "--no-report", "--out", str(out)]
        for setting in settings:
            command += ["--set", setting]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        means = {}
        with open(out / "summary.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                of = row["statistic_of"].removeprefix("difference_to_") if row["statistic_of"] != "level" else ""
                key = (row["outcome"], row["model"], of, int(row["year"]) if row["year"] else None, row["basis"])
                means[key] = (float(row["mean"]), float(row["mcse"] or 0))
        return means, json.loads((out / "run.json").read_text(encoding="utf-8"))["model_number"]


def basis(outcome, year, means):
    money = (outcome, "zero", "", year if year else FIRST, "fixed") in means
    return ("fixed" if year else "present_value") if money else "count"


def figure(means, outcome, model, other, year):
    at = basis(outcome, year, means)
    mean, error = means[outcome, model, other, year, at]
    if outcome in REST:
        mean -= REST[outcome] * means.get(("scheme_reform", model, other, year, at), (0, 0))[0]
    return mean, error


def main():
    old, new = sys.argv[1:3]
    draws = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    before, number_before = run(old, draws, [])
    runs, number_after = [], None
    for off in range(len(GROUPS) + 1):
        settings = [setting for _, own in GROUPS[:off] for setting in own]
        means, number_after = run(new, draws, settings)
        runs.append(means)
    names = [name for name, _ in GROUPS]
    print("# The bridge from version 1 to version 2 of the model, means of the national scenario in the run's fixed kroner.")
    print(f"# Made by benches/version_bridge.py OLD NEW {draws}. Columns of steps: what each group of changes adds, in this order.")
    print(f"# model_before={number_before} model_after={number_after} draws={draws}")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["outcome", "model", "minus", "year", "basis", "before", "error_before", "not_switchable", *reversed(names), "after", "error_after"])
    for of in FIGURES:
        values = [figure(means, *of)[0] for means in runs]
        (was, error_before), (now, error_after) = figure(before, *of), figure(runs[0], *of)
        steps = [values[off] - values[off + 1] for off in range(len(GROUPS))]
        row = [was, error_before, values[-1] - was, *reversed(steps), now, error_after]
        outcome, model, other, year = of
        out.writerow([outcome, model, other, year or "", basis(outcome, year, runs[0]), *(f"{x:.10g}" for x in row)])


if __name__ == "__main__":
    main()
