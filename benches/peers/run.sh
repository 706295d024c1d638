#!/usr/bin/env bash
# bpasim beside independent NumPy and Numba implementations of the same model: whole processes, one core, in one
# run. Usage: benches/peers/run.sh [draws of the peers, 20]. Needs Python 3.11 or later and a network. Every
# timing is kept in benches/peers/runs/, with the machine's description.
set -euo pipefail
cd "$(dirname "$0")/../.."
draws=${1:-20}
more=$((draws * 10))
venv=target/peers
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import numpy, scipy, numba' 2>/dev/null || "$venv/bin/pip" install --quiet numpy scipy numba
cargo build --release --locked --quiet
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 NUMBA_NUM_THREADS=1 LC_ALL=C
pin=""
command -v taskset >/dev/null && pin="taskset -c 0"
python() { $pin "$venv/bin/python" "$@"; }
# Numba compiles once and caches; that is not timed.
python benches/peers/numba_model.py --draws 1 >/dev/null

raw=benches/peers/runs/$(date -u +%Y-%m-%dT%H%MZ).txt
mkdir -p benches/peers/runs
{
    echo "# $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), one core of $(nproc --all); $(uname -sr)"
    echo "# $(rustc --version); commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
    echo "# $("$venv/bin/python" -c 'import sys, numpy, scipy, numba
print("Python", sys.version.split()[0], "NumPy", numpy.__version__, "SciPy", scipy.__version__, "Numba", numba.__version__)')"
    echo "program,draws,seconds"
} >"$raw"
# Turn by turn, so that a machine that slows down slows all down.
for turn in 1 2 3 4 5; do
    for program in numpy numba bpasim; do
        n=$draws
        start=$(date +%s.%N)
        case $program in
        bpasim)
            n=$more
            $pin target/release/bpasim run national --draws "$n" --threads 1 --quiet --force --out "$out/run" \
                >/dev/null
            ;;
        *) python "benches/peers/${program}_model.py" --draws "$n" >/dev/null ;;
        esac
        end=$(date +%s.%N)
        awk -v p=$program -v n="$n" -v s="$start" -v e="$end" 'BEGIN { printf "%s,%d,%.3f\n", p, n, e - s }' >>"$raw"
    done
done
grep '^#' "$raw"
awk -F, '/^(numpy|numba|bpasim),/ {
    ms = 1000 * $3 / $2
    if (!($1 in best) || ms < best[$1]) best[$1] = ms
    draws[$1] = $2
}
END {
    printf "%-8s %6s %12s %14s\n", "program", "draws", "ms a draw", "bpasim is"
    split("numpy numba bpasim", order, " ")
    for (i = 1; i <= 3; i++)
        printf "%-8s %6d %12.1f %8.2f times\n", order[i], draws[order[i]], best[order[i]], best[order[i]] / best["bpasim"]
}' "$raw"
echo "best of five; every timing: $raw"
