# Messages about runs, analyses and files.

## Errors
problem-found = ; found: { $found }
problem-allowed = ; allowed: { $allowed }
problem-nearest = ; did you mean «{ $nearest }»?
more-problems = … and { $more } problems more
paused = Interrupted. What was simulated is kept; the same command goes on where it stopped.
interrupted = Interrupted. Nothing was written.
interrupted-kept = Interrupted. No results were written; { $kept } finished draws are kept. The same command goes on where it stopped.
interrupted-results-stand = Interrupted. The results were written, and stand in { $at }.

## Finished draws on disk
not-a-folder-of-draws = is no folder of draws from bpasim
path-does-not-exist = does not exist
folders-of-draws = folders from run --shard or run --keep-draws
belongs-to-other-number-of-draws = belongs to a run with another number of draws
no-folders = no folders
draws-twice = these draws are there twice
draws-outside-run = these draws lie outside the run
draws-are-missing = draws { $from } to { $to } are missing
outside-draws-to-run = lies outside the draws that are to be run now
draws-of-another-run = the draws of another run lie there; use --force to replace them
exists-without-draws = exists and is no folder of draws from bpasim; nothing in it is touched
folder-in-use = another run is writing to this folder now; wait until it is done, or choose another with --out
damaged-or-foreign = is damaged, or not from bpasim
belongs-to-another-run = belongs to another run (scenario, assumptions, posterior or seed are not the same)
disk-full = The disk is full; { $at } could not be written. Make room; the same command goes on where it stopped
path-cannot-be-written = { $at } can't be written
file-size-limit = { $at } grew larger than the limit on files allows (ulimit -f). Raise the limit; the same command goes on where it stopped
not-enough-room = there is no room for the draws: they need about { $needed } GiB, and { $room } GiB is free
make-room = fewer draws, more room, or another place with --out
draws-are-kept = { $kept } finished draws are kept; once the above is put right, the same command goes on where it stopped
fresh-or-elsewhere = --fresh starts anew and discards the finished draws there; --out chooses another place
work-folder-not-own = is a link or belongs to another user, and is not used; move it, or choose another place with --out
lock-not-a-file = is no regular file, and is not touched; move it, or choose another place with --out
came-into-being = came into being while the command ran, and is not touched; move it, or choose another place with --out
file-in-the-way = stands where the draft of the file has its place, and is not touched; move it
swap-finished = An earlier command was stopped while it wrote to { $at }; that is finished now.
swap-taken-back = An earlier command was stopped before all was ready for { $at }; its draft is removed, and what stood there stands.
edited-set-aside = A file had been edited after bpasim wrote it. It is kept as { $at }.
system-permission-denied = you have no access; ask the owner for the right to it, or choose another place
system-not-found = it does not exist; look for a misspelling in the name
system-name-too-long = the name is too long; choose a shorter one
system-not-a-folder = something on the way there is a file and no folder; choose another place
system-is-a-folder = it is a folder and no file; choose another name
system-read-only = the disk can only be read; choose another place
system-already-exists = something stands there already; move it
system-disk-full = the disk is full; make room
system-file-too-large = the file becomes larger than is allowed; see ulimit -f
system-out-of-memory = the machine has not enough memory; close other programs, or ask for less
system-busy = something else uses it; wait, and try again
system-unsupported = the disk cannot do this; choose another place
system-circle-of-links = the links lead to each other in a circle; mend them
link-leads-nowhere = is a link to something that does not exist; make what it leads to, or remove the link
damaged-table = is damaged, or another table than expected; take it from a copy, or run again
gaps-in-job-array = the numbers of the job array have gaps of different size, so that they do not tell which slice this is; use an array without gaps (--array=1-N), or write the slice yourself (--shard 1/3)
leftover-set-aside = Something that bpasim did not write, or that had been edited, stood where a command was stopped. It is kept in { $at }.
foreign-in-work-folder = was not written by bpasim, and stands where the program works while a command runs; move it away, or choose another place with --out
changed-list-not-replaced = has been changed after the run, or is from an older version, and cannot tell which files of the folder are the program's; move the folder, choose another place with --out, or use --force (files of the same names are then kept under new ones)
own-folder = Other assumptions than in the default folder: the results go to { $at }.
replaces-other-model = The result in { $at } is from model { $older } and is replaced by model { $newer }.
nothing-beside = is a file system of its own, and the draws cannot be put beside it; choose a folder in it with --out
internal-fault = A FAULT IN THE PROGRAM, not in what you asked for. Finished draws are kept, and nothing is half-written. Please report the command and this: { $what }
precision-missed = The results are written, but the precision is not reached; more draws are needed (--draws).
has-been-renamed = has been renamed
other-content = has another content than expected
made-by-another-model = was made by another version of the model than this program has, and their figures can't be used together; run again with this program, or use the program that made it
damaged-content = is damaged: its content is not what was written. Delete the part's folder and run the same command again
written-in-another-format = was written in another format than this program reads: ids and columns are not the same. Run again with this program, or use the version that wrote it
missing-or-unreadable = is missing or can't be read
chunk-of-another-run = belongs to another run (scenario, assumptions or seed are not the same)

## The simulation
too-many-for-sobol = too many for --sampling sobol, which has no more points
draws-balanced = { $asked } draws became { $draws }: evenly spread points cover evenly only in powers of two. With --sampling random there may be any number.
amounts-too-large = the amounts of draw { $draw } are too large to be counted; try smaller values
below-kroner = below NOK { $limit }

## Validation
miss = miss
not-applicable = not applicable
row-cannot-be-read = the row can't be read
unknown-target = unknown target

## Calibration
not-a-posterior = is no posterior from bpasim calibrate, or is damaged
unknown-file-version = unknown version of the file
posterior-of-another-scenario = the posterior was made for another scenario or other assumptions
calibration-without-figure = THE CALIBRATION DID NOT SUCCEED: the model has no figure for the target { $id }. Nothing was written.
calibration-without-draw = THE CALIBRATION DID NOT SUCCEED: no draw has a figure for every target. Nothing was written.
is-there-twice = is there twice
invalid-year = invalid year
unknown-word = unknown word
invalid-number = invalid number
a-number = a number
a-number-above-zero = a number above 0
counts-real-persons = counts real persons in this scenario, and could tell small counts
unknown-yearly-outcome = unknown yearly outcome
invalid-range = invalid range
shipped-targets-elsewhere = the shipped targets are for the whole country from 2024; this scenario needs its own
a-table-of-targets = a table such as scenarios/data/calibration_targets.csv (bpasim new writes it out)
fixed-and-needs-range = is fixed in the scenario, and needs a range to search
range-of-id = { $id }=FROM..TO
nothing-to-calibrate = no uncertain parameter is marked calibrated in the scenario
bad-fit = the calibration did not succeed, and the posterior is not used. { $why }
accept-bad-fit = --accept-bad-fit, and the results are marked
not-the-posterior-of-draws = is not the posterior that the draws were made of
not-with-posterior = can't be used with --posterior, which has ready parameter vectors and no distributions to spread points in

## Files
result-needs-own-folder = the result needs a folder of its own, below the one you are in or elsewhere
file-and-no-folder = is a file, not a folder
folder-exists-without-result = the folder exists and is not a result of bpasim; nothing in it is touched. Choose another with --out
result-of-another-run = the result of another run lies there; use --force to replace it
result-of-an-earlier-command = results of an earlier command lie there; use --force to replace them, or choose another folder
ordered-earlier-gone = Removed, being made of the former result and not asked for now: { $names }
run-stands-finished = This run stands finished in { $at } and was not simulated again (--fresh does that). The report and other files were made again from its tables.
illegal-file-name = illegal file name
not-written-by-bpasim = was not written by bpasim and is not overwritten; move it away
table-cannot-be-written = A table can't be written
workbook-cannot-be-written = The workbook can't be written; --no-report leaves it out
workbook-needs-threads = The workbook can't be made, since the system gives no more threads. --no-report leaves report and workbook out; otherwise the limit on processes (ulimit -u) or memory (ulimit -v) must be raised
parameters-from-posterior = the run's parameters come from a posterior, and the analysis moves them over the scenario's distributions
unknown-outcome = unknown outcome
invalid-weight = invalid weight
not-an-amount = is no amount of money
draws-not-kept = the draws were not kept
folder-or-scenario = a folder from run --keep-draws, or a scenario
draws-of-other-run = the draws belong to another run than the results; run again with --keep-draws
run-list-damaged = is damaged: its content was cut off or overwritten. Run again; the tables in the folder cannot be read without it
missing-or-damaged = is missing or damaged; run again

## Comparison
too-many-changes = too many changes
at-most-with-shapley = at most { $limit }; without --shapley there is no limit
more-than-runs-have = more than the runs have
posterior-not-by-steps = the parameters come from a posterior, which can't be replaced step by step
scenario-or-data-changed = the scenario or its data have changed since the run
runs-cannot-be-compared = the runs can't be compared: { $why }
two-runs-that-differ = two runs with something different, as run --set
assumptions-are-the-same = their assumptions are the same
correlations-or-price-years = correlations or price years differ, and can't be split into steps
different-seeds = different seeds, so the draws are not the same
different-sets-of-persons = different numbers of sets of persons
different-years = different years
different-municipalities-or-recipients = different municipalities or recipients
different-models = different models; choose the same with --models

## Runs
scenario-changed = the scenario has changed since the draws were made
own-file-changed = the file has been changed since the run
own-file-not-found = cannot find the file that the run was made of
where-own-files-lie = the file in the folder that the command is run in, in a folder just below it, or in one around the results (merge: --scenario FILE)
not-a-folder-of-results = is no folder of results from bpasim
folder-of-results = the folder that run wrote, such as output/national
changed-after-run = has been changed after the run, and is not used; bpasim verify FOLDER shows what has been changed
list-without-hash = has no hash of itself: it has been changed, or is from an older version of the program; run again
analyses-cannot-be-written = The analyses can't be written
invalid-value = invalid value
share-such-as = a share between 0.000001 and 1, such as 0.01
must-be-at-least-one = must be at least 1
number-out-of-range = number out of range
range-because = { $range } ({ $why })
why-regression = the regression needs { $draws }: three for each of the { $parameters } uncertain assumptions, and three more
why-worth = the value of knowing needs { $draws }
why-kept-draws = all new ones are held in memory at once; for more: run --keep-draws, then the folder instead of the scenario
why-one-draw = without draws there are no figures
why-in-memory = all are held in memory at once
why-fifth = with fewer than { $draws } the band has no 5th percentile
why-forecasts = more do not change the bands: these show the uncertainty, not the error of the calculation
why-points = with fewer points the indices cannot be trusted
why-sequence = the sequence the points are taken from has no more
why-rounds = each of { $rounds } rounds needs { $draws }: three for each of the { $parameters } uncertain assumptions, and three more
why-one-row = without rows there is no posterior to draw from
why-rows = more rows repeat the same sets of parameters
why-slices = every slice needs at least one draw
why-array = schedulers take no longer job arrays unless they are set up for it
why-numbered = the number of a draw or a set of persons has 32 bits
cannot-start-threads = Cannot start threads. --threads 1 needs the fewest; otherwise the limit on processes (ulimit -u) or memory (ulimit -v) must be raised
addresses-too-few = The limit on addresses (ulimit -v) must be at least { $mib } MiB
is-too-large = is too large
run-too-large = the run does not fit in memory: it needs about { $needed } GiB, and { $room } GiB is free ({ $size })
run-of-size = { $models } models, { $units } municipalities or districts, { $draws } draws, { $threads } threads
memory-is-scarce = The run needs about { $needed } GiB of memory, and { $room } GiB is free: it may become slow or be stopped by the system. Fewer models (--models), fewer threads (--threads) or --no-report need less.
draws-on-disk = draws on disk (bpasim run)
fewer-draws = fewer draws (--draws)
slices-and-merge = slices here (--shard), and bpasim merge on a machine with more memory
fewer-models = fewer models (--models)
larger-machine = a machine with more memory
two-way-needs-two = two-way needs two
not-uncertain = is not uncertain in the scenario
breakeven-with-range = breakeven with --range FROM,TO
outside-allowed = outside what is allowed
too-many-figures = too many figures at once
more-slices-than-draws = there are more slices than draws, and this one has none
scenario-with-real-persons = the scenario has small counts of real persons, and the draws would tell them
country-of-few-persons = all figures of this scenario are hidden: no municipality of it has enough real persons for anything to be shown
if-counts-are-published = observed_persons = false under [scenario], if the counts are published
persons-would-tell = the scenario has small counts of real persons, and a person by name would tell how many there are
small-counts-will-be-hidden = The counts are taken as real persons: small counts are hidden in all that is written and shown, and others are calculated with in their place. If they are published, set observed_persons = false under [scenario].
below-limit = below { $limit }
happens-to-nobody = it happens to nobody in this draw
no-such-person = no such person in this draw
persons-such-as = such as { $example }; { $alike } persons in { $unit }
person-form = unit/bpa, pool or year of arrival/age class/number, or --pick refund

## The report
report-not-written = the report is not written: it must show this of every model, and the run lacks it

## Backtests
year-and-number-above-zero = a year and a number above 0
