# Messages about runs, analyses and files.

## Errors
problem-found = ; found: { $found }
problem-allowed = ; allowed: { $allowed }
problem-nearest = ; did you mean «{ $nearest }»?
paused = Interrupted. What was simulated is kept; the same command goes on where it stopped.
interrupted = Interrupted. Nothing was written.
interrupted-kept = Interrupted. No results were written; { $kept } finished draws are kept. Go on with the same command and --resume.

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
disk-full = The disk is full; { $at } could not be written. Make room and go on with --resume
path-cannot-be-written = { $at } can't be written
has-been-renamed = has been renamed
other-content = has another content than expected
made-by-another-model = was made by another version of the model than this program has, and their figures can't be used together; run again with this program, or use the program that made it

damaged-content = is damaged: its content is not what was written. Delete the part's folder and run it again with --resume
missing-or-unreadable = is missing or can't be read
chunk-of-another-run = belongs to another run (scenario, assumptions or seed are not the same)

## The simulation
too-many-for-sobol = too many for --sampling sobol
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
has-no-targets = has no targets
invalid-year = invalid year
unknown-word = unknown word
invalid-number = invalid number
a-number = a number
a-number-above-zero = a number above 0
counts-real-persons = counts real persons in this scenario, and could tell small counts
unknown-yearly-outcome = unknown yearly outcome
