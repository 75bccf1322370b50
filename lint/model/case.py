"""One report as rules see it: its tree, its figures in the order of the form, its text."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeAlias

from lint.model.form import CONTAINERS, SINGLE_OTHER, TABLES
from lint.model.pointer import Pointer, covers, select, steps
from lint.model.report import Report


class Absent:
    """The value of a cell that the report does not have at all; adding it to a number fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()
Figures: TypeAlias = list[Any]  # int | Decimal | None (blank) | str (no plain figure) | ABSENT


def _container(path: tuple[str, ...], columns: tuple[str, ...]) -> Callable[[dict[str, Any]], list[Any]]:
    return partial(_figures_of, path, columns)


def _figures_of(path: tuple[str, ...], columns: tuple[str, ...], tables: dict[str, Any]) -> list[Any]:
    at: Any = tables
    for step in path:
        at = at.get(step) if isinstance(at, dict) else None
    if not isinstance(at, dict):
        return [ABSENT] * len(columns)
    return [at.get(column, ABSENT) for column in columns]


_READERS = tuple(_container(steps(at)[1:], columns) for at, columns in CONTAINERS)
_PLAIN = frozenset({int, type(None), Absent})
_SINGLE_PATH = steps(f"{TABLES['applications']}/{SINGLE_OTHER}")


class Case:
    """A report under question. Everything is computed once, when first asked for."""

    __slots__ = ("_figures", "_joined", "_texts", "report")

    def __init__(self, report: Report) -> None:
        self.report = report
        self._figures: Figures | None = None
        self._texts: list[tuple[Pointer, str]] | None = None
        self._joined: str | None = None

    @property
    def figures(self) -> Figures:
        """Every cell in the order of ``form.CELLS``. A boolean counts as no figure."""
        if self._figures is None:
            sections = self.report.tree.get("sections", {})
            figures = [figure for read in _READERS for figure in read(sections)]
            if not _PLAIN.issuperset(map(type, figures)):
                figures = [str(figure) if isinstance(figure, bool | list | dict) else figure for figure in figures]
            self._figures = figures
        return self._figures

    @property
    def single_other(self) -> bool:
        """Whether （六）其他处理 is one row, as in edition 2019, rather than three."""
        at: Any = self.report.tree
        for step in _SINGLE_PATH:
            at = at.get(step) if isinstance(at, dict) else None
        if not isinstance(at, dict) or not at:
            return self.report.identity.edition == "2019"
        return not isinstance(at.get("not_supplemented", at.get("fee_unpaid", at.get("other"))), dict)

    @property
    def texts(self) -> list[tuple[Pointer, str]]:
        """Title, lead-in and paragraphs with their pointers, in document order."""
        if self._texts is None:
            self._texts = [(at, text) for pattern in _TEXTS for at, text in select(self.report.tree, pattern) if isinstance(text, str)]
        return self._texts

    @property
    def joined(self) -> str:
        """All text in one string, a line for each piece: for a quick look whether a pattern occurs at all."""
        if self._joined is None:
            self._joined = "\n".join(text for _, text in self.texts)
        return self._joined

    def unread(self, pointer: Pointer) -> bool:
        """Whether a part that could not be read has to do with this place."""
        return any(covers(trouble.pointer, pointer) or covers(pointer, trouble.pointer) for trouble in self.report.troubles)


_TEXTS = ("/title", "/preamble/*", "/sections/*/paragraphs/*")
