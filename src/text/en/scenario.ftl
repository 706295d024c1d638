# Messages about scenarios, parameters and options. Without full stop: they are part of a line.

## Tables on disk
parquet-table-not-written = A Parquet table can't be written
path-cannot-be-read = { $at } can't be read

## A scenario
index-counts-as-one = counts as 1 when a withdrawal is spread by population
placed-by-recipients = placed by recipients; figures per inhabitant are left empty
not-used = not used in the calculation
part-of-country = The units are { $percent } per cent of the country's { $total } inhabitants and carry that part of national amounts (introduction costs).
table-not-scenario = this is the table of parameters, not a scenario
at-least = at least { $limit }
at-most = at most { $limit }
any-number = any number
distribution-outside-range = the distribution reaches outside the legal range; add truncate = [smallest, largest]
value-outside-range = the value is outside the legal range

## Parameters
parameter-not-in-table = the parameter is missing from the parameter table
unknown-parameter = unknown parameter
is-missing = is missing
unit-cannot-be-changed = the unit cannot be changed; convert the value instead
range-cannot-be-changed = the legal range cannot be changed
unknown-entry-table = unknown entry of the table
number-or-distribution = a number or a distribution
say-which-year = say which year the value is for: { "{" } dated = { "{" } 2026 = … { "}" } { "}" }; other known years stay
unknown-status = unknown status
price-year-not-year = the price year is not a year
must-be-whole-number = the value must be a whole number
shares-must-sum-to-one = the shares must sum to 1
one-entry-above-zero = at least one entry of the table must be above 0
cannot-be-larger-than = { $low } cannot be larger than { $high }
need-varies-too-much = need varies more than the hours it belongs to: need_sd / √(1 − need_persistence²) must be below 1; set one of them lower
shares-of-relatives-exceed-one = the shares with one and two relatives exceed 1 together

## Alternatives
unknown-model = unknown model
cannot-be-read = can't be read

## Files that build on one another
scenario-files-in-circle = the scenario files extend one another in a circle
file-or-scenario = a file, or a built-in scenario: { $list }
file-does-not-exist = the file does not exist
file-cannot-be-read = the file cannot be read: { $why }
folder-not-file = this is a folder, not a file
not-ordinary-file = this is not an ordinary file
file-too-large = the file is too large; at most { $mib } MiB are read
results-and-no-scenario = this is a folder of results and no scenario; bpasim report FOLDER makes the report again, and bpasim verify FOLDER shows the command that made them
workbook-and-no-scenario = the file is a workbook, not a scenario; save the figures as CSV and name the file in a scenario (bpasim new makes one to begin with)
json-and-no-scenario = the file is JSON, not a scenario; a scenario is a TOML file (bpasim new makes one to begin with)
table-and-no-scenario = the file is a table, not a scenario; name it in a scenario, as units or observed (bpasim new makes one to begin with)
document-and-no-scenario = the file is a document, not a scenario (bpasim new makes a scenario to begin with)
scenario-form = a TOML file or the name of a scenario
file-not-utf-8 = the file is not saved as UTF-8 (perhaps as Windows-1252); save it as UTF-8: in Excel “CSV UTF-8”, in Notepad “Save as … Encoding: UTF-8”
file-utf-16 = the file is saved as UTF-16; save it as UTF-8: in Excel “CSV UTF-8”, in Notepad “Save as … Encoding: UTF-8”

## The option --set
must-be-path-value = must have the form path=value
unknown-lever = unknown lever
unknown-parameter-or-lever = unknown parameter or lever
value-wrong-kind = the value is of the wrong kind
number-or-pert-example = a number, or a distribution such as { "{" }pert=[0, 0.1, 0.3]{ "}" }
whole-number = a whole number

## Reading
a-table = a table { "{" } … { "}" }
toml-names = names in brackets and before the sign of equality may only have a–z, A–Z, 0–9, - and _
extends-stands-first = stands at the top of the file, before [scenario]
set-twice = { $path } is set several times; { $last } holds, not { $first }.
far-from-shipped = { $id }: { $value } is far from what the assumption is stated with ({ $stated }). Is that meant?
unknown-key = unknown key
text-quotation-marks = a text in quotation marks
list-of-texts = a list ["…", "…"]
finite-number-point-decimals = a finite number, with a point for decimals
list-of-numbers = a list of { $count } numbers
list-of-numbers-point = a list of { $count } numbers, with a point for decimals
list-of-any-numbers = a list of numbers [ … ]
file-empty = the file is empty
toml-quotation-marks = not valid TOML: curly quotation marks cannot be read; write straight ones
toml-backslash = not valid TOML: a backslash inside "…" is a special character; write / or put the path in '…'
toml-number = not valid TOML: a number is written with a point for decimals, without spaces and per cent signs
toml-twice = not valid TOML: the key or table stands twice
toml-text = not valid TOML: text must stand in straight quotation marks
toml-not-closed = not valid TOML: a quotation mark or bracket is not closed
toml-carriage-return = not valid TOML: lines end with the character CR alone, as on an old Mac; save the file again with line ends LF (Unix) or CRLF (Windows)
toml-invisible = not valid TOML: the line holds a character that is not seen ({ $character }); write an ordinary space or delete it
toml-true-false = not valid TOML: yes and no are written true and false, and text in straight quotation marks
toml-line = not valid TOML: the line cannot be read; it must be “key = value” or “[table]”
file-without-format = the file does not say which format it is in
file-of-newer-format = the file is written for a newer bpasim that reads format { $number }; this is version { $version }
unknown-format = unknown format
key-needs-quotation-marks = unknown key; an id with dots must stand in quotation marks
number-or-pert = a number, or a distribution such as { "{" } pert = [smallest, most likely, largest] { "}" }
one-distribution = one distribution: { $distributions }
key-must-be-year = the key must be a year
each-year-once = each year once
value-cannot-be-read = the value cannot be read

## Settings
is-missing-extend-national = is missing; write extends = "national" at the top to build on the shipped scenario
name-not-for-folder = the name is used for a folder and cannot be written so
name-characters = 1–64 characters of A–Z, a–z, 0–9, - and _
illegal-value = illegal value
currency-code = three capital letters, such as NOK or SEK
whole-number-between = a whole number, { $low }–{ $high }
unknown-placement = unknown placement
illegal-number-years = illegal number of years
years-set-twice = the number of years is set twice, differently
model-starts-too-late = Model { $id } starts in { $start }, after the last year simulated ({ $last }), and makes no difference.

## Correlations
same-pair-twice = the same pair stands twice
correlations-contradict = the correlations contradict one another (the matrix is not positive semi-definite)
correlated-with-itself = a parameter cannot be correlated with itself
correlation-with-fixed = The correlation with { $id } has no effect: { $id } is a fixed number.

## Municipalities and districts
is-missing-extend-municipalities = is missing; write extends = "national" at the top to build on the shipped municipalities
same-id-twice = the same id twice
table-no-rows = the table has no rows
unknown-zone = unknown zone
unknown-centrality-class = unknown centrality class
age-group-is-missing = is missing, while other age groups of the row have figures (write 0 if there are none)
must-be-persons = must be a whole number of persons
one-or-a-thousand = can be read in two ways: with a decimal point, or with a point between thousands
persons-understood = { $place }: { $column } is written in another way than 1234, and read as a whole number of persons.
unknown-municipality-or-district = unknown municipality or district
number-of-municipality-lost-zero = the leading zero is lost; municipality numbers have four digits
old-number = { $old } is an old municipality number; today it is { $number } { $name }
old-number-merged = { $old } is an old municipality number; the municipality was merged with others into { $number } { $name }: add the figures there
old-number-split = { $old } is an old municipality number; the municipality was split between { $list }: divide the figures between them
unknown-municipality-number = unknown municipality number
old-number-among-units = { $place }: { $what }. The unit is counted all the same, under the old number.
not-a-year = is not a year
unknown-ages = unknown ages; they must be one or more of the age classes that stand side by side
group-too-small = a group must have so many persons that nobody can be recognised
ages-overlap = the ages overlap; the same cannot be known twice of the same persons
count-too-old = the count is from before the country's series begins, so it cannot be carried to the base year; state the municipality's own growth in the column growth
counts-carried = { $file }: counts of { $list } are carried to { $year } by the growth in the column growth, or by the country's growth where it is empty.
counts-without-year = { $file } does not say which year the counts are of; they are read as { $year }. Add the column year.
known-counts-give-way = Known counts of users in { $list } are not used: they are more than the country's users in this scenario (recipients, recipients_total).
row-without-figures = the row has no figures; take it out (the unit then counts as without its own), or write 0 where there are none
more-recipients-than-inhabitants = more recipients than inhabitants in the class { $name }
more-national-recipients-than-inhabitants = the country's recipients in the class { $name } are more than the inhabitants of the units they are to be spread over; set recipients_total to the area's number
text-characters = at most { $limit } characters, without control characters
placement-observed-needs-recipients = placement = "observed" needs recipients in every age group
placement-rates-needs-population = placement = "rates" needs population in every age group
placement-mixed-needs-population = placement = "mixed" needs population in every age group
withdrawal-by-population-needs = withdrawal by population and transition arrangements need the population of every unit, which is missing here
more-observed-recipients-class = more observed recipients in class { $name } than in the whole country
no-inhabitants-class-spread = no inhabitants in class { $name } to spread recipients over
units-have-population = the units have a population in their table; take this out, or the populations
part-by-recipients = Nothing says how many inhabitants the units have. Their part of national amounts (introduction costs) is taken as their part of the country's recipients, { $percent } per cent. Write inhabitants = … in [scenario].
more-than-national-population = The units have { $units } inhabitants, more than the { $country } that national amounts are for. They carry the amounts in full. Write national_population = … in [scenario] if it is another year.
all-recipients-in-part = The units have { $percent } per cent of the country's inhabitants, but placement spreads all { $total } recipients of the country over them. Use placement = "observed", or set recipients_total to the area's number.

## The table of municipalities and districts
line-cannot-be-read = the line cannot be read
row-of-other-length = the row has not as many fields as the heading
table-empty = the table is empty
columns-by-semicolons = columns are separated by semicolons; bpasim import reads it; otherwise use commas between columns and points in decimals, and save as UTF-8 (in Excel: replace ; by , after “CSV UTF-8”)
same-column-twice = the column stands twice
unknown-column = unknown column
column-missing = the column is missing
quotation-mark-open = a quotation mark on the line is not closed
columns-by-tabs = columns are separated by tabs; bpasim import reads it; otherwise use commas between columns and points in decimals, and save as UTF-8
not-column-names = the first line that is not a note (#) must name the columns; this is another sort of table, which bpasim import may read
hidden-characters = there are control or invisible characters in the text; take them out
cell-without-column = the value stands in a column without a name
text-too-long = the text is too long
read-as = { $place }: { $key }: “{ $found }” is read as { $value }.
illegal-number = illegal number

## Distributions
numbers-must-be-finite = the numbers must be finite (not nan or inf)
numbers-up-to-million = the numbers must be above 0 and at most a million
numbers-must-rise = the numbers must stand in rising order: smallest, most likely, largest
spread-cannot-negative = the spread cannot be negative
lognormal-limits = median (or mean) must be above 0, and sigma at most 5
values-and-weights-differ = values and weights must have equally many numbers, at least one
weights-must-sum-to-one = weights must be 0 or more and together 1 (now { $sum })
truncate-smallest-largest = truncate must be [smallest, largest]
nothing-within-truncate = almost nothing of the distribution lies within truncate

## Models
model-id-too-long = the model needs a shorter or simpler id
model-id-characters = 1–32 characters of A–Z, a–z, 0–9, - and _
heading-too-long = the heading is too long
at-most-characters = at most { $limit } characters
zero-alternative-is-today = the baseline is today's scheme: it has no start and extends nothing
zero-alternative-lacks-lever = the baseline must have every lever; this one is missing
zero-alternative-relieves-nobody = the baseline relieves nobody against itself, so nothing can be withdrawn here; set the share in the model it is for
institutions-need-terms-for-all = residents of institutions can count only where the terms hold for the whole scheme (refund.scope = "all") without an age limit (refund.max_age = "none")
terms-for-all-know-no-ages = terms for the whole scheme know no ages: the age limit is the baseline's or none; set it, or let the terms hold for persons with BPA (refund.scope = "bpa")
terms-for-all-keep-the-deduction = terms for the whole scheme have the baseline's deduction for intellectual disability, since nobody knows whom it concerns; leave it, or let the terms hold for persons with BPA (refund.scope = "bpa")
terms-for-all-reach-so-low = so far below the threshold nothing is known of costs in the whole scheme; set a higher factor, or let the terms hold for persons with BPA (refund.scope = "bpa")
model-without-extends = a new model without extends: write which model it builds on
models-in-circle = the models extend one another in a circle
zero-alternative-is-missing = the baseline is missing; write extends = "national" at the top
same-model-twice = the same model twice
model-starts-outside = model { $id } starts outside the years simulated
lever-without-history = this lever cannot be stated by year
history-without-levers = a history entry that names no lever does nothing
history-without-year = a history entry must say from which year its levers hold
history-out-of-order = the years of a history must rise
year-after = a year after { $year }
history-outside-years = model { $id } states levers for a year outside the years simulated
history-holds = Model { $id } sets { $lever }, but has the history of model { $base } too, whose value holds from { $year }. State the lever in a history entry of { $id } to change that.
model-like-zero-alternative = Model { $id } has the same levers as the baseline and makes no difference.
model-like-its-base = Model { $id } differs by nothing from model { $base }, which it extends.

## Levers
lever-of-model = { $path } of { $title }
lever-of-model-id = The lever { $path } of model { $id }
unknown-arena = unknown arena
lever-series = a dated parameter, a number, or { "{" } dated = { "{" } 2024 = … { "}" } { "}" }
lever-number-not-none = a number, a distribution or a parameter's id; “none” does not apply here
lever-number = a number, a distribution or a parameter's id
whole-years-between = whole years, { $low }–{ $high }
see-describe = see bpasim describe
no-scheme-layer = The units have no inhabitants and no municipality is given (scenario.municipality): the rest of the refund scheme is not included.
awards-out-of-reach = As many new awards as growth and exits ask for cannot come from those who wait (pool_ratio, exit_rate, recipients_growth): recipients grow less than stated.
evening-out-out-of-reach = Evening out in { $model } cannot keep the mean of granted hours: the limits of coverage are too narrow (coverage_max).
scheme-needs-a-refund = The zero alternative refunds nothing (refund.rate, refund.claim_share or the threshold is 0), so that the accounts of 575.60 cannot be told in its terms: the rest of the refund scheme is not included, in any model.
one-unit-withdraws-its-own = { $model }: with one unit alone there is nobody to spread the withdrawal over: offset_by = "population" is reckoned as "own".
unknown-municipality = unknown municipality number
separator-comma = commas
separator-semicolon = semicolons
separator-tab = tabs
separated-otherwise = { $file }: columns are separated by { $separator }; it is read so.
read-in-encoding = { $file }: read as { $encoding }; save it as UTF-8 if letters look wrong.
number-with-zero-put-back = { $place }: the municipality number lost its leading zero; read as { $id }.
