"""The three tables as the form has them: headings with their spans, and the pointer of every cell."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from lint.formatters.page.form_names import FormNames
from lint.model.form import BLOCKS, COLUMNS, GROUPS, OUTCOMES, ROWS, SINGLE_OTHER, TABLES
from lint.model.pointer import Pointer, join, resolve
from lint.model.report import Tree
from lint.model.text import Text

Scope: TypeAlias = Literal["col", "colgroup", "row", "rowgroup"]

_CONTENT = Text("信息内容", "content")
_APPLICANTS = Text("申请人情况", "applicants")
_LEGAL_PERSONS = Text("法人或其他组织", "legal persons and other organisations")
_RELATIONS = Text(
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "(I plus II equals III plus IV)"
)
_LITIGATION = Text("行政诉讼", "litigation")
_LABEL_COLUMNS = 3  # of table three
_WIDEST_BLOCK = 3


class Head(NamedTuple):
    """A heading or label and the cells that it spans; ``pointer`` is the row or group of cells that it names."""

    words: Text
    scope: Scope
    columns: int = 1
    rows: int = 1
    pointer: Pointer | None = None


class Cell(NamedTuple):
    """A cell of the form; whether the report has it, its tree says."""

    pointer: Pointer
    columns: int = 1


class Grid(NamedTuple):
    """A table: the section it stands in, the rows of its head, and those of its body."""

    section: str
    head: tuple[tuple[Head | Cell, ...], ...]
    body: tuple[tuple[Head | Cell, ...], ...]

    @property
    def pointers(self) -> Iterator[Pointer]:
        """All that is drawn: cells, and the rows and groups that have a label."""
        return (one.pointer for row in (*self.head, *self.body) for one in row if one.pointer is not None)

    @property
    def cells(self) -> Iterator[Pointer]:
        """The cells, in the order of the form."""
        return (one.pointer for row in self.body for one in row if isinstance(one, Cell))


def grid_of(section: str, tree: Tree, names: FormNames) -> Grid:
    """The table of a section. Raises KeyError for a section that has none."""
    return _GRIDS[section](tree, names)


def _table(tree: Tree, section: str) -> dict[str, Any]:
    value = resolve(tree, TABLES[section])[1]
    return value if isinstance(value, dict) else {}


def _table_two(tree: Tree, names: FormNames) -> Grid:
    return Grid("proactive", (), tuple(_blocks(_table(tree, "proactive"), names, _edition(tree, names))))


def _edition(tree: Tree, names: FormNames) -> str:
    return names.edition or ("2019" if "other_services" in _table(tree, "proactive") else "2021")


def _blocks(table: dict[str, Any], names: FormNames, edition: str) -> Iterator[tuple[Head | Cell, ...]]:
    for caption, every in names.captions().items():
        rows = [row for row in every if row in table or row in BLOCKS[edition]]
        if rows and caption:
            yield (Head(Text(caption, caption), "colgroup", 1 + _WIDEST_BLOCK),)
        before: tuple[str, ...] = ()
        for row in rows:
            columns = _block_columns(table, row, edition)
            if columns != before:
                heads = [names.block_column(row, column) for column in columns]
                yield (Head(_CONTENT, "col"), *_stretched([Head(words, "col") for words in heads]))
            before = columns
            cells = [Cell(join(TABLES["proactive"], row, column)) for column in columns]
            yield (Head(names.block(row), "row", pointer=join(TABLES["proactive"], row)), *_stretched(cells))


def _block_columns(table: dict[str, Any], row: str, edition: str) -> tuple[str, ...]:
    """The columns of either edition, whichever the row itself has more of; the report's own where it is neither."""
    own = table.get(row)
    known = [BLOCKS[one][row] for one in (edition, *BLOCKS) if row in BLOCKS[one]]
    if not isinstance(own, dict) or not own:
        return known[0]
    return max(known, key=lambda columns: sum(column in own for column in columns))


def _stretched(row: Sequence[Any]) -> Iterator[Any]:
    """The row with its last cell as wide as the widest block asks for."""
    *before, last = row
    yield from before
    yield last._replace(columns=_WIDEST_BLOCK - len(before))


def _table_three(tree: Tree, names: FormNames) -> Grid:
    rows = ROWS["2019" if _single_other(tree, names) else "2021"]
    first, *middle, last = (Head(names.column(column), "col") for column in COLUMNS)
    head = (
        (Head(_RELATIONS, "col", _LABEL_COLUMNS, 3), Head(_APPLICANTS, "colgroup", len(COLUMNS))),
        (first._replace(rows=2), Head(_LEGAL_PERSONS, "colgroup", len(middle)), last._replace(rows=2)),
        tuple(middle),
    )
    return Grid("applications", head, tuple(_rows(rows, names)))


def _single_other(tree: Tree, names: FormNames) -> bool:
    """Whether （六） is one row of figures."""
    own = resolve(tree, f"{TABLES['applications']}/{SINGLE_OTHER}")[1]
    if isinstance(own, dict) and own:
        return not any(isinstance(value, dict) for value in own.values())
    return names.edition == "2019"


def _rows(rows: Sequence[str], names: FormNames) -> Iterator[tuple[Head | Cell, ...]]:
    printed: set[str] = set()
    for row in rows:
        steps = row.split("/")
        above = ["/".join(steps[:end]) for end in range(1, len(steps))]
        labels = []
        for group in above:
            if group not in printed:
                printed.add(group)
                span = sum(one.startswith(f"{group}/") for one in rows)
                labels.append(Head(names.row(group), "rowgroup", 1, span, f"{TABLES['applications']}/{group}"))
        at = f"{TABLES['applications']}/{row}"
        labels.append(Head(names.row(row), "row", _LABEL_COLUMNS - len(above), pointer=at))
        yield (*labels, *(Cell(join(at, column)) for column in COLUMNS))


def _table_four(_: Tree, names: FormNames) -> Grid:
    first, *others = GROUPS
    outcomes = [Head(names.outcome(outcome), "col") for outcome in OUTCOMES]
    head = (
        (
            _group(first, names)._replace(rows=2),
            Head(_LITIGATION, "colgroup", len(others) * len(OUTCOMES)),
        ),
        tuple(_group(group, names) for group in others),
        tuple(outcomes * len(GROUPS)),
    )
    row = tuple(Cell(join(TABLES["disputes"], group, outcome)) for group in GROUPS for outcome in OUTCOMES)
    return Grid("disputes", head, (row,))


def _group(key: str, names: FormNames) -> Head:
    return Head(names.group(key), "colgroup", len(OUTCOMES), pointer=join(TABLES["disputes"], key))


_GRIDS = {"proactive": _table_two, "applications": _table_three, "disputes": _table_four}
