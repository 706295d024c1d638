"""The document in python-docx: document.py REPORT.docx REPORT.pdf.txt"""
import sys

import docx
from docx.oxml.ns import qn

document = docx.Document(sys.argv[1])
names = [paragraph.style.name for paragraph in document.paragraphs]
headings = [p for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2", "Heading 3")]
captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
assert names[:2] == ["Title", "Subtitle"], names[:2]
assert len(headings) > 20, len(headings)
# The first screen's figure has no number.
figures = [text for text in captions if text.startswith(("Figur ", "Forskjell fra "))]
tables = [text for text in captions if text not in figures]
assert len(figures) == len(document.inline_shapes), (len(figures), len(document.inline_shapes))
assert len(tables) >= len(document.tables) > 10, (len(tables), len(document.tables))
for table in document.tables:
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None, "heads are not repeated"
    assert all(cell.text for cell in table.rows[0].cells), "a column without a head"
    width = sum(column.width for column in table.columns)
    assert width <= max(section.page_width - section.left_margin - section.right_margin for section in document.sections)
properties = document.core_properties
assert properties.title and properties.language == "nb-NO", (properties.title, properties.language)
normal = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
assert normal.get(qn("w:val")) == "nb-NO"
fields = [tag.get(qn("w:val")) for tag in document.element.iter(qn("w:tag"))]
assert len(fields) > 5, fields
# As LibreOffice sets it: the same captions with the same numbers, and every heading in the contents.
with open(sys.argv[2], encoding="utf-8") as text:
    printed = " ".join(text.read().split())
plain = lambda text: " ".join(text.split())
missing = [text for text in captions + [heading.text for heading in headings] if plain(text) not in printed]
assert len(missing) < len(captions) / 10, missing
print(len(headings), "headings,", len(tables), "tables,", len(figures), "figures,", len(fields), "fields")
