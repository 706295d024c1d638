# Nynorsk. Sida: det som står rundt innhaldet.
source-line = Kjelde: { $sources }.
source-calculations = Utrekningar med bpasim
source-statistics-norway = Statistisk sentralbyrå
source-directorate-of-health = Helsedirektoratet
source-ministry = Kommunal- og distriktsdepartementet
source-register = Registeret over føresetnader i bpasim, med kjelde på kvar line
source-swedish = Socialstyrelsen og Försäkringskassan i Sverige
field-how = Skriv i feltet. Ta vare på teksten med Ctrl+S (⌘S på Mac), og vel å lagre heile sida («Nettside, fullstendig»).
behind-figures = På papir står tabellane utan tala bak figurane; dei står i arbeidsboka results.xlsx.
citation = Slik blir rapporten sitert: «{ $title }». Utrekningar med bpasim { $version }, køyring { $run }, { $day }.
citation-without-day = Slik blir rapporten sitert: «{ $title }». Utrekningar med bpasim { $version }, køyring { $run }.
measures-money = Kvar pengane går
measures-levers = Kva modellane endrar
message-tables = Hovudtala i tabellar
