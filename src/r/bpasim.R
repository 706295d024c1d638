# bpasim from R: starts the program and reads the files it writes. One file, to be sourced:
#
#     source("bpasim.R")
#     run <- bpasim_run("oslo", draws = 40, sets = list(fill_grant = 1))
#     head(run$summary)
#     person <- bpasim_case(age = 40, need = 60, granted = 45)
#
# The program is the one that the environment variable BPASIM names, else the one on the path. Tables are read from Parquet
# where the package `arrow` or `nanoparquet` is there, else from CSV; they are the same. JSON becomes lists where `jsonlite`
# is there, else it is text. Nothing is fetched from a network.
#
# What fails is a condition with the program's own message: class `bpasim_input` where the input is wrong,
# `bpasim_interrupted` where it was interrupted, `bpasim_failure` otherwise; all are of class `bpasim_error` and have the
# exit code as `exit_code`.

# Path of the program.
bpasim_program <- function() {
  own <- Sys.getenv("BPASIM", unset = Sys.which("bpasim"))
  if (!nzchar(own) || !file.exists(own)) {
    stop("bpasim: the program was not found; put it on the path, or let BPASIM name the file", call. = FALSE)
  }
  normalizePath(own)
}

# Starts the program with words as they are, nothing in them read by a shell; gives the lines it prints. Paths among them are
# as in any R function: relative to the working folder.
bpasim_call <- function(words, quiet = TRUE) {
  errors <- tempfile("bpasim-")
  on.exit(unlink(errors))
  printed <- suppressWarnings(system2(
    bpasim_program(), shQuote(words), stdout = TRUE, stderr = if (quiet) errors else ""
  ))
  code <- attr(printed, "status")
  told <- if (file.exists(errors)) readLines(errors, encoding = "UTF-8", warn = FALSE) else character()
  if (!is.null(code) && code != 0) stop(bpasim_condition(told, code))
  for (line in told) warning(line, call. = FALSE)
  Encoding(printed) <- "UTF-8"
  attributes(printed) <- NULL
  printed
}

bpasim_condition <- function(told, code) {
  kind <- switch(as.character(code), "2" = "bpasim_input", "130" = "bpasim_interrupted", "bpasim_failure")
  message <- if (length(told)) paste(told, collapse = "\n") else paste("bpasim ended with exit code", code)
  structure(class = c(kind, "bpasim_error", "error", "condition"), list(message = message, call = NULL, exit_code = code))
}

# Options as the program writes them: `other_cost = 3` is `--other-cost=3`, TRUE an option without value, NULL and FALSE none.
bpasim_options <- function(options) {
  words <- character()
  for (name in names(options)) {
    value <- options[[name]]
    option <- paste0("--", gsub("_", "-", name, fixed = TRUE))
    if (is.null(value) || identical(value, FALSE)) next
    words <- c(words, if (isTRUE(value)) option else paste0(option, "=", bpasim_value(value)))
  }
  words
}

# Numbers with all their digits, and never as 1e+05.
bpasim_value <- function(value) {
  if (is.logical(value)) return(tolower(as.character(value)))
  if (is.numeric(value)) return(format(value, digits = 15, scientific = FALSE, trim = TRUE, decimal.mark = "."))
  as.character(value)
}

bpasim_sets <- function(sets) {
  if (!length(sets)) return(character())
  paste0("--set=", names(sets), "=", vapply(sets, bpasim_value, ""))
}

# Simulates a scenario: its name or its file. `sets` are changes: list(fill_grant = 1, "financing.B.refund.rate" = 0.95).
# `models` is a vector of names. Other arguments are options of `bpasim run`: seed, years, replicates, threads, precision …
# Without `out` the results lie in R's temporary folder, which goes away with the session. Gives what `bpasim_results` gives.
bpasim_run <- function(scenario = "national", draws = NULL, sets = list(), models = NULL, keep_draws = FALSE, report = FALSE,
                       out = NULL, quiet = TRUE, lang = "nb", ...) {
  if (is.null(out)) out <- file.path(tempfile("bpasim-"), "results")
  if (length(models)) models <- paste(models, collapse = ",")
  options <- list(draws = draws, models = models, keep_draws = keep_draws, no_report = !report, out = out, quiet = quiet,
                  lang = lang, ...)
  bpasim_call(c("run", scenario, bpasim_options(options), bpasim_sets(sets)), quiet)
  bpasim_results(out)
}

# The results in a folder: `path`, and tables that are read when they are first asked for: summary, ledger, units,
# unit_years, budget, parameters, validation. `draws` and `drawn_parameters` need Parquet and a run with keep_draws = TRUE.
bpasim_results <- function(path) {
  if (!file.exists(file.path(path, "run.json"))) {
    stop(bpasim_condition(paste0(path, ": no run stands here; run.json is missing"), 2))
  }
  run <- new.env(parent = emptyenv())
  run$path <- path
  for (name in c("summary", "ledger", "units", "unit_years", "budget", "parameters", "validation")) local({
    own <- name
    delayedAssign(own, bpasim_table(path, own), assign.env = run)
  })
  delayedAssign("draws", bpasim_draws(path, "draws"), assign.env = run)
  delayedAssign("drawn_parameters", bpasim_draws(path, "parameters"), assign.env = run)
  structure(run, class = "bpasim_results")
}

print.bpasim_results <- function(x, ...) {
  cat("bpasim results:", x$path, "\n")
  invisible(x)
}

# What reads Parquet here; NULL where nothing does.
bpasim_parquet <- function() {
  if (requireNamespace("arrow", quietly = TRUE)) return(function(file) as.data.frame(arrow::read_parquet(file)))
  if (requireNamespace("nanoparquet", quietly = TRUE)) return(function(file) as.data.frame(nanoparquet::read_parquet(file)))
  NULL
}

# A table of a folder by the name of its file without ending.
bpasim_table <- function(path, name) {
  read <- bpasim_parquet()
  file <- file.path(path, paste0(name, ".parquet"))
  if (!is.null(read) && file.exists(file)) return(read(file))
  file <- file.path(path, paste0(name, ".csv"))
  if (!file.exists(file)) {
    names <- sub("[.]csv$", "", list.files(path, "[.]csv$"))
    stop(bpasim_condition(paste0("no table ", name, " in ", path, "; there are ", paste(names, collapse = ", ")), 2))
  }
  heads <- names(utils::read.csv(file, nrows = 1, fileEncoding = "UTF-8"))
  # Codes of municipalities begin with a nought that numbers have not.
  types <- if ("id" %in% heads) c(id = "character") else NA
  utils::read.csv(file, colClasses = types, fileEncoding = "UTF-8")
}

bpasim_draws <- function(path, name) {
  read <- bpasim_parquet()
  if (is.null(read)) stop("kept draws are Parquet: install the package arrow or nanoparquet", call. = FALSE)
  files <- Sys.glob(file.path(paste0(path, "-draws"), "*", paste0(name, ".parquet")))
  if (!length(files)) {
    stop(bpasim_condition(paste0("the draws of ", path, " were not kept; run with keep_draws = TRUE"), 2))
  }
  do.call(rbind, lapply(files, read))
}

# JSON as lists, where jsonlite is there; else as text.
bpasim_json <- function(lines) {
  text <- paste(lines, collapse = "\n")
  if (requireNamespace("jsonlite", quietly = TRUE)) jsonlite::fromJSON(text, simplifyVector = FALSE) else text
}

# One person under every model, step by step. Other arguments are options of `bpasim case`: other_cost, relatives, year …
bpasim_case <- function(age, need, granted, sets = list(), lang = "nb", ...) {
  options <- list(age = age, need = need, granted = granted, json = TRUE, lang = lang, ...)
  bpasim_json(bpasim_call(c("case", bpasim_options(options), bpasim_sets(sets))))
}

# What differs between two runs (results or folders), and what it does to the differences between models.
bpasim_compare <- function(first, second, lang = "nb", ...) {
  folder <- function(run) if (inherits(run, "bpasim_results")) run$path else run
  bpasim_json(bpasim_call(c("compare", folder(first), folder(second), bpasim_options(list(json = TRUE, lang = lang, ...)))))
}

# What decides a figure, of a scenario or results. Other arguments are options of `bpasim sensitivity`.
bpasim_sensitivity <- function(about = "national", sets = list(), lang = "nb", ...) {
  if (inherits(about, "bpasim_results")) about <- about$path
  options <- list(json = TRUE, quiet = TRUE, lang = lang, ...)
  bpasim_json(bpasim_call(c("sensitivity", about, bpasim_options(options), bpasim_sets(sets))))
}

# What a parameter, lever, model, outcome or scenario is, or all that words are about; lines of text.
bpasim_describe <- function(..., lang = "nb") {
  bpasim_call(c("describe", paste0("--lang=", lang), "--", ...))
}
