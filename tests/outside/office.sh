#!/bin/bash
# The workbook in LibreOffice, every sheet converted and read back: office.sh BPASIM
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run --draws 4 --quiet --out "$work/run"
cd "$work"
# Comma, double quote, UTF-8, every sheet into its own file.
filter='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
# The same as the cells are shown.
as_shown='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
convert() {
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$1" --outdir "$work/$2" \
        "$work/run/results.xlsx" >"$work/soffice.log" 2>&1 || { cat "$work/soffice.log" >&2; exit 1; }
}
convert "$filter" sheets
convert "$as_shown" shown
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
# What is seen is the number: its sign, and as many decimals down a column (assumptions have each their own).
number = re.compile(r"-?\d+(\.\d+)?(E[+-]?\d+)?")
for name, rows in sheets.items():
    with open(f"shown/results-{name}.csv", encoding="utf-8", newline="") as text:
        shown = list(csv.reader(text))
    assert len(shown) == len(rows), f"{name}: rows differ as shown"
    for place in range(len(rows[0])):
        cells = [(r[place], s[place]) for r, s in zip(rows[1:], shown[1:]) if number.fullmatch(r[place])]
        for stored, seen in cells:
            plain = seen.replace(",", "")
            assert number.fullmatch(plain), f"{name}, {rows[0][place]}: {stored} is shown as {seen}"
            decimals = len(plain.partition(".")[2])
            # LibreOffice rounds what is just half away from nought.
            assert abs(float(plain) - float(stored)) <= 0.5000001 * 10 ** -decimals, f"{name}: {stored}, {seen}"
        seen = {len(s.partition(".")[2]) for _, s in cells}
        assert len(seen) < 2 or name == "Forutsetninger", f"{name}, {rows[0][place]}: decimals {seen}"
assert any(row[0] == "0301" and "Oslo" in row[1] for row in sheets["Kommuner"]), "0301 lost its zero"
# Numbers are numbers: the cells of the sheets carry the type, not text that looks like one.
shared = xml.fromstring(book.read("xl/sharedStrings.xml"))
texts = ["".join(t.text or "" for t in s.iter(f"{{{space['m']}}}t")) for s in shared]
like = [t for t in texts if re.fullmatch(r"-?\d+[.,]\d+", t)]
assert not like, f"numbers kept as text: {like[:5]}"
print(len(names), "sheets,", len(charts), "charts,", sum(map(len, sheets.values())), "rows")
PYTHON
