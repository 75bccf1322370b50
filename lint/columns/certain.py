"""Which rows of a collection certainly make a report that is of the body that their columns say, without reading them.

They are of this version of the program, were read wholly, and hold nothing but figures and texts: then nothing that
:func:`lint.columns.rows.report_of` does can fail.
"""

from typing import Any

from lint.columns.reading import Batch
from lint.columns.rows import UNREAD
from lint.columns.skeleton import prepared, put_together

_FILLED = ("beside", "troubles")  # with something in them a row has to be read
_NESTED = {"headings": ("paragraphs",), "remarks": (), "troubles": ()}  # what a list of them must not lack
NAMES = ("state", "tool", "skeleton", "document", *dict.fromkeys((*_FILLED, *_NESTED)))


class Certain:
    """Tells it for one version of the program; ``names`` are the columns of the form."""

    def __init__(self, tool: str, names: list[str]) -> None:
        self._tool = tool
        self._columns = dict.fromkeys(names)
        self._sound: dict[str | None, bool] = {}

    def among(self, batch: Batch) -> list[bool]:
        """For each row whether it is certain; the batch has at least the columns ``NAMES``."""
        if any(_lacks(batch.column(name), parts) for name, parts in _NESTED.items()):
            return [False] * len(batch)
        state, tool, skeleton = (_coded(batch.column(name)) for name in ("state", "tool", "skeleton"))
        filled: list[list[Any]] = [_lengths(batch.column(name)) for name in _FILLED]
        filled.append(batch.column("document").is_valid().to_pylist())
        rows = zip(state, tool, skeleton, *filled, strict=True)
        return [
            state != UNREAD and tool == self._tool and self._is_sound(form) and not any(more)
            for state, tool, form, *more in rows
        ]

    def _is_sound(self, skeleton: str | None) -> bool:
        if skeleton not in self._sound:
            self._sound[skeleton] = skeleton is not None and self._fits(skeleton)
        return self._sound[skeleton]

    def _fits(self, skeleton: str) -> bool:
        try:
            return isinstance(put_together(prepared(skeleton), self._columns), dict)
        except (ValueError, KeyError, TypeError, RecursionError):
            return False


def _coded(column: Any) -> list[str | None]:
    """The values of a column in which few differ, each of them made once."""
    values = [*column.dictionary.to_pylist(), None]
    return [values[-1 if index is None else index] for index in column.indices.to_pylist()]


def _lengths(column: Any) -> list[int]:
    """How many values each row of a column of lists has."""
    import numpy  # noqa: PLC0415

    lengths: list[int] = numpy.diff(column.offsets.to_numpy()).tolist()
    return lengths


def _lacks(column: Any, parts: tuple[str, ...]) -> bool:
    """Whether a list of a column has a blank instead of a value, or the value a blank instead of one of its parts."""
    values = column.flatten()
    return bool(values.null_count or any(values.field(part).null_count for part in parts))
