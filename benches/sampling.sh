#!/usr/bin/env bash
# What scrambled Sobol points buy: how much the means of headline figures differ between seeds, drawn at
# random and drawn by Sobol, in one run. Usage: benches/sampling.sh [draws, 128] [seeds, 12]. Needs Python 3.
set -euo pipefail
cd "$(dirname "$0")/.."
draws=${1:-128}
seeds=${2:-12}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cargo build --release --locked --quiet
for sampling in random sobol; do
    for seed in $(seq "$seeds"); do
        target/release/bpasim run national --draws "$draws" --seed "$seed" --sampling "$sampling" --quiet --force \
            --out "$out/$sampling-$seed" >/dev/null
    done
done
python3 - "$out" "$seeds" "$draws" <<'PY'
import csv, statistics, sys

folder, seeds, draws = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
FIGURES = ["recipients", "delivered_hours", "municipality_net_bpa", "state_net", "relatives_hours", "unmet_hours",
           "society_cost"]


def means(sampling):
    found = {}
    for seed in range(1, seeds + 1):
        with open(f"{folder}/{sampling}-{seed}/summary.csv", encoding="utf-8") as file:
            for row in csv.DictReader(line for line in file if not line.startswith("#")):
                key = (row["outcome"], row["model"], row["year"], row["basis"], row["statistic_of"])
                if row["outcome"] in FIGURES and row["mean"]:
                    found.setdefault(key, []).append(float(row["mean"]))
    return found


random, sobol = means("random"), means("sobol")
print(f"{draws} draws, {seeds} seeds: standard deviation of the mean between seeds, random / Sobol")
for figure in FIGURES:
    ratios = [statistics.stdev(random[k]) / statistics.stdev(sobol[k]) for k in random
              if k[0] == figure and k in sobol and statistics.stdev(sobol[k]) > 0]
    if ratios:
        middle = statistics.median(ratios)
        print(f"{figure:22} {middle:6.2f}   as good as {middle * middle:5.1f} times the draws")
PY
