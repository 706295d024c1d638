#!/usr/bin/env bash
# Whether rankings of what matters are settled: the same analysis of the national scenario with five seeds, and Kendall's
# tau between each two of them over the ten highest (model: src/analysis/sensitivity/order.rs): Sobol's total indices of the
# differences in society's cost, the state's net and the municipalities' net between Model B and the zero alternative, and the
# value of knowing (EVPPI) by society's and the public's cost. The output names the lowest of the ten pairs, and what the
# program itself said that it would be.
# Usage: benches/rankings.sh [draws, 1024]. Needs Python 3.
set -euo pipefail
cd "$(dirname "$0")/.."
draws=${1:-1024}
program=${BPASIM:-target/release/bpasim}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
[ -n "${BPASIM:-}" ] || cargo build --release --locked --quiet
of=()
for outcome in society_cost state_net municipality_net; do of+=(--of "$outcome:B-zero"); done
for seed in 1 2 3 4 5; do
    "$program" run national --draws "$draws" --seed "$seed" --keep-draws --no-report --quiet --out "$out/run" --force >/dev/null
    "$program" sensitivity "$out/run" "${of[@]}" --year total --method evppi,sobol --json --quiet >"$out/$seed.json"
done
python3 - "$out" "$draws" <<'PY'
import itertools, json, sys

folder, draws = sys.argv[1], sys.argv[2]
TOP, SETTLED = 10, 0.8
runs = [json.load(open(f"{folder}/{seed}.json", encoding="utf-8")) for seed in range(1, 6)]


def tau(first, second, ties=True):
    """Pairs in the same order minus pairs in the opposite one, of the ten highest of the first; without ties, only over the
    pairs that are not equal in the first: what has no value at all has no order."""
    top = sorted(first, key=first.get, reverse=True)[:TOP]
    sign = [(second.get(a, 0) > second.get(b, 0)) - (second.get(a, 0) < second.get(b, 0))
            for a, b in itertools.combinations(top, 2) if ties or first[a] != first[b]]
    return sum(sign) / max(len(sign), 1)


def tell(name, rankings, claimed):
    pairs = list(itertools.combinations(rankings, 2))
    both = [(tau(a, b) + tau(b, a)) / 2 for a, b in pairs]
    lowest, mean = min(both), sum(both) / len(both)
    verdict = "settled" if lowest >= SETTLED else "not settled"
    told = ", ".join(f"{x:.2f}" for x in claimed)
    print(f"{name}: tau lowest {lowest:.2f}, mean {mean:.2f} over {len(both)} pairs of seeds: {verdict};"
          f" expected by the program itself: {told}")
    apart = [(tau(a, b, False) + tau(b, a, False)) / 2 for a, b in pairs]
    above = sorted(sum(x > 0 for x in ranking.values()) for ranking in rankings)
    print(f"  without ties: tau lowest {min(apart):.2f}, mean {sum(apart) / len(apart):.2f};"
          f" {above[0]} to {above[-1]} are above zero")
    for n, ranking in enumerate(rankings, 1):
        top = sorted(ranking, key=ranking.get, reverse=True)[:TOP]
        print(f"  seed {n}: {' '.join(f'{name} {ranking[name]:.3g}' for name in top)}")


print(f"{draws} draws, five seeds, the {TOP} highest")
for n, study in enumerate(runs[0]["studies"]):
    found = [run["studies"][n]["sobol"] for run in runs]
    tell(f"Sobol, total, {study['wanted']['outcome']}",
         [{e["factor"]: e["total"]["value"] for e in f["effects"]} for f in found], [f["agreement"] for f in found])
for n, worth in enumerate(runs[0]["worth"]):
    name = "+".join(part[0] for part in worth["criterion"])
    found = [run["worth"][n]["evppi"] for run in runs]
    tell(f"EVPPI, {name}", [{p["name"]: p["value"] for p in f["parameters"]} for f in found],
         [f["agreement"] for f in found])
PY
