"""Reads a run's files with Frictionless, DuckDB and pandas; prints sums that R must find too."""

import sys
from pathlib import Path

import duckdb
import pandas
from frictionless import validate

run = Path(sys.argv[1])
report = validate(str(run / "datapackage.json"))
assert report.valid, report.flatten(["title", "message"])

for name in ("summary", "ledger", "units"):
    table = pandas.read_csv(run / f"{name}.csv", dtype={"id": str})
    norwegian = pandas.read_csv(
        run / f"{name}.nb.csv", sep=";", decimal=",", encoding="utf-8-sig", dtype={"kommunenr": str}
    )
    # Heads are words, in the order of the table's columns; what is told twice stands beside.
    own = [column for column in norwegian.columns if column not in ("kommune", "størrelse_kode")]
    assert len(own) == len(table.columns), name
    words = dict(zip(table.columns, own))
    columnar = pandas.read_parquet(run / f"{name}.parquet")
    known = duckdb.sql(f"SELECT * FROM '{run}/{name}.parquet'")
    counted = duckdb.sql(f"SELECT count(*) FROM read_csv('{run}/{name}.csv')").fetchall()[0][0]
    assert len(table) == len(norwegian) == len(columnar) == len(known) == counted, name
    assert list(columnar.columns) == known.columns == list(table.columns), name
    for column in table.columns:
        if not pandas.api.types.is_float_dtype(columnar[column]):
            continue
        exact = columnar[column].astype(float)
        told = norwegian[words[column]]
        assert pandas.api.types.is_numeric_dtype(told), f"{name}.nb.csv: {column} is text"
        pandas.testing.assert_series_equal(table[column].astype(float), exact, rtol=1e-12)
        # Whole from a thousand on, else six digits.
        large = exact.abs() >= 1000
        for rows, within in ((large, {"rtol": 0, "atol": 0.5}), (~large, {"rtol": 1e-5, "atol": 1e-12})):
            pandas.testing.assert_series_equal(
                told[rows].astype(float), exact[rows], check_names=False, **within
            )
    if name == "units":
        assert (table["id"] == "0301").any() and (norwegian["kommunenr"] == "0301").any()
        assert norwegian["kommune"].str.startswith("0301 ").any()
    numbers = table.select_dtypes("number")
    for column in numbers.columns:
        print(f"{name} {column} {numbers[column].sum():.6e}".replace("-0.000000e+00", "0.000000e+00"))

# Kept draws: every draw's parameters beside what came of them, in both, and the example of the README.
draws = run.parent / "run-draws"
read = lambda name: pandas.concat(map(pandas.read_parquet, sorted(draws.glob(f"*/{name}.parquet"))))
parameters = read("parameters").pivot(index="draw", columns="id", values="used")
outcomes = read("draws")
state = outcomes[(outcomes.outcome == "state_net") & (outcomes.year == 2029)].pivot(
    index="draw", columns="model", values="value"
)
table = parameters.join(state)
joined = duckdb.sql(f"""
    SELECT d.draw, d.model, p.used AS bpa_hour_cost, d.value AS state_net
    FROM '{draws}/*/draws.parquet' d JOIN '{draws}/*/parameters.parquet' p USING (draw)
    WHERE d.outcome = 'state_net' AND d.year = 2029 AND p.id = 'bpa_hour_cost'
""").df()
assert len(joined) == table[state.columns].size == 4 * len(state.columns)
for row in joined.itertuples():
    assert table.loc[row.draw, "bpa_hour_cost"] == row.bpa_hour_cost
    assert table.loc[row.draw, row.model] == row.state_net
means = pandas.read_csv(run / "parameters.csv").set_index("id")["drawn_mean"].dropna()
drawn = read("parameters").groupby("id")["drawn"].mean()
pandas.testing.assert_series_equal(drawn.sort_index(), means.sort_index(), check_names=False, rtol=1e-9)
