# Bokmål. Siden: det som står rundt innholdet.
source-line = Kilde: { $sources }.
source-calculations = Beregninger med bpasim
source-statistics-norway = Statistisk sentralbyrå
source-directorate-of-health = Helsedirektoratet
source-ministry = Kommunal- og distriktsdepartementet
source-register = Forutsetningsregisteret i bpasim, med kilde på hver linje
source-swedish = Socialstyrelsen og Försäkringskassan i Sverige
field-how = Skriv i feltet. Ta vare på teksten med Ctrl+S (⌘S på Mac), og velg å lagre hele siden («Nettside, fullstendig»).
behind-figures = På papir står tabellene uten tallene bak figurene; de står i arbeidsboka results.xlsx.
citation = Slik siteres: «{ $title }». Beregninger med bpasim { $version }, kjøring { $run }, { $day }.
citation-without-day = Slik siteres: «{ $title }». Beregninger med bpasim { $version }, kjøring { $run }.
measures-money = Hvor pengene går
measures-levers = Hva modellene endrer
message-tables = Hovedtallene i tabeller
