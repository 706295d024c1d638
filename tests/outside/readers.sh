#!/bin/bash
# Files of a run in the tools of those who read them: readers.sh BPASIM
# Exit code 77: the tools cannot be installed here.
set -euo pipefail
here=$(dirname "$0")
bash "$here/packages.sh" Rscript r-base-core python3 'python3 python3-venv'
venv=$(dirname "$1")/outside-python
if ! "$venv/bin/python" -c 'import duckdb, frictionless, pandas, pyarrow' 2>/dev/null; then
    { python3 -m venv "$venv" &&
      "$venv/bin/pip" install --quiet duckdb==2.0.0 frictionless==5.21.0 pandas==3.1.1 pyarrow==26.0.1; } >&2 ||
        { echo "SKIPPED, NO READERS: pip cannot install duckdb, frictionless, pandas and pyarrow" >&2; exit 77; }
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run --draws 4 --quiet --csv nb --out "$work/run"
"$venv/bin/python" "$here/readers.py" "$work/run" >"$work/python.txt"
Rscript --vanilla "$here/readers.R" "$work/run" >"$work/r.txt"
diff "$work/python.txt" "$work/r.txt"
