#!/bin/bash
# The page that is turned, in Firefox, from a file and behind the server: live_firefox.sh BPASIM
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$BPASIM_OUTSIDE/node/node_modules" "$work/node_modules"
cp "$here"/live_{common,firefox}.mjs "$work"
"$1" run --draws 4 --quiet --out "$work/report"
node "$work/live_firefox.mjs" "$1" "$work" "$work/report/report.html"
