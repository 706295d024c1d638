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
        run / f"{name}.nb.csv", sep=";", decimal=",", encoding="utf-8-sig", dtype={"id": str}
    )
    columnar = pandas.read_parquet(run / f"{name}.parquet")
    known = duckdb.sql(f"SELECT * FROM '{run}/{name}.parquet'")
    counted = duckdb.sql(f"SELECT count(*) FROM read_csv('{run}/{name}.csv')").fetchall()[0][0]
    assert len(table) == len(norwegian) == len(columnar) == len(known) == counted, name
    assert list(columnar.columns) == known.columns == list(table.columns), name
    for column in table.columns:
        if not pandas.api.types.is_float_dtype(columnar[column]):
            continue
        exact = columnar[column].astype(float)
        assert pandas.api.types.is_numeric_dtype(norwegian[column]), f"{name}.nb.csv: {column} is text"
        pandas.testing.assert_series_equal(table[column].astype(float), exact, rtol=1e-12)
        pandas.testing.assert_series_equal(norwegian[column].astype(float), exact, rtol=1e-12)
    if name == "units":
        assert (table["id"] == "0301").any() and (norwegian["id"] == "0301").any()
        assert norwegian["kommune"].str.startswith("0301 ").any()
    numbers = table.select_dtypes("number")
    for column in numbers.columns:
        print(f"{name} {column} {numbers[column].sum():.6e}".replace("-0.000000e+00", "0.000000e+00"))
