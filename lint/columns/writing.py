"""Rows to a Parquet file, piece by piece: never more in memory than one piece."""

from types import TracebackType
from typing import IO, Any, Self

from lint.columns.arrow import COMPRESSION
from lint.columns.form import ROWS
from lint.columns.rows import Row

# Characters of text in one piece: wordy reports come in smaller pieces.
_MOST_CHARACTERS = 32 * 1024 * 1024
# Columns with as many values as rows: a dictionary of them would only be thrown away.
_ALL_DIFFERENT = frozenset({"source", "title"})


class _Into:
    """An open file, as Arrow writes into it, until it is let go: what is written then goes nowhere."""

    closed = False

    def __init__(self, file: IO[bytes]) -> None:
        self._file: IO[bytes] | None = file

    def write(self, data: bytes) -> int:
        return len(data) if self._file is None else self._file.write(data)

    def flush(self) -> None:
        if self._file is not None:
            self._file.flush()

    def let_go(self) -> None:
        self._file = None


class Writer:
    """Writes rows of a schema into an open file, with a checksum for each page of it.

    Left in order, it writes the end of the file, which is its index; left by an error, nothing more.
    """

    def __init__(self, file: IO[bytes], schema: Any) -> None:
        from pyarrow import parquet  # noqa: PLC0415

        self.schema = schema
        dictionary = [name for name in schema.names if name not in _ALL_DIFFERENT and "." not in name]
        self._into = _Into(file)
        self._writer: Any = parquet.ParquetWriter(
            self._into, schema, compression=COMPRESSION, use_dictionary=dictionary, write_page_checksum=True
        )
        self._held: list[Row] = []
        self._characters = 0

    def add(self, row: Row, characters: int) -> None:
        """One row more; ``characters`` is about how much text it has."""
        self._held.append(row)
        self._characters += characters
        if len(self._held) >= ROWS or self._characters >= _MOST_CHARACTERS:
            self._flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._flush()
                self._writer.close()
        finally:
            # Arrow's writer closes itself when it is thrown away, by then perhaps into a file that is closed.
            self._into.let_go()
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
