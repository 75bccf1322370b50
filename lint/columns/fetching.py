"""Rows of a collection, each read when it is asked for, in any order and in little memory.

A single row of a Parquet file cannot be reached without reading all of its group. So a group, when a row of it is first
asked for, goes to a temporary file in small pieces, of which a few are in memory: no group is read twice, in whatever
order rows are asked for, and groups of which no row is asked for are not read at all.
"""

import os
import tempfile
import weakref
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from lint.columns.arrow import COMPRESSION
from lint.columns.checking import sources
from lint.columns.reading import Batch, Collection
from lint.columns.rows import Row, report_of
from lint.model.errors import Unreadable, UsageError
from lint.model.report import Identity, Report
from lint.model.text import Text

_PIECE = 64  # rows
_MOST_HELD = 8  # pieces
_NOT_ASKED = frozenset({"places"})  # where things stand in a report to compare with is never told
_LOST = Text(
    "用于对比的报告集 {path} 读不下去了：{zh}", "the collection to compare with cannot be read on: {path}: {en}"
)
_CHANGED = Text("它在检查中变了", "it has changed while it was in use")


class _Written(NamedTuple):
    """A piece as it stands in the temporary file; ``first`` is the number of its first row in its group."""

    first: int
    at: int
    length: int
    size: int


class _Piece(NamedTuple):
    """A piece in memory."""

    columns: dict[str, Any]
    sources: list[str]


class _Opened:
    """The collection as one process reads it: a process that was forked off reads by itself."""

    def __init__(self, path: str) -> None:
        import pyarrow  # noqa: PLC0415

        self.process = os.getpid()
        self.collection = Collection(path)
        self.starts = [0, *accumulate(self.collection.groups())]
        self._names = [name for name in self.collection.schema.names if name not in _NOT_ASKED]
        self._schema = pyarrow.schema([self.collection.schema.field(name) for name in self._names])
        self._codec: Any = pyarrow.Codec(COMPRESSION)
        self._file: Any = tempfile.TemporaryFile(prefix="xxgk-lint-")  # noqa: SIM115 - as long as this lives
        weakref.finalize(self, self._file.close)
        self._written: dict[int, list[_Written]] = {}
        self._held: dict[tuple[int, int], _Piece] = {}

    def row(self, number: int) -> tuple[Row, str]:
        """A row by its number from 0, and where it came from."""
        group = bisect_right(self.starts, number) - 1
        within = number - self.starts[group]
        if group not in self._written:
            self._written[group] = list(self._write(group))
        pieces = self._written[group]
        which = bisect_right(pieces, within, key=lambda piece: piece.first) - 1
        piece = self._piece(group, which)
        at = within - pieces[which].first
        return {name: column[at].as_py() for name, column in piece.columns.items()}, piece.sources[at]

    def _write(self, group: int) -> Iterator[_Written]:
        for batch in self.collection.batches(self._names, _PIECE, [group]):
            data = self._plain(batch).serialize()
            packed = self._codec.compress(data, asbytes=True)
            yield _Written(batch.first, self._file.seek(0, os.SEEK_END), len(packed), data.size)
            self._file.write(packed)

    def _plain(self, batch: Batch) -> Any:
        """The columns without the lists of values, which would have to be kept beside each piece."""
        import pyarrow  # noqa: PLC0415

        columns = [
            one.dictionary_decode() if pyarrow.types.is_dictionary(one.type) else one for one in batch.columns.columns
        ]
        return pyarrow.RecordBatch.from_arrays(columns, schema=self._schema)

    def _piece(self, group: int, which: int) -> _Piece:
        held = self._held.pop((group, which), None)
        if held is None:
            while len(self._held) >= _MOST_HELD:
                del self._held[next(iter(self._held))]
            held = self._read(self._written[group][which], self.starts[group])
        self._held[group, which] = held
        return held

    def _read(self, written: _Written, start: int) -> _Piece:
        from pyarrow import ipc  # noqa: PLC0415

        self._file.seek(written.at)
        data = self._codec.decompress(self._file.read(written.length), written.size)
        columns = ipc.read_record_batch(data, self._schema)
        batch = Batch(columns, start + written.first)
        by_name = dict(zip(self._names, columns.columns, strict=True))
        return _Piece(by_name, sources(batch, self.collection.path))


class Fetching:
    """The reports of a collection by the numbers of their rows, from 0; ``tool`` is the version of the program."""

    def __init__(self, path: str, tool: str) -> None:
        self.path = path
        self.tool = tool
        self._opened: _Opened | None = None

    def report(self, number: int, who: Identity) -> Report:
        """The row of such a body and year. Raises UsageError where the file is not any more what it was."""
        try:
            if self._opened is None or self._opened.process != os.getpid():
                self._opened = _Opened(self.path)
            row, source = self._opened.row(number)
            report = report_of(row | dict.fromkeys(_NOT_ASKED), source, self.tool)
        except Unreadable as error:
            raise self._lost(error.words) from None
        except (IndexError, KeyError):  # fewer groups, or rows in them
            raise self._lost(_CHANGED) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise self._lost(Text(reason, reason)) from None
        if report.identity != who:
            raise self._lost(_CHANGED)
        return report

    def _lost(self, why: Text) -> UsageError:
        return UsageError(_LOST.fill({"path": self.path, "zh": why.zh, "en": why.en}))
