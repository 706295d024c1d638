#!/bin/bash
# The section of a report that is turned, in Chromium, from a file and without a network: live_page.sh BPASIM
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
modules=$BPASIM_OUTSIDE/node
live=$here/../../src/live
tsc=(node "$modules/node_modules/typescript/bin/tsc" --allowJs --checkJs --strict --noEmit --target es2022 --moduleDetection legacy)
"${tsc[@]}" --lib es2022,dom,dom.iterable,dom.asynciterable "$live"/{early,pool,server,kept,place,find,live}.js
"${tsc[@]}" --lib es2022,webworker "$live/worker.js"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run --draws 4 --quiet --out "$work/nb"
for lang in nn en; do
    cp -r "$work/nb" "$work/$lang"
    "$1" report "$work/$lang" --lang "$lang" >/dev/null
done
# Without the engine the report is the same but for the section.
cp -r "$work/nb" "$work/none"
"$1" report "$work/none" --no-live >/dev/null
# Opened from an e-mail: the report of a default run, whose numbers have the most digits, with its engine.
"$1" run --quiet --out "$work/whole"
size=$(stat --format=%s "$work/whole/report.html")
[ "$size" -lt 3000000 ] || { echo "report.html has $size bytes"; exit 1; }
ln -s "$modules/node_modules" "$work/node_modules"
cp "$here"/live_{common,page}.mjs "$work"
node "$work/live_page.mjs" "$1" "$work"
