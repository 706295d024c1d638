# The report as a document (report.docx).
document-cannot-be-written = the document cannot be written
docx-page = Page
docx-page-of = of
docx-on-page = page
docx-write-here = Write here.
docx-figure-data = The numbers behind the figure are in the workbook results.xlsx and in { $files }.

# Names of styles, as they stand in the gallery of styles.
docx-style-table = Report table
docx-style-stamp = Run
docx-style-own = Own assumptions
docx-style-question = Question
docx-style-unit = Table unit
docx-style-head = Table head
docx-style-head-number = Table head number
docx-style-cell = Table text
docx-style-number = Table number
docx-style-group = Table group
docx-style-note = Table note
docx-style-figure = Figure
docx-style-field-label = Field label
docx-style-field = Field
docx-style-command = Command
docx-style-break = Section break
