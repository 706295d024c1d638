# Reads a run's files with base R, both flavours; prints sums that pandas found too.
run <- commandArgs(trailingOnly = TRUE)[1]
for (name in c("summary", "ledger", "units")) {
  table <- read.csv(file.path(run, paste0(name, ".csv")), colClasses = if (name == "units") c(id = "character") else NA)
  norwegian <- read.csv2(file.path(run, paste0(name, ".nb.csv")), fileEncoding = "UTF-8-BOM",
                         colClasses = if (name == "units") c(kommunenr = "character") else NA)
  # Heads are words, in the order of the table's columns; what is told twice stands beside.
  norwegian <- norwegian[!grepl("^kommune$|_kode$", names(norwegian))]
  stopifnot(ncol(table) == ncol(norwegian))
  names(norwegian) <- names(table)
  stopifnot(nrow(table) == nrow(norwegian))
  if (name == "units") stopifnot("0301" %in% table$id, "0301" %in% norwegian$id)
  for (column in names(table)) {
    if (!is.numeric(table[[column]])) next
    # Numbers are whole from a thousand on: half of one in a thousand.
    stopifnot(is.numeric(norwegian[[column]]), isTRUE(all.equal(table[[column]], norwegian[[column]], tolerance = 0.5 / 1000)))
    total <- sub("^-0.000000e\\+00$", "0.000000e+00", sprintf("%.6e", sum(table[[column]], na.rm = TRUE)))
    writeLines(paste(name, column, total))
  }
}
