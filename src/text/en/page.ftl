# English. The page: what stands around the content.
source-line = Source: { $sources }.
source-calculations = Calculations with bpasim
source-statistics-norway = Statistics Norway
source-directorate-of-health = Norwegian Directorate of Health
source-ministry = Ministry of Local Government and Regional Development
source-register = The register of assumptions in bpasim, with a source on each line
source-swedish = Socialstyrelsen and Försäkringskassan, Sweden
field-how = Write in the field. Keep the text with Ctrl+S (⌘S on a Mac), and choose to save the whole page (“Webpage, Complete”).
behind-figures = On paper, the numbers behind the figures are left out; they stand in the workbook results.xlsx.
citation = To cite: “{ $title }”. Calculations with bpasim { $version }, run { $run }, { $day }.
citation-without-day = To cite: “{ $title }”. Calculations with bpasim { $version }, run { $run }.
measures-money = Where the money goes
measures-levers = What the models change
message-tables = The main figures in tables
