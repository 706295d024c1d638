#!/usr/bin/env bash
# Sobol indices of 1 024 points and 40 factors with 400 resamples: bpasim's estimators beside SALib's, in one run.
# Usage: benches/peers/salib.sh. Needs Python and a network.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=target/peers-salib
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import SALib' 2>/dev/null || "$venv/bin/pip" install --quiet SALib==1.6.0
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 LC_ALL=C
own=$(cargo bench --locked --quiet --bench estimators -- slow/sobol 2>/dev/null |
    awk '/time:/ { unit = $(NF - 2); x = $(NF - 3); print (unit == "ms" ? x / 1000 : x) }' | tail -1)
theirs=$("$venv/bin/python" - <<'PYTHON'
import time
import numpy as np
from SALib.analyze import sobol

n, k = 1024, 40
rng = np.random.default_rng(1)
a, b = rng.random((n, k)), rng.random((n, k))
weights = 1 / np.arange(1, k + 1)
columns = [a @ weights]
for i in range(k):
    mixed = a.copy()
    mixed[:, i] = b[:, i]
    columns.append(mixed @ weights)
columns.append(b @ weights)
y = np.array(columns).T.ravel()
problem = {"num_vars": k, "names": [f"x{i}" for i in range(k)], "bounds": [[0, 1]] * k}
times = []
for _ in range(5):
    start = time.perf_counter()
    sobol.analyze(problem, y, calc_second_order=False, num_resamples=400, seed=1)
    times.append(time.perf_counter() - start)
print(sorted(times)[2])
PYTHON
)
awk -v own="$own" -v theirs="$theirs" \
    'BEGIN { printf "bpasim %.3f s, SALib %.3f s, ratio %.1f\n", own, theirs, theirs / own }'
