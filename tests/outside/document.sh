#!/bin/bash
# The report as a document in python-docx and in LibreOffice's writer: document.sh BPASIM
set -euo pipefail
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run --draws 4 --quiet --docx --out "$work/run"
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" \
    "$work/run/report.docx" >"$work/soffice.log" 2>&1 || { cat "$work/soffice.log" >&2; exit 1; }
pdf=$work/report.pdf
pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
[ "$pages" -gt 10 ] || { echo "$pages pages" >&2; exit 1; }
pdfinfo "$pdf" | grep -Eq '^Title: +.' || { echo "the PDF has no title" >&2; exit 1; }
# Every font is in the file: the fifth column from the right.
! pdffonts "$pdf" | tail -n +3 | awk '$(NF-4) != "yes"' | grep . || { echo "fonts that are not embedded" >&2; exit 1; }
pdftotext -layout "$pdf" "$work/laid.txt"
pdftotext "$pdf" "$work/text.txt"
# The contents, with the pages that chapters begin on.
entries=$(grep -Ec '^ *[0-9]+(\.[0-9]+)? +.*\.{3,} *[0-9]+$' "$work/laid.txt")
[ "$entries" -gt 20 ] || { echo "$entries entries with pages in the contents" >&2; exit 1; }
! grep -Eq 'Error|Feil: |Bookmark not defined|Fant ikke referansekilde' "$work/text.txt" || { echo "broken fields" >&2; exit 1; }
"$BPASIM_OUTSIDE/python/bin/python" "$here/document.py" "$work/run/report.docx" "$work/text.txt"
