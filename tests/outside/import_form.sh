#!/bin/bash
# The form of `import` filled in by a script, saved by LibreOffice in each of its formats, and read back without loss:
# import_form.sh BPASIM
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for lang in nb nn en; do
    "$1" import --template "$lang.xlsx" --units 1103,3203 --lang "$lang" >/dev/null
    "$BPASIM_OUTSIDE/python/bin/python" "$here/import_form.py" "$lang.xlsx" filled.xlsx
    "$1" import filled.xlsx --out "$lang" >told.txt
    for ending in xlsx ods xls; do
        soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$ending" --outdir saved filled.xlsx \
            >soffice.log 2>&1 || { cat soffice.log >&2; exit 1; }
        "$1" import "saved/filled.$ending" --out "$lang-$ending" >/dev/null
        diff -r "$lang/data" "$lang-$ending/data"
    done
    "$1" check "$lang/scenario.toml" >/dev/null
    # What was filled in, in the language it was filled in.
    grep -q '^1103,2024,,20,60,40,15,5$' "$lang/data/recipients.csv"
    grep -q '^3203,2024,512,31200000$' "$lang/data/accounts.csv"
    diff -r nb/data "$lang/data"
done
"$1" run nb/scenario.toml --draws 4 --years 3 --no-report --quiet --out run
grep -q 'own_refund.3203.2024' run/validation.csv
