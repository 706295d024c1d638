# Rapporten som dokument (report.docx).
document-cannot-be-written = dokumentet kan ikkje skrivast
docx-page = Side
docx-page-of = av
docx-on-page = side
docx-write-here = Skriv her.
docx-figure-data = Tala bak figuren står i arbeidsboka results.xlsx og i { $files }.

# Namn på stilar, slik dei står i stilgalleriet.
docx-style-table = Rapporttabell
docx-style-stamp = Køyring
docx-style-own = Eigne føresetnader
docx-style-question = Spørsmål
docx-style-unit = Tabelleining
docx-style-head = Tabellhovud
docx-style-head-number = Tabellhovud tal
docx-style-cell = Tabelltekst
docx-style-number = Tabelltal
docx-style-group = Tabellgruppe
docx-style-note = Tabellnote
docx-style-figure = Figur
docx-style-field-label = Feltleietekst
docx-style-field = Felt
docx-style-command = Kommando
docx-style-break = Inndelingsskift
