# Messages of the commands, and what they write on the screen.
finished-run-is-fixed = a finished run can't be changed; use a scenario instead of the folder
label-result-files = Result files
label-posterior = Posterior
calibration-failed-at = THE CALIBRATION DID NOT SUCCEED. What was found is written to { $out }, marked as a failure.
value-out-of-range = value out of range
must-be-a-whole-number = must be a whole number
granted-above-need = granted hours cannot exceed the need
scenario-is-sound = The scenario { $name } is sound: { $first }–{ $last }, { $units } units, models { $models }.
units-changed = {"  "}units: changed for { $which }
changes-nothing = It changes nothing against { $base }.
changed-against = Changed against { $base } ({ $number }):
units-without = No { $column ->
    [population] population
    [expenditure_need_index] expenditure need
   *[other] free income
} ({ $column }) for { $number } units ({ $some }): { $instead }.
note = Note:
screen-cannot-be-written = cannot write to the screen
results-stand-untold = The results are written and stand in { $at }, but what is told of them could not be written
results-stand-without-draws = The results are written and stand in { $at }, but the draws could not be put in { $draws }
verify-sound = { $at } is as bpasim { $version } wrote it: { $number } files, none changed.
verify-not-sound = { $at } is NOT as bpasim { $version } wrote it.
verify-changed = changed
verify-missing = missing
verify-foreign = not written by the run
verify-list-changed = { $file } has been changed, so that what it tells of the run cannot be used
verify-other-draws = run.json tells { $told } draws, the tables { $found }
verify-other-id = { $file } has been changed after the run: what it tells of the run does not fit the run's id (run_id)
verify-again = Made again with (model { $model }):
verify-needs = Needs your own file { $file } (BLAKE3 { $hash }). Where it lay is not written down.
verify-repeated = Run again: the same fingerprint, { $fingerprint }.
verify-differs = Run again: ANOTHER fingerprint, { $found }; the folder tells { $told }.
verify-failed = THE CHECK FAILED: the folder is not as a run of bpasim made it.
no-run-to-repeat = is no folder with the results of a run; only those can be run again
report-not-opened = The report is written but can't be opened: { $at } ({ $program })
run-is-done = the run is done; --draws and --out belong to a scenario
unknown-name = unknown name (bpasim describe lists all)
all-years = all years
comma-present-value = , present value
sobol-cost = Sobol indices: { $points } points × { $factors } factors, { $worlds } simulated worlds, about { $left }
fitting-cost = Fitting { $ids }: some { $worlds } simulated worlds, about { $left }
run-cost = { $draws } draws: simulating them takes about { $left } on this machine, measured now, and they take about { $gib } GiB on disk until the results are written. Ctrl-C interrupts; the same command goes on.
hours = { $hours } hours
days = { $days } days
written = Written:
folder-not-empty = exists and is not empty; nothing was written
new-or-empty-folder = a new or empty folder
label-report = Report
slice-is-done =
    The slice is done: { $at }
    When all are: bpasim merge FOLDERS
label-scenarios = Scenarios
label-alternatives = Alternative structures (--grid runs them side by side)
slice-form = 1/4, 2/4, 3/4 and 4/4 for four slices, or auto
no-job-array = no job array to read the place from: none of the variables is set
variable-missing = the environment variable is missing or no number
outside-job-array = lies outside the job array; its numbers must follow each other without gaps

## describe
describe-list-parameters = PARAMETERS (mean; in brackets what nine of ten draws lie between)
describe-list-levers = LEVERS (financing.<model>.<lever>)
describe-list-models = MODELS
describe-list-outcomes = OUTCOMES
describe-list-scenarios = SCENARIOS
describe-value = value
describe-written = written
describe-found = { $count } found for “{ $asked }” in names, labels or meanings (bpasim describe NAME shows all about one):
describe-more = … and { $more } more; more words find fewer
shape-fixed = { $value } in all draws
shape-peak = between { $low } and { $high }, most likely { $mode }
shape-uniform = equally likely anywhere between { $low } and { $high }
shape-normal = as often above as below { $mean }, seldom far away
shape-skewed = as often above as below { $median }, but at times much higher
shape-between = between { $low } and { $high }
shape-above-zero = above zero, at times much higher than usual
shape-one = { $value } in { $share } of draws
shape-cut = { $inner }, cut to between { $low } and { $high }
shape-and-draws = { $shape }; nine of ten draws between { $low } and { $high }, { $mean } on average
describe-unit = unit
describe-year = year
describe-source = source
describe-with = drawn with
describe-meaning = meaning
describe-allowed = allowed
describe-used-by = used by
describe-extends = extends
describe-from-year = from { $year }
describe-differs-from-the-model-it-extends = differs from the model it extends
describe-model = model
describe-phase-in = phase-in
describe-gradual-over-the-phase-in-years = gradual over the phase-in years
describe-at-once = at once
describe-sign = sign
describe-ledger = ledger
describe-years = years
describe-units = units

## Progress
after-draws = After { $draws } draws (Monte Carlo error, at most { $wanted }):
about-left = { $left } left
about-time = about { $time }
less-than-a-second = less than a second
simulating-bar = Simulating  { "{bar:40}" }  { "{eta}" } left
simulating-left = Simulating: { $left } left
precision-reached = The Monte Carlo error is at most { $largest } of every headline (wanted: { $wanted }).
precision-not-reached = NOT PRECISE ENOUGH: the Monte Carlo error is { $largest } for “{ $which }”, wanted was { $wanted }. More draws are needed (--draws).
unknown-option = unknown option
unknown-command = unknown command
neither-command-nor-scenario = neither a command nor a scenario
command-or-scenario = a command (see bpasim --help), a file or a scenario: { $list }
not-utf-8-text = the word is not text in UTF-8; give the file or folder a name without such characters
value-is-missing = the value is missing
no-more-values = takes no more values
missing-and-required = missing and required
not-together = cannot be used together
wrong-command-line = wrong command line
whole-number-not-negative = a whole number, not negative
decimal-number = a number (37.5)
smaller-number = a smaller number
see-help = see bpasim --help

## case and trace
everything-else-as-under = Everything else is as under
stated-as = stated as
in-kroner-of = in kroner of
mean-of = of
case-answer = What each pays, net, in { $year }, after the withdrawal, NOK (minus: receives more than it costs):
case-pays = { $model }: municipality { $municipality }, state { $state }, relatives { $relatives }
case-intro = This is how it is worked out. One person without chance: what may happen counts by its probability. Parameters are at their means, models in full effect. Numbers are shown rounded but worked out without rounding (--json has all decimals), except that each payment is in whole øre. In formulas · is times, and [a > b] is 1 where it holds and else 0.
case-review-18 = The review of the decision at 18 (transition_review, transition_cut) is not included for one person. Runs include it, and a model with a guarantee is spared it.
side-by-side = Side by side
row-relatives-hours = Relatives' hours a week
row-lost-work = Relatives' lost work, hours a week
row-bpa = BPA, NOK a year
row-refund = Refund, NOK a year
row-municipality-before = Municipality before withdrawal
row-municipality = Municipality, net, NOK a year
row-state = State, net, NOK a year
row-relatives = Relatives, net, NOK a year
case-left-out = Without randomness and introduction costs. A run (bpasim run) shows the spread over everybody.
label-person = Person
label-draw = draw
trace-found = An extreme, no ordinary person: of { $persons } simulated persons in the draw, this one has { $most-of ->
    [refund] the largest refund over the years
    [unmet] most unmet need
    [relatives] most hours from relatives
    [exit] most hours from relatives who leave work
    [break] the longest break in assistance
    [transition] most hours re-assessed at 18
    *[models] the largest difference in hours between models
}. { $having } have any of it.
nobody-beyond = Nobody in the model has more than this:
trace-intro = Hours are a week on the year's average, kroner nominal a year, shares between 0 and 1; 1 is yes and 0 is no. A formula stands where it is used first; what is the same under several models in a year stands once. In formulas · is times, and [a > b] is 1 where it holds and else 0.
random-numbers = Random numbers

## --version --verbose
version-verbose =
    model number: { $model }
    commit: { $commit }
    built for: { $target }
    optimised: { $optimised } (opt-level { $level })
    debug assertions: { $assertions }
    optional parts: { $features }
    vector instructions in use: { $instructions }
    flags of .cargo/config.toml: { $flags }
version-unknown = unknown
version-none = none
version-all-flags = all
version-flags-missing = { $missing } missing; the program may be slower, its answers are the same
