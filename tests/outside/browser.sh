#!/bin/bash
# The report in a real browser, in three languages and with malicious names: browser.sh BPASIM
# Without its engine, which has a script of its own: a page that simulates is never at rest.
set -euo pipefail
here=$(dirname "$0")
modules=$BPASIM_OUTSIDE/node
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run --draws 20 --no-live --quiet --out "$work/nb"
for lang in nn en; do
    cp -r "$work/nb" "$work/$lang"
    "$1" report "$work/$lang" --no-live --lang "$lang" --municipality asker >/dev/null
done
"$1" report "$work/nb" --no-live --municipality asker >/dev/null
cat >"$work/evil.toml" <<'TOML'
format = 1
extends = "oslo"
[scenario]
name = "evil"
title = { nb = '<script>document.title="harm"</script><img src=x onerror=alert(1)> "quoted" ../../x' }
[financing.X]
extends = "B"
start_year = 2024
title = { nb = '=cmd()</title></svg><script>alert(1)</script>' }
short = { nb = '=cmd()"><b>' }
TOML
"$1" run "$work/evil.toml" --models X --draws 4 --quiet --out "$work/evil"
# With all that decides the conclusion in it.
"$1" decide oslo --models B --draws 280 --points 64 --no-live --quiet --out "$work/decided"
cp "$here/page.mjs" "$modules/page.mjs"
node "$modules/page.mjs" "$work"/{nb,nn,en,evil,decided}/report.html "$work"/{nb,nn,en}/kommune-3203.html
# On paper: A4, tagged, titled, its pages numbered, and every page says something; what is folded on a screen is there.
folded() {
    pdftotext "$work/$1/report.pdf" - | tr '\n' ' ' | grep -Eq "$2" || { echo "$1: not on paper: $2" >&2; exit 1; }
}
# The first sheet holds the table, the figure and the last sentence of the first screen; a municipality fills two.
for lang in nb nn en; do
    pdftotext -l 1 "$work/$lang/report.pdf" - | tr '\n' ' ' | grep -Eq '(avtalt pris|agreed price)' ||
        { echo "$lang: the first sheet lacks the sentences" >&2; exit 1; }
done
for lang in nb nn en; do
    pages=$(pdfinfo "$work/$lang/kommune-3203.pdf" | sed -n 's/^Pages: *//p')
    [ "$pages" = 2 ] || { echo "$lang: a municipality prints on $pages pages" >&2; exit 1; }
done
folded nb 'Tabell 1\.[0-9]+\. .* Kilde: '
folded en 'Table 12\.[0-9]+\. .* Source: '
# The table of all municipalities is too long; it says where it stands.
folded nn 'Tabell 11\.[0-9]+\. .* results\.xlsx'
for lang in nb nn en decided; do
    pdf=$work/$lang/report.pdf
    pdfinfo "$pdf" | grep -Eq '^Tagged: +yes' || { echo "$lang: the PDF is not tagged" >&2; exit 1; }
    pdfinfo "$pdf" | grep -Eq '^Title: +.' || { echo "$lang: the PDF has no title" >&2; exit 1; }
    pdfinfo "$pdf" | grep -Eq '^Page size: .*A4' || { echo "$lang: the PDF is not A4" >&2; exit 1; }
    pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
    pdftotext -f "$pages" -l "$pages" "$pdf" - | grep -q "^$pages / $pages" ||
        { echo "$lang: the pages are not numbered" >&2; exit 1; }
    for ((page = 1; page <= pages; page++)); do
        [ "$(pdftotext -f "$page" -l "$page" "$pdf" - | wc -w)" -ge 10 ] ||
            { echo "$lang: page $page of $pages is as good as empty" >&2; exit 1; }
    done
done
