#!/usr/bin/env bash
# bpasim beside independent NumPy and Numba implementations of the same model: whole processes, one core, in one
# run. Usage: benches/peers/run.sh [draws of the peers, 40]. That they compute the same is what agree.sh is for; setup.sh
# says what both need. Every timing is kept in benches/peers/runs/, with the machine's description.
set -euo pipefail
. "$(dirname "$0")/setup.sh"
draws=${1:-40}
more=$((draws * 10))
# Numba compiles once and caches; that is not timed.
python benches/peers/numba_model.py --draws 1 >/dev/null

raw=benches/peers/runs/$(date -u +%Y-%m-%dT%H%MZ).txt
mkdir -p benches/peers/runs
{
    echo "# $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), one core of $(nproc --all); $(uname -sr)"
    echo "# $(rustc --version); commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)${BPASIM:+, program built before}"
    echo "# $("$venv/bin/python" -c 'import sys, numpy, scipy, numba
print("Python", sys.version.split()[0], "NumPy", numpy.__version__, "SciPy", scipy.__version__, "Numba", numba.__version__)')"
    echo "program,draws,seconds,processor_seconds"
} >"$raw"
# Turn by turn, so that a machine that slows down slows all down. Processor time is what the core itself was busy with: on a
# machine that others use too it is steadier than the clock, and on a quiet one the same.
TIMEFORMAT='%R %U %S'
for turn in 1 2 3 4 5; do
    for program in numpy numba bpasim; do
        n=$draws
        command=("$venv/bin/python" "benches/peers/${program}_model.py" --draws "$n")
        if [ $program = bpasim ]; then
            n=$more
            command=("$bpasim" run national --draws "$n" --sampling random --threads 1 --no-report --quiet --force --out "$out/run")
        fi
        { time $pin "${command[@]}" >/dev/null 2>&1; } 2>"$out/time"
        awk -v p=$program -v n="$n" '{ printf "%s,%d,%.3f,%.3f\n", p, n, $1, $2 + $3 }' "$out/time" >>"$raw"
    done
done
grep '^#' "$raw"
awk -F, '/^(numpy|numba|bpasim),/ {
    ms = 1000 * $4 / $2
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
