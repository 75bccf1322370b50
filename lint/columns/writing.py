"""Rows to a Parquet file, piece by piece: never more in memory than one piece."""

from typing import IO, Any

from lint.columns.arrow import COMPRESSION
from lint.columns.form import ROWS
from lint.columns.rows import Row

# Characters of text in one piece: wordy reports come in smaller pieces.
_MOST_CHARACTERS = 32 * 1024 * 1024
# Columns with as many values as rows: a dictionary of them would only be thrown away.
_ALL_DIFFERENT = frozenset({"source", "title"})


class Writer:
    """Writes rows of a schema into an open file; to be closed for the end of the file, which is its index."""

    def __init__(self, file: IO[bytes], schema: Any) -> None:
        from pyarrow import parquet  # noqa: PLC0415

        self.schema = schema
        dictionary = [name for name in schema.names if name not in _ALL_DIFFERENT and "." not in name]
        self._writer: Any = parquet.ParquetWriter(file, schema, compression=COMPRESSION, use_dictionary=dictionary)
        self._held: list[Row] = []
        self._characters = 0

    def add(self, row: Row, characters: int) -> None:
        """One row more; ``characters`` is about how much text it has."""
        self._held.append(row)
        self._characters += characters
        if len(self._held) >= ROWS or self._characters >= _MOST_CHARACTERS:
            self._flush()

    def close(self) -> None:
        """Write what is held, and the end of the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._held:
            self._writer.write_table(table_of(self._held, self.schema))
        self._held.clear()
        self._characters = 0


def table_of(rows: list[Row], schema: Any) -> Any:
    """Rows as ``pyarrow.Table``."""
    import pyarrow  # noqa: PLC0415

    arrays = [pyarrow.array([row.get(field.name) for row in rows], field.type) for field in schema]
    return pyarrow.Table.from_arrays(arrays, schema=schema)
