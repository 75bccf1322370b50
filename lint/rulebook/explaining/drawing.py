"""An example drawn for people: tables as the form has them, with the wrong cell marked; text and the rest in lines."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from lint.model.finding import Severity
from lint.model.form import CELL_INDEX, CONTAINERS
from lint.model.pointer import Pointer, parent
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.explaining.blocks import Block, Cell, Grid, Line
from lint.rulebook.explaining.severities import SEVERITIES
from lint.rulebook.naming import Naming
from lint.rulebook.remarks import REMARK_WORDS

_COMPLETE = Text("一份完整、各格为 0 的报告", "a complete report, all figures 0")
_WHICH = Text("，其中：", ", in which:")
_REMOVED = Text("没有{where}", "{where} is left out")
_BLANK = Text("空白", "blank")
_BESIDE = {
    "previous": Text("往年的报告：", "an earlier report:"),
    "members": Text("一份下级报告：", "the report of a member:"),
}
_ROWS = dict(CONTAINERS)
_PARTS_OF_A_TABLE = 4  # "", sections, key, table


class _Written(NamedTuple):
    """A cell that an example writes."""

    at: Pointer
    value: object


def drawn(rule: Rule, example: Mapping[str, Any], naming: Naming) -> Iterator[Block]:
    """The report of an example, those beside it, and each finding as a run would say it."""
    findings = example.get("findings", [])
    wrong = frozenset(one["at"] for one in findings)
    written = list(_report(example["report"], wrong, naming))
    removed = [
        Line(_REMOVED.fill({"where": naming.place(at)}).say(naming.language)) for at in example.get("remove", [])
    ]
    if example.get("complete"):
        yield Line(_COMPLETE.say(naming.language) + (_WHICH.say(naming.language) if written or removed else ""))
    yield from (*written, *removed)
    for name, words in _BESIDE.items():
        for beside in example.get(name, []):
            yield Line(words.say(naming.language))
            yield from _report(beside, frozenset(), naming)
    yield from (Line(f"→ {_found(rule, finding, naming)}") for finding in findings)


def _report(written: Mapping[Pointer, Any], wrong: frozenset[Pointer], naming: Naming) -> Iterator[Block]:
    """What an example writes, in its order: cells of one table that follow each other are drawn together."""
    cells: list[_Written] = []
    for at, value in written.items():
        below = list(_cells(at, value))
        if cells and (not below or not _together(cells[-1].at, below[0].at)):
            yield _grid(cells, wrong, naming)
            cells = []
        cells += below
        if not below:
            yield from _lines(at, value, wrong, naming)
    if cells:
        yield _grid(cells, wrong, naming)


def _cells(at: Pointer, value: Any) -> Iterator[_Written]:
    """The cells of a table that are written at a place; none where it is no place of a table, or holds no figures."""
    if at in CELL_INDEX:
        yield _Written(at, value)
    elif at in _ROWS and isinstance(value, list):
        yield from (_Written(f"{at}/{column}", figure) for column, figure in zip(_ROWS[at], value, strict=False))
    elif isinstance(value, Mapping) and "/table" in at:
        for name, below in value.items():
            yield from _cells(f"{at}/{name}", below)


def _together(one: Pointer, other: Pointer) -> bool:
    """Whether two cells fit into one grid: the same table, and in table two the same columns."""
    rows = [parent(at) or "" for at in (one, other)]
    tables = [row.split("/")[:_PARTS_OF_A_TABLE] for row in rows]
    return tables[0] == tables[1] and _ROWS[rows[0]] == _ROWS[rows[1]]


def _grid(cells: list[_Written], wrong: frozenset[Pointer], naming: Naming) -> Grid:
    rows = list(dict.fromkeys(parent(one.at) or "" for one in cells))
    values = {one.at: one.value for one in cells}
    columns = [name for name in _ROWS[rows[0]] if any(f"{row}/{name}" in values for row in rows)]
    table = "/".join(rows[0].split("/")[:_PARTS_OF_A_TABLE])
    drawn_rows = tuple(
        (naming.cell(row), tuple(_cell(f"{row}/{name}", values, wrong, naming) for name in columns)) for row in rows
    )
    return Grid(naming.place(table), tuple(naming.last_word(f"{rows[0]}/{name}") for name in columns), drawn_rows)


def _cell(at: Pointer, values: Mapping[Pointer, object], wrong: frozenset[Pointer], naming: Naming) -> Cell:
    return Cell(_plain(values[at], naming) if at in values else "", at in wrong)


def _found(rule: Rule, finding: Mapping[str, Any], naming: Naming) -> str:
    """A finding of an example as a run would say it; its severity where it is not the rule's own."""
    where = naming.place(finding["at"])
    said = rule.message.fill({"where": where, **finding.get("values", {})}).say(naming.language)
    severity = Severity(finding.get("severity", rule.severity.value))
    told = said if where in said else f"{where}{naming.colon}{said}"
    lowered = "" if severity is rule.severity else f"  [{SEVERITIES[severity].say(naming.language)}]"
    return f"{told}{lowered}"


def _lines(at: Pointer, value: Any, wrong: frozenset[Pointer], naming: Naming) -> Iterator[Line]:
    """What an example writes outside of tables: text, remarks in words, else as it is."""
    if at.startswith("/document") and isinstance(value, dict | list):
        yield from map(Line, _document(value, naming))
    elif isinstance(value, Mapping):
        for name, below in value.items():
            yield from _lines(f"{at}/{name}", below, wrong, naming)
    elif isinstance(value, list) and at.endswith(("/paragraphs", "/preamble")):
        for number, one in enumerate(value):
            yield _said(f"{at}/{number}", one, wrong, naming)
    else:
        yield _said(at, value, wrong, naming)


def _said(at: Pointer, value: Any, wrong: frozenset[Pointer], naming: Naming) -> Line:
    return Line(f"{naming.place(at)}{naming.colon}{_plain(value, naming)}", at in wrong)


def _document(value: Any, naming: Naming) -> Iterator[str]:
    """Headings and remarks of a document, one line each."""
    for one in value if isinstance(value, list) else [one for below in value.values() for one in below]:
        if "kind" in one:
            kind = REMARK_WORDS.get(one["kind"], Text(one["kind"], one["kind"])).say(naming.language)
            yield f"{naming.place(one['pointer'])}{naming.colon}{_shown(one, naming)}{naming.brackets(kind)}"
        else:
            below = "".join(one.get("paragraphs", ()))
            yield f"{one.get('text', one.get(naming.language, ''))}{naming.colon if below else ''}{below}"


def _shown(remark: Mapping[str, Any], naming: Naming) -> str:
    return "" if remark["kind"] == "order" else naming.quoted(remark["text"])


def _plain(value: object, naming: Naming) -> str:
    if value is None:
        return _BLANK.say(naming.language)
    if isinstance(value, str):
        return naming.quoted(value) if re.fullmatch(r"[-\d.]*", value) else value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list) and len(value) <= 1:
        return "".join(str(one) for one in value) or "[]"
    return json.dumps(value, ensure_ascii=False, default=str)
