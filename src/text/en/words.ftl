# English. Words and short sentences of tables and figures.

list-and = { " " }and{ " " }
lever-no-transition = no transition arrangement
lever-as-for-others = as for others
lever-terms-of-today = all, as today
lever-no-withdrawal = no withdrawal
lever-not-asked-for = no effect
data-own-file = own file
column-years = Years
column-licence = Licence
column-data = What the data are of
note-data = Files and checksums are in the annex.
under-one = under 1
note-mean-outside = In some small municipalities the mean lies outside the interval: in nearly all draws little happens, and in a few the municipality has one very costly user. The interval shows what is usual, the mean counts what is rare.
title-illustration = { $title } (illustration)
text-billion-one = billion kroner
text-person-one = person
text-admission-one = admission
text-million-one = million kroner
text-billion-hours-one = billion hours
text-million-hours-one = million hours
column-file = File
