# The file for R, tried: runs, tables, errors as conditions.
source(commandArgs(trailingOnly = TRUE)[1])

caught <- function(expression) tryCatch({ expression; stop("nothing failed") }, bpasim_error = identity)

run <- bpasim_run("oslo", draws = 4, years = 3, sets = list(fill_grant = 1, "financing.B.refund.rate" = 0.95))
summary <- run$summary
stopifnot(is.data.frame(summary), is.numeric(summary$mean), is.integer(summary$year), anyNA(summary$year))
stopifnot(identical(names(summary)[1:4], c("outcome", "unit", "model", "year")), nrow(run$ledger) > 100)
stopifnot(run$parameters$value[run$parameters$id == "fill_grant"] == "1")

# What the program itself writes for the same words is the same.
own <- system2(bpasim_program(), c("run", "oslo", "--draws", "4", "--years", "3", "--set", "fill_grant=1", "--set",
  "financing.B.refund.rate=0.95", "--no-report", "--quiet", "--out", "own"))
stopifnot(own == 0, identical(readLines("own/summary.csv"), readLines(file.path(run$path, "summary.csv"))))
stopifnot(identical(bpasim_results("own")$summary, summary))

# A place with a space and a quote in its name is a place like any other.
odd <- bpasim_run("oslo", draws = 2, years = 3, out = "min 'egen' $HOME")
stopifnot(dir.exists("min 'egen' $HOME"), nrow(odd$units) > 0)
country <- bpasim_run("national", draws = 1, years = 2, models = c("A", "B"))
stopifnot("0301" %in% country$units$id, setequal(unique(country$units$model), c("zero", "A", "B")))

wrong <- caught(bpasim_run("oslo", sets = list(fil_grant = 1), lang = "en"))
stopifnot(inherits(wrong, "bpasim_input"), wrong$exit_code == 2, grepl("fill_grant", conditionMessage(wrong)))
stopifnot(grepl("did you mean", conditionMessage(wrong)), length(list.files(".")) == 2)
missed <- caught(bpasim_run("oslo", draws = 40, years = 3, precision = 0.000001, out = "missed"))
stopifnot(inherits(missed, "bpasim_failure"), missed$exit_code == 1, file.exists("missed/run.json"))
stopifnot(inherits(caught(bpasim_results("nothing")), "bpasim_input"))
stopifnot(grepl("summary", conditionMessage(caught(bpasim_table("own", "sumary")))))

case <- bpasim_case(age = 40, need = 60, granted = 45, other_cost = 300000)
stopifnot(grepl("bpa_cost", paste(unlist(lapply(list(case), function(x) if (is.list(x)) names(x$models$zero) else x)), collapse = " ")))
stopifnot(any(grepl("fill_grant", bpasim_describe("fill_grant"))), length(bpasim_describe()) > 100)
stopifnot(bpasim_value(300000) == "300000", bpasim_value(1e-6) == "0.000001", bpasim_value(0.1) == "0.1", bpasim_value(TRUE) == "true")
stopifnot(!is.null(bpasim_compare(run, odd$path, draws = 2)))
stopifnot(!is.null(bpasim_sensitivity("oslo", parameter = "fill_grant", draws = 8)))
writeLines("R: sound")
