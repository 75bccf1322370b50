"""One report as rules see it: its tree, its figures in the order of the form, its text."""

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any, Final, TypeAlias

from lint.model.form import (
    BLOCKS,
    CELL_INDEX,
    COLUMNS,
    CONTAINERS,
    EDITIONS,
    GROUPS,
    OUTCOMES,
    ROWS,
    SINGLE_OTHER,
    TABLES,
)
from lint.model.pointer import Pointer, covers, escape, resolve, select, steps
from lint.model.report import Report, Tree


class Absent:
    """The value of a cell that the report does not have at all; adding it to a number fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()
Figures: TypeAlias = list[Any]  # int | Decimal | None (blank) | str (no plain figure) | ABSENT


_Row: TypeAlias = Callable[[dict[str, Any]], Iterable[Any]]
_Plan: TypeAlias = tuple[tuple[str, "_Plan | _Row", int], ...]


def _row_reader(columns: tuple[str, ...], *, whole: bool) -> _Row:
    """Reads a row's cells; a ``whole`` row nearly always has all of its columns, so that is tried first."""
    quick: _Row = itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)

    def carefully(row: dict[str, Any]) -> Iterable[Any]:
        return [row.get(column, ABSENT) for column in columns]

    def read(row: dict[str, Any]) -> Iterable[Any]:
        try:
            return quick(row)
        except KeyError:
            return carefully(row)

    return read if whole else carefully


def _single_row(row: dict[str, Any]) -> Iterable[Any]:
    """The cells of （六） as one row; where it has rows of its own below it, one of them is called as a column is."""
    return [ABSENT if isinstance(figure := row.get(column, ABSENT), dict) else figure for column in COLUMNS]


def _plan() -> _Plan:
    """The containers of the form as a nested plan: key, what is below, number of cells below."""
    nested: dict[str, Any] = {}
    for at, columns in CONTAINERS:
        *above, name = steps(at)[1:]
        node = nested
        for step in above:
            node = node.setdefault(step, {})
        # The single row （六） comes before its own three rows; it keeps its cells under an empty key.
        node[name] = {"": columns} if at == f"{TABLES['applications']}/{SINGLE_OTHER}" else columns
    return _planned(nested)


def _planned(nested: dict[str, Any]) -> _Plan:
    made: list[tuple[str, _Plan | _Row, int]] = []
    for key, below in nested.items():
        if not key:
            made.append((key, _single_row, len(below)))
        elif isinstance(below, dict):
            plan = _planned(below)
            made.append((key, plan, sum(count for _, _, count in plan)))
        else:
            made.append((key, _row_reader(below, whole=len(below) in _WHOLE), len(below)))
    return tuple(made)


_WHOLE = (len(COLUMNS), len(OUTCOMES))


def _fill(plan: _Plan, node: Any, figures: Figures) -> None:
    known = isinstance(node, dict)
    for key, below, count in plan:
        value = (node.get(key) if key else node) if known else None
        if not isinstance(value, dict):
            figures += [ABSENT] * count
        elif isinstance(below, tuple):
            _fill(below, value, figures)
        else:
            figures += below(value)


def _cells_of(edition: str) -> Callable[[Figures], tuple[Any, ...]]:
    rows = [f"{TABLES['applications']}/{row}/{column}" for row in ROWS[edition] for column in COLUMNS]
    blocks = [f"{TABLES['proactive']}/{row}/{column}" for row, columns in BLOCKS[edition].items() for column in columns]
    groups = [f"{TABLES['disputes']}/{group}/{outcome}" for group in GROUPS for outcome in OUTCOMES]
    return itemgetter(*(CELL_INDEX[cell] for cell in (*blocks, *rows, *groups)))


def _rows_of(edition: str) -> tuple[Callable[[Figures], tuple[Any, ...]], ...]:
    starts = [CELL_INDEX[f"{TABLES['applications']}/{row}/{COLUMNS[0]}"] for row in ROWS[edition]]
    width = len(COLUMNS)
    return (
        itemgetter(*(start + number for start in starts for number in range(width))),
        itemgetter(*(start + width - 1 for start in starts)),
    )


_ROWS_OF = (_rows_of("2021"), _rows_of("2019"))
_CELLS_OF = {edition: _cells_of(edition) for edition in EDITIONS}
_PLAN = _plan()
_PLAIN = frozenset({int, type(None), Absent})
_NESTED = (dict, list)
_SINGLE_PATH = steps(f"{TABLES['applications']}/{SINGLE_OTHER}")


def _cleaned(figure: Any) -> Any:
    """A nested value is no cell of this layout of the form; a boolean is no figure."""
    if isinstance(figure, _NESTED):
        return ABSENT
    return str(figure) if isinstance(figure, bool) else figure


class Case:
    """A report under question. Everything is computed once, when first asked for."""

    __slots__ = ("_blanks", "_figures", "_joined", "_rows_add_up", "_selected", "_single", "_texts", "report")

    def __init__(self, report: Report) -> None:
        self.report = report
        self._figures: Figures | None = None
        self._texts: list[tuple[Pointer, str]] | None = None
        self._joined: str | None = None
        self._single: bool | None = None
        self._blanks: bool | None = None
        self._rows_add_up: bool | None = None
        self._selected: dict[Pointer, list[tuple[Pointer, object]]] = {}

    @property
    def figures(self) -> Figures:
        """Every cell in the order of ``form.CELLS``. A boolean counts as no figure."""
        if self._figures is None:
            figures: Figures = []
            _fill(_PLAN, self.report.tree.get("sections"), figures)
            self._figures = figures if _PLAIN.issuperset(map(type, figures)) else list(map(_cleaned, figures))
        return self._figures

    @property
    def has_blanks(self) -> bool:
        """Whether any cell is blank."""
        if self._blanks is None:
            self._blanks = None in self.figures
        return self._blanks

    @property
    def rows_add_up(self) -> bool:
        """Whether the six applicants of table three, taken together, make the totals: then no row need be broken."""
        if self._rows_add_up is None:
            everything, totals = _ROWS_OF[self.single_other]
            try:
                self._rows_add_up = sum(everything(self.figures)) == 2 * sum(totals(self.figures))
            except TypeError:  # a blank, missing or unreadable figure
                self._rows_add_up = False
        return self._rows_add_up

    def has_all_cells(self, edition: str) -> bool:
        """Whether every cell of the form's edition stands in the report, blank or not."""
        return ABSENT not in _CELLS_OF[edition](self.figures)

    @property
    def single_other(self) -> bool:
        """Whether （六）其他处理 is one row, as in edition 2019, rather than three."""
        if self._single is None:
            self._single = self._has_single_other()
        return self._single

    def _has_single_other(self) -> bool:
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
            self._texts = list(_texts(self.report.tree))
        return self._texts

    @property
    def joined(self) -> str:
        """All text in one string, a line for each piece: for a quick look whether a pattern occurs at all."""
        if self._joined is None:
            self._joined = "\n".join(text for _, text in self.texts)
        return self._joined

    def select(self, pattern: Pointer) -> list[tuple[Pointer, object]]:
        """Every place that fits a pattern, with its value; found once however many rules look there."""
        found = self._selected.get(pattern)
        if found is None:
            found = self._selected[pattern] = list(_selected(self.report.tree, pattern))
        return found

    def unread(self, pointer: Pointer) -> bool:
        """Whether a part that could not be read has to do with this place."""
        return any(covers(trouble.pointer, pointer) or covers(pointer, trouble.pointer) for trouble in self.report.troubles)


def _selected(tree: Tree, pattern: Pointer) -> Iterable[tuple[Pointer, object]]:
    if "*" in pattern:
        return select(tree, pattern)
    found, value = resolve(tree, pattern)
    return [(pattern, value)] if found else []


def _texts(tree: Tree) -> Iterator[tuple[Pointer, str]]:
    title = tree.get("title")
    if isinstance(title, str):
        yield "/title", title
    yield from _numbered("/preamble", tree.get("preamble"))
    sections = tree.get("sections")
    for key, section in sections.items() if isinstance(sections, dict) else ():
        if isinstance(section, dict):
            yield from _numbered(f"/sections/{escape(key)}/paragraphs", section.get("paragraphs"))


def _numbered(at: Pointer, pieces: Any) -> Iterator[tuple[Pointer, str]]:
    if isinstance(pieces, list):
        for number, piece in enumerate(pieces):
            if isinstance(piece, str):
                yield f"{at}/{number}", piece
