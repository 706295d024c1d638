#!/usr/bin/env bash
# Whether bpasim and the peers compute the same model: every mean that both write, of levels and of paired differences,
# within 4 standard errors. First with drawn parameters, then with all of them at their mean and at their 70th percentile,
# where only persons and years are left to chance and small differences show.
# Usage: benches/peers/agree.sh [draws of Numba, 200] [models as a list for a run of `variants`, else the default run].
set -euo pipefail
. "$(dirname "$0")/setup.sh"
draws=${1:-200}
models=${2:-}
scenario=national
[ -z "$models" ] || scenario=variants
only=(${models:+--models "$models"})
status=0
compare() { # program, draws, what, --fixed …
    local program=$1 n=$2 what=$3
    shift 3
    echo "== $program against bpasim, $what, $n draws against $((2 * draws))"
    python "benches/peers/${program}_model.py" --draws "$n" --seed 7 "${only[@]}" "$@" --out "$out/means.csv" >/dev/null
    "$venv/bin/python" benches/peers/agree.py "$out/means.csv" "$out/run" || status=1
}
for fixed in "" mean 0.7; do
    set=()
    if [ -n "$fixed" ]; then
        while read -r line; do set+=(--set "$line"); done \
            < <(python benches/peers/numpy_model.py --fixed "$fixed" --settings)
    fi
    # The peers place everybody by rates.
    "$bpasim" run "$scenario" --set placement=rates "${set[@]}" "${only[@]}" --draws $((2 * draws)) --no-report --quiet --force --out "$out/run" \
        >/dev/null
    compare numba "$draws" "parameters ${fixed:-drawn}" ${fixed:+--fixed "$fixed"}
    # The two peers share no loops over persons.
    [ "$fixed" != mean ] || compare numpy $((draws / 5)) "parameters mean" --fixed mean
done
exit $status
