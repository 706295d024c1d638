#!/bin/bash
# Sobol indices of designs against SALib on the same numbers: salib.sh DESIGNS BPASIM
# Exit code 77: SALib cannot be installed here.
set -euo pipefail
here=$(dirname "$0")
bash "$here/packages.sh" python3 'python3 python3-venv'
venv=$(dirname "$2")/outside-salib
if ! "$venv/bin/python" -c 'import SALib' 2>/dev/null; then
    { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet SALib==1.6.0; } >&2 ||
        { echo "SKIPPED, NO SALIB: pip cannot install SALib" >&2; exit 77; }
fi
"$venv/bin/python" "$here/salib_indices.py" "$1"
