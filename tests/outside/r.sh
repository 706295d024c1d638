#!/bin/bash
# The file for R, with R alone: r.sh BPASIM
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
BPASIM=$1 Rscript --vanilla "$here/bpasim.R" "$here/../../src/r/bpasim.R"
