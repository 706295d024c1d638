"""What a run wrote, read when it is asked for."""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
from functools import cached_property
from pathlib import Path
from typing import Any, Optional


class TemporaryFolder:
    """A folder that goes away with the last one who knows of it."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="bpasim-"))
        # A folder of Python's own would warn whoever lets it go without saying so, as is meant here.
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class Table:
    """A table of a run. Nothing is read before it is asked for, and then once.

    DuckDB, polars and others that speak Arrow take it as it is (``polars.from_arrow``, ``pyarrow.table``).
    """

    def __init__(self, name: str, files: list[Path], keeper: Optional[TemporaryFolder] = None) -> None:
        self.name = name
        #: The files that it stands in, all with the same columns.
        self.files = files
        # A folder that goes away with the results stays as long as one of its tables.
        self._keeper = keeper

    @cached_property
    def arrow(self) -> Any:
        """The table as a ``pyarrow.Table``.

        Raises:
            ImportError: pyarrow is not installed; the message says how it is.
        """
        try:
            import pyarrow
            import pyarrow.csv
            import pyarrow.parquet
        except ImportError as missing:
            raise ImportError("tables need pyarrow: pip install 'bpasim[tables]'") from missing
        if self.files[0].suffix == ".csv":
            # Codes of municipalities begin with a nought that numbers have not.
            as_text = pyarrow.csv.ConvertOptions(column_types={"id": pyarrow.string()})
            return pyarrow.concat_tables(pyarrow.csv.read_csv(file, convert_options=as_text) for file in self.files)
        return pyarrow.concat_tables(pyarrow.parquet.ParquetFile(file).read() for file in self.files)

    def to_arrow(self) -> Any:
        """The table as a ``pyarrow.Table``."""
        return self.arrow

    def to_pandas(self) -> Any:
        """The table as a ``pandas.DataFrame``. Years are whole numbers there too, missing ones included."""
        import pandas

        # Without this, a column of years with a hole becomes decimal numbers.
        whole = {"int32": pandas.Int32Dtype(), "int64": pandas.Int64Dtype()}
        holes = {self.arrow.field(c).type for c in self.arrow.column_names if self.arrow.column(c).null_count}
        types = {t: whole[str(t)] for t in holes if str(t) in whole}
        return self.arrow.to_pandas(types_mapper=types.get)

    def to_polars(self) -> Any:
        """The table as a ``polars.DataFrame``."""
        import polars

        return polars.from_arrow(self.arrow)

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return list(self.arrow.column_names)

    def __len__(self) -> int:
        return int(self.arrow.num_rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.arrow.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<bpasim.Table {self.name}: {', '.join(map(str, self.files))}>"


class Results:
    """The folder of a run: ``Results("output/national")`` opens one that stands already.

    Raises:
        ValueError: no run stands there.
    """

    def __init__(self, path: str | Path, keeper: Optional[TemporaryFolder] = None) -> None:
        #: The folder.
        self.path = Path(path)
        # Where nobody said where the results go, they go away with the last one who knows of them.
        self._keeper = keeper
        if not (self.path / "run.json").is_file():
            raise ValueError(f"{self.path}: no run stands here; run.json is missing")

    @cached_property
    def about(self) -> dict[str, Any]:
        """``run.json``: command, scenario, models, changes, warnings, fingerprint, hashes of files."""
        about: dict[str, Any] = json.loads((self.path / "run.json").read_text(encoding="utf-8"))
        return about

    @property
    def fingerprint(self) -> str:
        """Hash of all results: the same for the same run anywhere."""
        return str(self.about["fingerprint"])

    @cached_property
    def summary(self) -> Table:
        """Every outcome under every model, and every difference: mean, error, percentiles."""
        return self.table("summary")

    @cached_property
    def ledger(self) -> Table:
        """Payer × item × year, accrued and paid."""
        return self.table("ledger")

    @cached_property
    def units(self) -> Table:
        """Every municipality or district, first year and full effect."""
        return self.table("units")

    @cached_property
    def parameters(self) -> Table:
        """Every assumption: value, unit, status, source, and the range that was drawn."""
        return self.table("parameters")

    @cached_property
    def draws(self) -> Table:
        """Every draw's outcomes, for runs with ``keep_draws``: draw, replicate, model, year, outcome, value."""
        return self._kept("draws")

    @cached_property
    def drawn_parameters(self) -> Table:
        """Every draw's assumptions, for runs with ``keep_draws``: draw, id, drawn, used."""
        return self._kept("parameters")

    def table(self, name: str) -> Table:
        """Any table of the folder by the name of its file without ending: ``"budget"``, ``"validation"``, …

        Raises:
            ValueError: there is none of that name; the message names those there are.
        """
        for ending in ("parquet", "csv"):
            file = self.path / f"{name}.{ending}"
            if file.is_file():
                return Table(name, [file], self._keeper)
        names = ", ".join(sorted(file.stem for file in self.path.glob("*.csv")))
        raise ValueError(f"no table «{name}» in {self.path}; there are {names}")

    def _kept(self, name: str) -> Table:
        folder = self.path.with_name(self.path.name + "-draws")
        files = sorted(folder.glob(f"*/{name}.parquet"))
        if not files:
            raise ValueError(f"the draws of {self.path} were not kept; run with keep_draws=True")
        return Table(name, files, self._keeper)

    def __repr__(self) -> str:
        return f"<bpasim.Results {self.path}>"
