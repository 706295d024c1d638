#!/usr/bin/env bash
# Whether rankings of what matters are settled: the same analysis of the national scenario with five seeds, and Kendall's
# tau between each two of them over the ten highest (model: src/analysis/sensitivity/order.rs). The value of knowing
# (EVPPI) by society's and the public's cost; with "sobol" also Sobol's total indices of the difference in society's cost
# between Model B and the zero alternative, which takes minutes a seed. The output names the lowest of the ten pairs.
# Usage: benches/rankings.sh [draws, 1000] [sobol]. Needs Python 3.
set -euo pipefail
cd "$(dirname "$0")/.."
draws=${1:-1000}
methods=evppi
[ "${2:-}" = sobol ] && methods=evppi,sobol
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cargo build --release --locked --quiet
for seed in 1 2 3 4 5; do
    target/release/bpasim sensitivity national --of society_cost:B-zero --year total --method "$methods" \
        --draws "$draws" --seed "$seed" --json --quiet >"$out/$seed.json"
done
python3 - "$out" "$draws" <<'PY'
import itertools, json, sys

folder, draws = sys.argv[1], sys.argv[2]
TOP, SETTLED = 10, 0.8
runs = [json.load(open(f"{folder}/{seed}.json", encoding="utf-8")) for seed in range(1, 6)]


def tau(first, second):
    """Pairs in the same order minus pairs in the opposite one, of the ten highest of the first."""
    top = sorted(first, key=first.get, reverse=True)[:TOP]
    sign = [(second.get(a, 0) > second.get(b, 0)) - (second.get(a, 0) < second.get(b, 0))
            for a, b in itertools.combinations(top, 2)]
    return sum(sign) / len(sign)


def tau_apart(first, second):
    """The same over the pairs that are not equal in the first: what has no value at all has no order."""
    top = sorted(first, key=first.get, reverse=True)[:TOP]
    sign = [(second.get(a, 0) > second.get(b, 0)) - (second.get(a, 0) < second.get(b, 0))
            for a, b in itertools.combinations(top, 2) if first[a] != first[b]]
    return sum(sign) / max(len(sign), 1)


def tell(name, rankings, claimed):
    both = [(tau(a, b) + tau(b, a)) / 2 for a, b in itertools.combinations(rankings, 2)]
    lowest, mean = min(both), sum(both) / len(both)
    verdict = "settled" if lowest >= SETTLED else "not settled"
    told = ", ".join(f"{x:.2f}" for x in claimed)
    print(f"{name}: tau lowest {lowest:.2f}, mean {mean:.2f} over {len(both)} pairs of seeds: {verdict};"
          f" expected by the program itself: {told}")
    apart = [(tau_apart(a, b) + tau_apart(b, a)) / 2 for a, b in itertools.combinations(rankings, 2)]
    above = sorted(sum(x > 0 for x in ranking.values()) for ranking in rankings)
    print(f"  without ties: tau lowest {min(apart):.2f}, mean {sum(apart) / len(apart):.2f};"
          f" {above[0]} to {above[-1]} of {len(rankings[0])} are above zero")
    for n, ranking in enumerate(rankings, 1):
        top = sorted(ranking, key=ranking.get, reverse=True)[:TOP]
        print(f"  seed {n}: {' '.join(top)}")


print(f"{draws} draws, five seeds, the {TOP} highest")
for n, worth in enumerate(runs[0]["worth"]):
    name = "+".join(part[0] for part in worth["criterion"])
    found = [run["worth"][n]["evppi"] for run in runs]
    tell(f"EVPPI, {name}", [{p["name"]: p["value"] for p in f["parameters"]} for f in found],
         [f["agreement"] for f in found])
if runs[0]["studies"][0]["sobol"]:
    found = [run["studies"][0]["sobol"] for run in runs]
    tell("Sobol, total", [{e["factor"]: e["total"]["value"] for e in f["effects"]} for f in found],
         [f["agreement"] for f in found])
PY
