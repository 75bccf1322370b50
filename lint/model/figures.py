"""The figures of a report in the order of the form, whatever its tree looks like."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import chain
from operator import itemgetter
from types import NoneType
from typing import Any, Final, NamedTuple, TypeAlias, TypeGuard, cast

from lint.model.form import CELL_INDEX, COLUMNS, CONTAINERS, DECIMAL_CELLS, OUTCOMES, SINGLE_OTHER, SPLIT_OTHER, TABLES
from lint.model.pointer import steps
from lint.model.report import Tree


class Absent:
    """The value of a cell that the report does not have at all; adding it to a number fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()
Figures: TypeAlias = list[Any]  # int | Decimal | None (blank) | str (no plain figure) | ABSENT


_Row: TypeAlias = Callable[[dict[str, Any]], Iterable[Any]]
# How to read a whole group of equal rows at once: its rows, and the cells of each.
_Group: TypeAlias = tuple[Callable[[Any], Iterable[Any]], Callable[[Any], tuple[Any, ...]]]


class _Plan(NamedTuple):
    """A branch of the tables: key, what is below and number of cells for each part; and the quick way, if any."""

    parts: "tuple[tuple[str, _Plan | _Row, int], ...]"
    group: _Group | None


_MOST_SHAPES = 64


def _row_reader(columns: tuple[str, ...]) -> _Row:
    """Reads the cells of a row. Rows come in few shapes, so that of each is worked out once."""
    shapes: dict[tuple[str, ...], Callable[[tuple[Any, ...]], Any]] = {}

    def read(row: dict[str, Any]) -> Iterable[Any]:
        keys = tuple(row)
        pick = shapes.get(keys)
        if pick is None:
            # What the row has not is taken from behind its end.
            pick = itemgetter(*(keys.index(column) if column in row else -1 for column in columns))
            if len(shapes) < _MOST_SHAPES:
                shapes[keys] = pick
        return cast(Iterable[Any], pick((*row.values(), ABSENT)))

    return read


def _single_row(tree: Tree) -> list[Any]:
    """The cells of （六） as one row; where it has rows of its own below it, one of them is called as a column is."""
    row: Any = tree
    for step in SINGLE_PATH:
        row = row.get(step) if isinstance(row, dict) else None
    if not isinstance(row, dict) or _SPLIT_ROWS.issuperset(row):
        return [ABSENT] * len(COLUMNS)
    return [ABSENT if isinstance(figure := row.get(column, ABSENT), dict) else figure for column in COLUMNS]


def _plan() -> _Plan:
    """The containers of the form, but the last, as a nested plan: key, what is below, number of cells below."""
    nested: dict[str, Any] = {}
    for at, columns in CONTAINERS[:-1]:
        *above, name = steps(at)[1:]
        node = nested
        for step in above:
            node = node.setdefault(step, {})
        node[name] = columns
    return _planned(nested)


def _planned(nested: dict[str, Any]) -> _Plan:
    parts: list[tuple[str, _Plan | _Row, int]] = []
    for key, below in nested.items():
        if isinstance(below, dict):
            plan = _planned(below)
            parts.append((key, plan, sum(count for _, _, count in plan.parts)))
        else:
            parts.append((key, _row_reader(below), len(below)))
    return _Plan(tuple(parts), _group_of(nested))


def _group_of(nested: dict[str, Any]) -> _Group | None:
    """The quick way to read a branch whose rows all have the same columns, which nearly always are there."""
    for columns in (COLUMNS, OUTCOMES):
        if len(nested) > 1 and all(below == columns for below in _leaves(nested)):
            return _rows_of(nested), itemgetter(*columns)
    return None


def _leaves(nested: dict[str, Any]) -> Iterator[Any]:
    for below in nested.values():
        yield from _leaves(below) if isinstance(below, dict) else (below,)


def _rows_of(nested: dict[str, Any]) -> Callable[[Any], Iterable[Any]]:
    """Takes every row of a branch, at whatever depth, in the order of the form. Raises KeyError or TypeError."""
    flat = itemgetter(*nested)
    deep = [(number, _rows_of(below)) for number, below in enumerate(nested.values()) if isinstance(below, dict)]
    if not deep:
        return flat

    def rows(node: Any) -> list[Any]:
        found = list(flat(node))
        for number, below in reversed(deep):
            found[number : number + 1] = below(found[number])
        return found

    return rows


def _fill(plan: _Plan, node: Any, figures: Figures) -> None:
    """Append the cells of a branch, absent ones as ABSENT."""
    if plan.group is not None:
        rows, cells = plan.group
        try:
            found = list(chain.from_iterable(map(cells, rows(node))))
        except (KeyError, TypeError):  # a row or a cell is missing: to be looked at with care
            pass
        else:
            figures += found
            return
    known = isinstance(node, dict)
    for key, below, count in plan.parts:
        value = node.get(key) if known else None
        if not isinstance(value, dict):
            figures += [ABSENT] * count
        elif isinstance(below, _Plan):
            _fill(below, value, figures)
        else:
            figures += below(value)


_PLAN = _plan()
_PLAIN = frozenset({int, NoneType, Absent, Decimal, str})
_NESTED = (dict, list)
_AMOUNTS = tuple(CELL_INDEX[cell] for cell in sorted(DECIMAL_CELLS))
_SPLIT_ROWS = frozenset(row.rpartition("/")[2] for row in SPLIT_OTHER)
SINGLE_PATH = steps(f"{TABLES['applications']}/{SINGLE_OTHER}")


def is_figure(value: object) -> TypeGuard[int | Decimal]:
    """Whether a value is a plain figure; a boolean is none."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _cleaned(figure: Any) -> Any:
    """A nested value is no cell of this layout of the form; a boolean is no figure."""
    if isinstance(figure, _NESTED):
        return ABSENT
    return str(figure) if isinstance(figure, bool | float) else figure


class Cells(NamedTuple):
    """Every cell in the order of ``form.CELLS``; the types of the amounts, and those of all other figures."""

    figures: Figures
    amounts: set[type]
    others: set[type]


def read_figures(tree: Tree) -> Cells:
    """Every cell of a report. A boolean counts as no figure."""
    figures: Figures = []
    _fill(_PLAN, tree.get("sections"), figures)
    figures += _single_row(tree)
    cells = _cells(figures)
    return cells if cells.amounts | cells.others <= _PLAIN else _cells(list(map(_cleaned, figures)))


def _cells(figures: Figures) -> Cells:
    others = figures.copy()
    for index in _AMOUNTS:
        others[index] = 0
    return Cells(figures, {type(figures[index]) for index in _AMOUNTS}, set(map(type, others)))
