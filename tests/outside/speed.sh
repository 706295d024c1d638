#!/bin/bash
# A floor for speed: speed.sh BPASIM
set -euo pipefail
"$BPASIM_OUTSIDE/python/bin/python" "$(dirname "$0")/speed.py" "$1"
