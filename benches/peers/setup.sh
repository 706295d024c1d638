# What run.sh and agree.sh have in common: Python with NumPy, SciPy and Numba, the program, one core, a place to write to.
# PEERS_VENV is a virtual environment and BPASIM a binary that are there already. Needs Python 3.11 or later and, the first
# time, a network.
cd "$(dirname "$0")/../.."
venv=${PEERS_VENV:-target/peers}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import numpy, scipy, numba' 2>/dev/null || "$venv/bin/pip" install --quiet numpy scipy numba
bpasim=${BPASIM:-target/release/bpasim}
[ -n "${BPASIM:-}" ] || cargo build --release --locked --quiet
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 NUMBA_NUM_THREADS=1 LC_ALL=C
pin=""
command -v taskset >/dev/null && pin="taskset -c ${PEERS_CORE:-0}"
python() { $pin "$venv/bin/python" "$@"; }
