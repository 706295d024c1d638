"""The module's tables, with the libraries that read them."""

import csv
import sys
import doctest

import bpasim
import bpasim._commands
import pandas
import polars
import pyarrow

run = bpasim.run("oslo", draws=4, years=3, keep_draws=True)
for name in ("summary", "ledger", "units"):
    table = getattr(run, name)
    assert table.files[0].suffix == ".parquet"
    with open(run.path / f"{name}.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    frame = table.to_pandas()
    assert len(table) == len(frame) == len(rows) == table.to_polars().height, name
    assert table.columns == list(rows[0]) == list(frame.columns), name
    assert pyarrow.table(table).equals(table.arrow) and polars.from_arrow(table.arrow).columns == table.columns

# A year is a whole number also beside totals that have none.
summary = run.summary.to_pandas()
assert str(summary["year"].dtype) == "Int32" and summary["year"].isna().any()
state = summary[(summary.outcome == "state_net") & (summary.year == 2024) & (summary.statistic_of == "level")]
drawn = run.draws.to_pandas()
drawn = drawn[(drawn.outcome == "state_net") & (drawn.year == 2024)].groupby("model")["value"].mean()
nominal = state[state.basis == "nominal"].set_index("model")["mean"]
pandas.testing.assert_series_equal(nominal.sort_index(), drawn.sort_index(), check_names=False, rtol=1e-9, check_index_type=False)

assumptions = run.parameters.to_pandas().set_index("id")
used = run.drawn_parameters.to_pandas()
mean = used[used.id == "fill_grant"]["drawn"].mean()
assert abs(assumptions.loc["fill_grant", "drawn_mean"] - mean) < 1e-9
units = bpasim.run("national", draws=1, years=2).units.to_pandas()
assert (units["id"] == "0301").any()

for module in (bpasim, bpasim._commands):
    tried = doctest.testmod(module)
    assert tried.attempted and not tried.failed, tried
print("tables: sound", sys.version)
