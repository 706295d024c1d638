#!/usr/bin/env python3
"""Holds a peer's means against the program's: agree.py MEANS.csv RUN_FOLDER [--within 4]

MEANS.csv is written by `numpy_model.py --out` or `numba_model.py --out`, RUN_FOLDER by `bpasim run national`. Every
mean that both have is compared, of levels and of paired differences, in standard errors of the difference between the
two programs. Where both are without chance they have to be equal to a millionth. Exit code 1 if any core outcome is
further away.
"""
import argparse
import csv
import sys
from collections import defaultdict
from pathlib import Path

# Quantiles and inequality are read from bins in the program, with an error of their own.
BINNED = {"coverage_p90_p10": 2e-3, "coverage_gini": 2e-3}


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f)


def program(folder):
    """{(outcome, model, year, basis, what): (mean, standard error)}"""
    found = {}
    for r in rows(folder / "summary.csv"):
        year = "total" if r["period"] == "total" else r["year"]
        found[r["outcome"], r["model"], year, r["basis"], r["statistic_of"]] = float(r["mean"]), float(r["mcse"] or 0)
    for r in rows(folder / "ledger.csv"):
        if r["view"] == "accrual":
            key = f"ledger.{r['item']}.{r['payer']}"
            found[key, r["model"], r["year"], "nominal", "level"] = float(r["mean"]), float(r["standard_error"] or 0)
    return found


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("means", type=Path)
    arg.add_argument("run", type=Path)
    arg.add_argument("--within", type=float, default=4.0)
    arg.add_argument("--show", type=int, default=15)
    a = arg.parse_args()
    theirs = program(a.run)
    apart, worst, count = [], defaultdict(float), 0
    missing = set()
    for r in rows(a.means):
        key = r["outcome"], r["model"], r["year"], r["basis"], r["statistic_of"]
        if key not in theirs:
            missing.add(key[0])
            continue
        count += 1
        (mine, mine_se), (other, other_se) = (float(r["mean"]), float(r["mcse"])), theirs[key]
        gap = abs(mine - other)
        size = max(abs(mine), abs(other))
        # A ten-thousandth of a krone is rounding: the program counts in whole øre.
        own_error = max(BINNED.get(key[0], 1e-6) * size, 1e-4)
        se = (mine_se ** 2 + other_se ** 2) ** 0.5
        z = max(0.0, gap - own_error) / se if se > 1e-9 * size else (0.0 if gap <= max(own_error, 1.0 * (size > 1e4)) else float("inf"))
        worst[key[0]] = max(worst[key[0]], z)
        if z > a.within:
            apart.append((z, key, mine, other, se))
    for z, key, mine, other, se in sorted(apart, reverse=True)[: a.show]:
        print(f"{z:6.1f} standard errors: {' '.join(key)}: peer {mine:.6g}, program {other:.6g}")
    unseen = {key[0] for key in theirs} - set(worst)
    print(f"{count} means of {len(worst)} outcomes compared, {len(apart)} of them further apart than {a.within:g} "
          f"standard errors ({count * 6.3e-5:.1f} expected by chance if all were independent at 4)")
    if unseen:
        print("not in the peer:", ", ".join(sorted(unseen)))
    if missing - set(worst):
        print("not in the program:", ", ".join(sorted(missing - set(worst))))
    by_outcome = defaultdict(int)
    for _, key, *_ in apart:
        by_outcome[key[0]] += 1
    if by_outcome:
        print("apart:", ", ".join(f"{o} ({n})" for o, n in sorted(by_outcome.items(), key=lambda x: -x[1])))
    sys.exit(bool(apart))


if __name__ == "__main__":
    main()
