#!/bin/bash
# The server's page in Chromium: live_serve.sh BPASIM
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$BPASIM_OUTSIDE/node/node_modules" "$work/node_modules"
cp "$here"/live_{common,serve}.mjs "$work"
node "$work/live_serve.mjs" "$1" "$work"
