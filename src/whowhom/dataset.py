"""A finished dataset: its tables as Arrow, pandas or SQL, and its manifest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from whowhom.errors import BadInput, MissingPart

if TYPE_CHECKING:
    import duckdb
    import pandas


@dataclass(frozen=True, slots=True)
class Dataset:
    """A finished dataset. Reading takes no lock: any number of processes can read at once."""

    path: Path
    manifest: Mapping[str, Any]

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that the dataset holds."""
        return tuple(name for name in self.manifest["rows"] if self._file(name).is_file())

    def file(self, name: str) -> Path:
        """Return the Parquet file of a table; BadInput where there is no such table."""
        if name not in self.manifest["rows"]:
            raise BadInput(f"There is no table {name!r}. The tables are: {', '.join(self.manifest['rows'])}.")
        if not self._file(name).is_file():
            raise BadInput(f"{self._file(name)} is missing. Was it moved? Run `whowhom code` anew to another folder.")
        return self._file(name)

    def table(self, name: str) -> pa.Table:
        """Return a whole table as an Arrow table, nested as in docs/records.md."""
        return pq.read_table(self.file(name), partitioning=None)

    def pandas(self, name: str) -> "pandas.DataFrame":
        """Return a whole table as a pandas data frame; MissingPart where pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            raise MissingPart("pandas is not installed. Install it with: pip install whowhom[pandas]") from error
        frame: pandas.DataFrame = self.table(name).to_pandas()
        return frame

    def duckdb(self) -> "duckdb.DuckDBPyConnection":
        """Return a new in-memory DuckDB connection with one view a table; nothing is copied."""
        import duckdb

        connection = duckdb.connect(":memory:")
        for name in self.tables:
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({_literal(self._file(name))})")
        return connection

    def sql(self, query: str) -> pa.Table:
        """Return the rows of one SQL query over the tables; BadInput where the query does not run."""
        import duckdb

        with self.duckdb() as connection:
            try:
                rows = connection.sql(query)
                if rows is not None:
                    return rows.to_arrow_table()
            except duckdb.Error as error:
                raise BadInput(f"The query does not run. {error}\nThe tables are: {', '.join(self.tables)}.") from error
        raise BadInput("The query gives no rows. Ask with SELECT; for more, use Dataset.duckdb().")

    def _file(self, name: str) -> Path:
        return self.path / f"{name}.parquet"


def open_dataset(path: str | Path) -> Dataset:
    """Open a finished dataset folder; BadInput where it is none, or is not finished."""
    folder = Path(path)
    if not folder.is_dir():
        raise BadInput(f"{folder}: there is no such folder. Make a dataset with: whowhom code INPUT -o {folder}")
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _not_finished(folder) from error
    except (OSError, ValueError) as error:
        raise BadInput(f"{folder / 'manifest.json'} cannot be read: {error}") from error
    if not isinstance(manifest, dict) or "dataset_hash" not in manifest or "rows" not in manifest:
        raise BadInput(f"{folder} is no whowhom dataset: its manifest.json is of something else.")
    return Dataset(folder, manifest)


def _not_finished(folder: Path) -> BadInput:
    if (folder / ".work").is_dir():
        return BadInput(
            f"{folder} is not finished: its run is still at work or was broken off. "
            "Wait for it, or start the same `whowhom code` command again; it goes on where it stopped."
        )
    return BadInput(f"{folder} is no whowhom dataset: it has no manifest.json. Datasets are made with `whowhom code`.")


def _literal(path: Path) -> str:
    """Quote a path for SQL, with the characters that DuckDB would read as a pattern put in brackets."""
    plain = "".join(f"[{c}]" if c in "*?[" else c for c in path.absolute().as_posix())
    return "'" + plain.replace("'", "''") + "'"
