#!/bin/bash
# Instructions the program executes, counted by valgrind: the same on a busy machine as on a quiet one, so
# that a regression no timing shows is seen. benches/instructions.sh [--record]
#
# Two runs that differ in draws alone give the instructions of a draw; start-up falls out. valgrind has no
# AVX-512, so the counts are those of the AVX2 kernel.
set -euo pipefail
cd "$(dirname "$0")/.."
record=benches/instructions.txt
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cargo build --release --locked --quiet
count() {
    LC_ALL=C valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/bpasim run national \
        --draws "$1" --sampling random --threads 1 --quiet --force --out "$out/run" 2>&1 | sed -n 's/.*Collected : //p'
}
few=$(count 2)
many=$(count 4)
per_draw=$(((many - few) / 2))
start=$((few - 2 * per_draw))
[ "${1-}" != --record ] || printf 'draw %s\nstart %s\n' "$per_draw" "$start" >"$record"
awk -v draw="$per_draw" -v start="$start" '
    { was[$1] = $2 }
    END {
        printf "%-6s %16s %16s %8s\n", "", "recorded", "now", "change"
        printf "%-6s %16d %16d %+7.1f%%\n", "draw", was["draw"], draw, 100 * (draw / was["draw"] - 1)
        printf "%-6s %16d %16d %+7.1f%%\n", "start", was["start"], start, 100 * (start / was["start"] - 1)
        # More than noise of the library: the same program gives the same count within a thousandth.
        exit draw > 1.02 * was["draw"]
    }' "$record"
