#!/bin/bash
# The workbook in LibreOffice, every sheet converted and read back: office.sh BPASIM
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run --draws 4 --quiet --out "$work/run"
cd "$work"
# Comma, double quote, UTF-8, every sheet into its own file.
filter='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$filter" --outdir "$work/sheets" \
    "$work/run/results.xlsx" >"$work/soffice.log" 2>&1 || { cat "$work/soffice.log" >&2; exit 1; }
python3 - <<'PYTHON'
import csv, glob, re, xml.etree.ElementTree as xml, zipfile
book = zipfile.ZipFile("run/results.xlsx")
space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
names = [s.get("name") for s in xml.fromstring(book.read("xl/workbook.xml")).find("m:sheets", space)]
charts = [n for n in book.namelist() if re.match(r"xl/charts/chart\d+\.xml", n)]
sheets = {}
for name in names:
    file = f"sheets/results-{name}.csv"
    with open(file, encoding="utf-8", newline="") as text:
        sheets[name] = list(csv.reader(text))
assert len(glob.glob("sheets/*.csv")) == len(names), "a sheet was not converted"
assert charts, "no native chart"
for name, rows in sheets.items():
    assert rows and all(rows[0]), f"{name}: the first row is not a full header"
    for number, row in enumerate(rows, 1):
        assert any(row), f"{name}: row {number} is empty"
        for cell in row:
            assert not re.match(r"(Err:|#(REF|VALUE|NAME|DIV|NUM|N/A))", cell), f"{name}, row {number}: {cell}"
assert any(row[0] == "0301" and "Oslo" in row[1] for row in sheets["Kommuner"]), "0301 lost its zero"
# Numbers are numbers: the cells of the sheets carry the type, not text that looks like one.
shared = xml.fromstring(book.read("xl/sharedStrings.xml"))
texts = ["".join(t.text or "" for t in s.iter(f"{{{space['m']}}}t")) for s in shared]
like = [t for t in texts if re.fullmatch(r"-?\d+[.,]\d+", t)]
assert not like, f"numbers kept as text: {like[:5]}"
print(len(names), "sheets,", len(charts), "charts,", sum(map(len, sheets.values())), "rows")
PYTHON
