#!/usr/bin/env bash
# bpasim beside an independent NumPy implementation of the same model: whole processes, one core,
# in one run. Usage: benches/peers/run.sh [draws of NumPy, 20]. Needs Python 3.11 or later and a network.
set -euo pipefail
cd "$(dirname "$0")/../.."
draws=${1:-20}
more=$((draws * 10))
venv=target/peers
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import numpy, scipy' 2>/dev/null || "$venv/bin/pip" install --quiet numpy scipy
cargo build --release --locked --quiet
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 LC_ALL=C
pin=""
command -v taskset >/dev/null && pin="taskset -c 0"
# Seconds a draw of a command, the best of three runs.
best() {
    local n=$1 least="" start end
    shift
    for _ in 1 2 3; do
        start=$(date +%s.%N)
        "$@" >/dev/null 2>&1
        end=$(date +%s.%N)
        least=$(awk -v l="$least" -v s="$start" -v e="$end" -v n="$n" \
            'BEGIN { x = (e - s) / n; print (l == "" || x < l) ? x : l }')
    done
    echo "$least"
}
own=$(best "$more" $pin target/release/bpasim run national --draws "$more" --threads 1 --quiet --force --out "$out/run")
peer=$(best "$draws" $pin "$venv/bin/python" benches/peers/numpy_model.py --draws "$draws")
echo "machine: $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), one core"
awk -v own="$own" -v peer="$peer" -v n="$more" -v m="$draws" 'BEGIN {
    printf "%-8s %6s %12s %8s\n", "program", "draws", "ms a draw", "ratio"
    printf "%-8s %6d %12.1f %8.2f\n", "numpy", m, 1000 * peer, 1
    printf "%-8s %6d %12.1f %8.2f\n", "bpasim", n, 1000 * own, peer / own
}'
