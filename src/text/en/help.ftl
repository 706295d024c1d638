# Help for the command line. A command: what it does, and an example. An option: what it means, and the name of its value.
# An option that means something else under one command has the command in its id: option-case-json.

## Words
option-version = Show the program's version
option-verbose = With --version: also show how the program was built
option-help = Show this help
help-usage = Usage
help-options = Options
help-arguments = Arguments
help-commands = Commands
help-some-options = { "[" }OPTIONS]
help-a-command = <COMMAND>

## Commands
command-bpasim = Who pays for user-controlled personal assistance (BPA)? Municipal cost, state refunds, what is shifted to relatives and participation in work under different financing models, with uncertainty
    .example =
        Example: bpasim run national --draws 256 --lang en
        Without a command: bpasim run
        
        Exit codes:
        { "0" }     done
        { "1" }     what was asked for did not hold: the calibration does not fit, the precision is not reached, the folder is changed
        { "2" }     the input is wrong, or the run does not fit; nothing is written
        { "3" }     the system did not give what was needed: no right to write, a full disk, a limit on the size of files, no threads
        { "4" }     a fault in the program
        { "130" }   interrupted; the same command goes on
command-run = Run a scenario under all its models and write the results
    .example = Example: bpasim run oslo --draws 512 --set price_response=0.2 --out oslo-test
command-merge = Join the slices of a run, or work out the results again from draws that were kept
    .example = Example: bpasim merge output/national-shards/* --out output/national
command-report = Make report and workbook of a finished run again, in another language for instance
    .example = Example: bpasim report output/national --lang en --open
command-verify = Check that a folder is as a run made it: which files were changed, and how to make it again. Files changed together with every hash are seen only with --repeat
    .example = Example: bpasim verify output/national --repeat
command-compare = Compare two runs: which assumptions differ, and what each of them does to the headlines
    .example = Example: bpasim compare output/national mine --shapley --out bridge
command-decide = Do everything that shows what decides the conclusion, and take it into the report
    .example = Example: bpasim decide national --out output/national
command-sensitivity = Find what decides a figure: which uncertain assumptions move it, and where it turns
    .example = Example: bpasim sensitivity national --of society_cost:B-zero --year total --method tornado,regression
command-backtest = Try the model against the past: would it have foreseen what happened?
    .example = Example: bpasim backtest oslo national --lang en
command-calibrate = Fit parameters to known figures, and make a posterior that run --posterior draws from
    .example = Example: bpasim calibrate national && bpasim run --posterior output/national-calibration
command-scenarios = List scenarios and alternative structures, or run the alternatives side by side
    .example = Example: bpasim scenarios national --grid --draws 256
command-cluster = Write a job file for a scheduler: an array of slices, and the merge that waits for them
    .example = Example: bpasim cluster slurm national --draws 131072 --shards 64 > job.sh && bash job.sh
command-check = Read a scenario and say all that is wrong, or what it changes
    .example = Example: bpasim check mine.toml
command-case = Calculate one person without randomness, step by step
    .example = Example: bpasim case --age 40 --need 60 --granted 45 --other-cost 300000 --relatives 1
command-trace = Follow one simulated person year by year and rule by rule
    .example = Example: bpasim trace national --draw 3 --pick refund --model B
command-describe = Explain a parameter, lever, model, outcome or scenario
    .example = Example: bpasim describe hour price
command-import = Import own figures from workbooks, CSV, files of Statistics Norway and lists, as a scenario
    .example = Example: bpasim import --template form.xlsx --units 3203, then bpasim import form.xlsx --out mine
command-new = Write out the built-in scenarios with their data, and a small one of your own to start from
    .example = Example: bpasim new folder && bpasim run folder/min.toml
command-serve = Open the page that is turned, with the program's own engine behind it: answers in a moment, and report, workbook and tables of what you see. Only this machine reaches it
    .example = Example: bpasim serve --open
command-completions = Write a completion script for a shell
    .example = Example: bpasim completions bash > ~/.local/share/bash-completion/completions/bpasim
command-licenses = Write the licences of the packages the program is built of, with the notices they ask for
    .example = Example: bpasim licenses > licences.txt

## Options and arguments
option-lang = Language on screen and in messages: nb (bokmål, the default), nn (nynorsk) or en (English)
    .value = LANGUAGE
option-scenario = national (the default), oslo, variants, sweden, example-mixed, example-own, or a file
    .value = SCENARIO
option-sets = Change a parameter or a lever (repeatable): price_response=0.2, financing.B.refund.rate=0.95
    .value = PATH=VALUE
option-models = Only these models, all compared with each other (the baseline is always there): A,B
    .value = MODELS
option-without = Put figures from studies paid for by an interested party at neutral values: commissioned
    .value = WHAT
option-replicates = Independent sets of persons for each draw (default 1)
    .value = NUMBER
option-seed = Seed of all random numbers (default 1)
    .value = NUMBER
option-sampling = How parameters are drawn: sobol (evenly spread points, their number rounded up to a power of two; the default) or random (independently)
    .value = WAY
option-posterior = Take parameters from the posterior of a calibration: posterior.json, or the folder it lies in
    .value = FILE
option-accept_bad_fit = Use the posterior though the calibration did not succeed; the results are marked
option-years = Number of years (default: the scenario's)
    .value = NUMBER
option-mechanical = Simulate every draw without reactions too, not only 16 of every 256: mean_mechanical in summary.csv from all draws (twice the time)
option-municipality = Make a page about one municipality too, by number or name, beside the report (kommune-NUMBER.html)
    .value = MUNICIPALITY
option-open = Open the report when it is done
option-host = The address that is listened at: 127.0.0.1 (default) or ::1
    .value = ADDRESS
option-port = The port (default: a free one)
    .value = PORT
option-serve-open = Open the page in the browser
option-csv = Tables for Norwegian spreadsheets too (semicolon, decimal comma): nb
    .value = LANGUAGE
option-docx = The report as a Word document too (report.docx), with fields for the committee to fill in
option-no_live = No engine in the report: its assumptions can't be turned
option-threads = Number of threads (default: every core)
    .value = NUMBER
option-out = Folder for the results (default: output/SCENARIO, and a folder of their own for own assumptions)
    .value = FOLDER
option-force = Overwrite an older result outside the default folder
option-no_report = No report, figures and workbook
option-quiet = No progress and no table
option-page = Write a page with tables and figures, and the numbers, in this folder
    .value = FOLDER
option-json = For programs: JSON instead of text
option-no_progress = No progress
option-draws = Draws of uncertain parameters (default 1024; with --precision: at most so many, default 131072)
    .value = NUMBER
option-precision = Go on until the Monte Carlo error of every headline is below this share: 0.01
    .value = SHARE
option-resume = Done anyway: the same command goes on with an interrupted run where it stopped
option-fresh = Start anew, and discard the finished draws of an interrupted run
option-repeat = Run again too, and compare the fingerprint
option-keep_draws = Keep every draw, in a folder beside the results (Parquet)
option-shard = Run only a slice of the draws: 1/4, 2/4 … or auto (the place in a job array); merge joins them
    .value = SLICE
option-fingerprint = Write one fingerprint of all results on the last line
option-folders = Folders from run --shard or run --keep-draws
    .value = FOLDERS
option-merged_scenario = The scenario's file, where it lies elsewhere now
    .value = FILE
option-results = The folder with the results
    .value = FOLDER
option-first = The folder with the results of the first run
    .value = FOLDER_A
option-second = The folder with the results of the second
    .value = FOLDER_B
option-bridge_draws = Draws the bridge is worked out on (default: the runs' own, at most 64)
    .value = NUMBER
option-shapley = Average over all orders in which the changes can be made, not only the one listed (at most 6 changes)
option-of = The outcome that the figure shows (default: state_net)
    .value = OUTCOME
option-compare-page = Write a page with tables and figure in this folder
    .value = FOLDER
option-run_draws = Draws of the run, where it is not done yet (default 1024)
    .value = NUMBER
option-few_points = Base points of a design for Sobol indices, or 0 for none (default: they are read off the draws of the run, with a design of 128 where that is not enough)
    .value = NUMBER
option-own_criterion = A criterion of your own beside the usual ones, with weights: municipality_net=1,state_net=0.5 (repeatable)
    .value = CRITERION
option-figure = The outcome in question, with a model or a difference: society_cost:B-zero, state_net:B, unmet_hours:difference (repeatable; default society_cost:difference)
    .value = FIGURE
option-figure_year = Its year, or total (default: the first year in full effect)
    .value = YEAR
option-method = Which analyses: tornado (default), regression, sobol, evppi, breakeven, two-way, signs; several with commas
    .value = ANALYSES
option-parameter = Parameter of breakeven and two-way (repeatable)
    .value = PARAMETER
option-target = breakeven: the value the figure shall have (default 0)
    .value = NUMBER
option-range = breakeven: the parameter's values: 0,500 (default: 1st to 99th percentile)
    .value = FROM,TO
option-analysis_draws = Number of draws, in which tornado, breakeven and two-way simulate each value (default: they are read off 1024 draws, tornado alone off 256; regression and evppi 1024)
    .value = NUMBER
option-points = sobol: base points of a design, at least 64 (default: the indices are read off draws, with a design of 1024 where that is not enough)
    .value = NUMBER
option-second_order = sobol: also what two parameters do only together
option-groups = sobol: groups of parameters, not one by one
option-criterion = evppi: what the choice is measured by: society_cost (default), public_net, or weights: municipality_net=1,state_net=0.5 (repeatable)
    .value = CRITERION
option-tests = What is tested: oslo (users and hours), national (users in two vintages), refund (the accounts of the whole refund scheme); all if none is named
    .value = TEST
option-backtest_draws = Draws of each forecast (default 512)
    .value = NUMBER
option-into = Take the test into the report of a finished run, instead of into a folder of its own
    .value = FOLDER
option-targets = Own table of targets (CSV), in place of the shipped one, which is for the whole country from 2024
    .value = FILE
option-fitted = Fit this parameter too (repeatable); FROM..TO makes a fixed one uncertain: other_services_cost_mean=300000..600000
    .value = PARAMETER
option-weighted_draws = Number of weighted draws (default 2048)
    .value = NUMBER
option-rows = Number of parameter vectors in the posterior (default 1000)
    .value = NUMBER
option-grid = Run the scenario under every alternative structure, side by side
option-alternatives = A list of alternatives of your own (TOML), instead of the built-in one
    .value = FILE
option-grid_draws = Draws of each alternative (default: 64 to 256, as many as its own error needs)
    .value = NUMBER
option-scheduler = slurm or kubernetes
    .value = SCHEDULER
option-shards = Number of slices to spread the run over
    .value = NUMBER
option-all_draws = Draws of uncertain parameters in all
    .value = NUMBER
option-cores = Cores for each slice (default 2)
    .value = NUMBER
option-program = The program where the jobs run (default: this one, or bpasim on kubernetes)
    .value = FILE
option-image = Kubernetes: the image that holds the program (default bpasim:latest)
    .value = IMAGE
option-claim = Kubernetes: the volume all slices share (default bpasim)
    .value = VOLUME
option-age = Age in the year
    .value = YEARS
option-need = Need, hours a week
    .value = HOURS
option-granted = Granted hours a week under the baseline in the base year
    .value = HOURS
option-other_cost = Cost of other services while BPA runs, NOK a year in base-year kroner (default 0)
    .value = NOK
option-intellectual = Registered intellectual disability
option-rapid = Rapid condition
option-relatives = Number of helping relatives (default 0)
    .value = NUMBER
option-year = Year of prices, threshold and squeeze (default: the base year)
    .value = YEAR
option-vacancy = Share of granted hours never staffed (default: the parameter)
    .value = SHARE
option-break_weeks = Weeks without assistants in the year (default 0)
    .value = WEEKS
option-waiting_months = Months of the year before BPA started (default 0)
    .value = MONTHS
option-need_before = Need the year before, hours a week (default: the same)
    .value = HOURS
option-zone = Zone of the employer's contribution: 1 (the default), 1a, 2, 3, 4, 4a, 5
    .value = ZONE
option-case-scenario = Scenario that parameters and models come from
    .value = SCENARIO
option-case-json = Write the numbers unrounded as JSON
option-draw = The draw's number, from 0 (default 0)
    .value = NUMBER
option-replicate = Number of the set of persons, from 0 (default 0)
    .value = NUMBER
option-person = The person: unit/bpa, pool or year of arrival/age class/number, such as 0301/pool/18-49/7
    .value = PERSON
option-pick = Find somebody worth looking at: refund, unmet, relatives, exit, break, transition or models
    .value = HAPPENING
option-model = Only this model
    .value = MODEL
option-trace-json = Write the numbers unrounded as JSON
option-id = Parameter, lever (refund.rate), model, outcome or scenario, or words to look for (hour price); without a name: everything with values
    .value = NAME
option-describe-scenario = Scenario it is looked up in
    .value = SCENARIO
option-dir = The folder to make
    .value = FOLDER
option-shell = bash, zsh, fish, elvish or powershell
    .value = SHELL
option-import_files = Files that are read: xlsx, xls, ods, CSV, JSON-stat 2, px
    .value = FILES
option-template = Write a form to fill in, and nothing else
    .value = FILE
option-where_ = Show where tables of Statistics Norway are saved by hand; the program never goes on the net
option-as_kind = What the table is of: population, recipients, hours, costs, persons (default: guessed from the headings)
    .value = WHAT
option-sheet = The sheet that is read
    .value = SHEET
option-import_year = The year of the figures (31 December), if the file does not say it or has several
    .value = YEAR
option-map = What a column is, what a split municipality became, or which ages to divide as the country’s (may be repeated): "Number of users=recipients_18_49", 1507=1508, 67+=share
    .value = HEADING=NAME
option-import_units = Municipalities of the form, or the one that all rows are of: 3203,Asker
    .value = MUNICIPALITIES
option-published = The figures are published: small counts are not hidden
option-growth = Yearly growth in recipients, to carry the figures to the base year: 0.04
    .value = SHARE
option-import_out = New or empty folder for the scenario
    .value = FOLDER
