# Rapporten som dokument (report.docx).
document-cannot-be-written = dokumentet kan ikke skrives
docx-page = Side
docx-page-of = av
docx-on-page = side
docx-write-here = Skriv her.
docx-figure-data = Tallene bak figuren står i arbeidsboka results.xlsx og i { $files }.

# Navn på stiler, slik de står i stilgalleriet.
docx-style-table = Rapporttabell
docx-style-stamp = Kjøring
docx-style-own = Egne forutsetninger
docx-style-question = Spørsmål
docx-style-unit = Tabellenhet
docx-style-head = Tabellhode
docx-style-head-number = Tabellhode tall
docx-style-cell = Tabelltekst
docx-style-number = Tabelltall
docx-style-group = Tabellgruppe
docx-style-note = Tabellnote
docx-style-figure = Figur
docx-style-field-label = Feltledetekst
docx-style-field = Felt
docx-style-command = Kommando
docx-style-break = Inndelingsskift
