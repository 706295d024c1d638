#!/bin/bash
# Sobol indices of designs against SALib on the same numbers: salib.sh DESIGNS BPASIM
set -euo pipefail
"$BPASIM_OUTSIDE/python/bin/python" "$(dirname "$0")/salib_indices.py" "$1"
