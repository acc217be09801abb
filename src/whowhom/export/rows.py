"""The rows of one table as they are exported: batch by batch, each with the `input_id` of its article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from whowhom.dataset import Dataset

_BATCH_ROWS = 2048


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table. `schema` has the columns as exported; batches may be read once or again."""

    dataset: Dataset
    table: str

    @property
    def schema(self) -> pa.Schema:
        """The columns, `input_id` after `article_id` included."""
        held = pq.read_schema(self.dataset.file(self.table))
        at = self._place_of_input_id(held)
        return held if at is None else held.insert(at, pa.field("input_id", pa.string()))

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Yield the rows in Arrow batches."""
        with pq.ParquetFile(self.dataset.file(self.table)) as file:
            at = self._place_of_input_id(file.schema_arrow)
            input_ids = self._input_ids() if at is not None else {}
            for batch in file.iter_batches(batch_size=_BATCH_ROWS):
                if at is not None:
                    ids = [input_ids.get(key) for key in batch.column("article_id").to_pylist()]
                    batch = batch.add_column(at, pa.field("input_id", pa.string()), pa.array(ids, pa.string()))
                yield batch

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Yield the rows one by one, nested as in docs/records.md."""
        for batch in self.batches():
            yield from batch.to_pylist()

    @staticmethod
    def _place_of_input_id(schema: pa.Schema) -> int | None:
        if "article_id" not in schema.names or "input_id" in schema.names:
            return None
        return int(schema.get_field_index("article_id")) + 1

    def _input_ids(self) -> dict[str, str | None]:
        with pq.ParquetFile(self.dataset.file("articles")) as file:
            pairs = file.read(columns=["article_id", "input_id"])
        return dict(zip(pairs.column("article_id").to_pylist(), pairs.column("input_id").to_pylist(), strict=True))
