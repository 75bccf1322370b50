"""A collection as it is read back: checked for being one, then batch by batch."""

import errno
import os
import stat
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lint.columns.arrow import ABSENT, is_installed, report_schema
from lint.columns.fitting import fitted
from lint.columns.form import HEADINGS, ROWS
from lint.model.address import Url, is_url
from lint.model.errors import Unreadable, cannot_be_read
from lint.model.text import Text

# Few different values among many rows: read as the number of the value, with the values once.
CODED = ("state", "tool", "kind", "level", "edition", "published", "skeleton", *HEADINGS.values())
_DAMAGED = Text("不是 Parquet 文件，或已损坏", "this is no Parquet file, or it is damaged")
_NO_COLLECTION = Text(
    "不是用 collect 写成的报告集：缺少 {names}", "this is no collection that collect wrote: it lacks {names}"
)
_OTHER_TYPE = Text("列“{name}”的类型不对", "the column '{name}' is of another type")
_MOST_NAMED = 3
_AT_ONCE = 512  # rows of a batch as Python has them


class Batch:
    """Some rows of a collection, by column; ``first`` is the number of the first of them, from 0."""

    def __init__(self, columns: Any, first: int) -> None:
        self.columns = columns
        self.first = first

    def __len__(self) -> int:
        count: int = self.columns.num_rows
        return count

    @cached_property
    def _at(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.columns.schema.names)}

    def column(self, name: str) -> Any:
        """A column as ``pyarrow.Array``."""
        return self.columns.column(self._at[name])

    def rows(self, numbers: list[int]) -> Iterator[dict[str, Any]]:
        """Some of the rows, as Python has them; never many of them in memory at once."""
        import pyarrow  # noqa: PLC0415

        names = self.columns.schema.names
        for start in range(0, len(numbers), _AT_ONCE):
            some = pyarrow.array(numbers[start : start + _AT_ONCE], pyarrow.int64())
            values = [column.to_pylist() for column in self.columns.take(some).columns]
            yield from (dict(zip(names, one, strict=True)) for one in zip(*values, strict=True))


class Collection:
    """A file of reports as columns. Raises Unreadable where it is none, or cannot be read here."""

    def __init__(self, path: str) -> None:
        if not is_installed():
            raise Unreadable("LT001", ABSENT)
        import pyarrow  # noqa: PLC0415

        self.path = path
        self._errors = (pyarrow.ArrowException, OSError, ValueError)
        try:
            self._file: Any = _opened(path)
        except FileNotFoundError:
            raise cannot_be_read(os.strerror(errno.ENOENT)) from None
        except self._errors as error:
            number = getattr(error, "errno", None)
            raise Unreadable("LT001", _DAMAGED) if number is None else cannot_be_read(os.strerror(number)) from None
        self.schema = report_schema()
        self._refuse_others()
        if sum(self.groups()) != len(self):
            raise Unreadable("LT001", _DAMAGED)

    def __len__(self) -> int:
        count: int = max(self._file.metadata.num_rows, 0)
        return count

    def groups(self) -> list[int]:
        """How many rows each group of rows has, in which the file was written."""
        about = self._file.metadata
        return [about.row_group(number).num_rows for number in range(about.num_row_groups)]

    def _refuse_others(self) -> None:
        found = set(self._file.schema_arrow.names)
        lacking = [name for name in self.schema.names if name not in found]
        if lacking:
            names = ", ".join([*lacking[:_MOST_NAMED], *(["…"] if len(lacking) > _MOST_NAMED else [])])
            raise Unreadable("LT004", _NO_COLLECTION.fill({"names": names}))

    def batches(
        self, names: list[str] | None = None, size: int = ROWS, groups: list[int] | None = None
    ) -> Iterator[Batch]:
        """The rows in order, or those of some groups.

        Raises Unreadable where the file is damaged, or a column of another type.
        """
        wanted = self.schema.names if names is None else names
        first = 0
        for piece in self._pieces(size, groups, wanted):
            yield Batch(self._fitted(piece, wanted), first)
            first += piece.num_rows
        counts = self.groups()
        if first != sum(counts if groups is None else (counts[number] for number in groups)):
            raise Unreadable("LT001", _DAMAGED)

    def _pieces(self, size: int, groups: list[int] | None, names: list[str]) -> Iterator[Any]:
        """Rows as they stand in the file. What is damaged may be read without a fault, as texts that are none or lists
        beyond their values: so each piece is looked through before anybody trusts it.
        """
        try:
            for piece in self._file.iter_batches(size, groups, names, use_threads=False):
                piece.validate(full=True)
                yield piece
        except self._errors:
            raise Unreadable("LT001", _DAMAGED) from None

    def _fitted(self, piece: Any, names: list[str]) -> Any:
        """The rows in the columns' own types: another program may have written them in wider or narrower ones."""
        import pyarrow  # noqa: PLC0415

        arrays = [self._typed(piece.column(name), name) for name in names]
        return pyarrow.RecordBatch.from_arrays(arrays, names=names)

    def _typed(self, array: Any, name: str) -> Any:
        import pyarrow  # noqa: PLC0415

        wanted = self.schema.field(name).type
        try:
            if name not in CODED:
                return fitted(array, wanted)
            coded = pyarrow.types.is_dictionary(array.type) and array.type.value_type.equals(wanted)
            return array if coded else fitted(array, wanted).dictionary_encode()
        except (pyarrow.ArrowException, TypeError, ValueError):
            raise Unreadable("LT004", _OTHER_TYPE.fill({"name": name})) from None


def _opened(path: str) -> Any:
    """The file, with the texts of which few differ to be read as numbers of a list."""
    from pyarrow import parquet, string  # noqa: PLC0415

    source = _remote(Url.of(path)) if is_url(path) else _local(path)
    plain = parquet.ParquetFile(source)
    texts = [field.name for field in plain.schema_arrow if field.name in CODED and field.type.equals(string())]
    # Buffered ahead, all columns that were read stay in memory until the last row of the file.
    return parquet.ParquetFile(
        source, metadata=plain.metadata, read_dictionary=texts, pre_buffer=False, page_checksum_verification=True
    )


def _local(path: str) -> str:
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - plain strings, as everywhere in reading
        raise cannot_be_read("not a regular file")
    return path


def _remote(url: Url) -> Any:
    from lint.storage.seeking import Seeking  # noqa: PLC0415 - only where an address is named

    return Seeking(url)
