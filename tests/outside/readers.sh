#!/bin/bash
# Files of a run in the tools of those who read them: readers.sh BPASIM
set -euo pipefail
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run --draws 4 --quiet --csv nb --keep-draws --out "$work/run"
"$BPASIM_OUTSIDE/python/bin/python" "$here/readers.py" "$work/run" >"$work/python.txt"
Rscript --vanilla "$here/readers.R" "$work/run" >"$work/r.txt"
diff "$work/python.txt" "$work/r.txt"
