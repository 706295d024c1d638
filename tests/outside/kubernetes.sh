#!/bin/bash
# The program's job file for Kubernetes against the scheduler's own schema: kubernetes.sh BPASIM
# Exit code 77: the validator cannot be installed here.
set -euo pipefail
bpasim=$1
venv=$(dirname "$bpasim")/kubernetes-validate
if [ ! -x "$venv/bin/kubernetes-validate" ]; then
    { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet kubernetes-validate; } >&2 ||
        { echo "SKIPPED, NO VALIDATOR: kubernetes-validate cannot be installed" >&2; exit 77; }
fi
file=$(mktemp --suffix=.yaml)
trap 'rm -f "$file"' EXIT
"$bpasim" cluster kubernetes national --draws 100000 --shards 64 --set 'price_response=0.2' >"$file"
"$venv/bin/kubernetes-validate" --strict "$file"
# And what must not pass does not.
sed -i 's/completions: 64/completions: many/' "$file"
! "$venv/bin/kubernetes-validate" --strict "$file" >/dev/null 2>&1
