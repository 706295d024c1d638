#!/bin/bash
# The program's job file for Kubernetes against the scheduler's own schema: kubernetes.sh BPASIM
set -euo pipefail
bpasim=$1
validate=$BPASIM_OUTSIDE/python/bin/kubernetes-validate
file=$(mktemp --suffix=.yaml)
trap 'rm -f "$file"' EXIT
"$bpasim" cluster kubernetes national --draws 100000 --shards 64 --set 'price_response=0.2' >"$file"
"$validate" --strict "$file"
# And what must not pass does not.
sed -i 's/completions: 64/completions: many/' "$file"
! "$validate" --strict "$file" >/dev/null 2>&1
