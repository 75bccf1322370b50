"""A result of reading as a row of columns, and a row as the report that it was."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from lint.columns.form import AMOUNTS, LEAST, MOST, WRITTEN
from lint.columns.places import place_of, with_places, written_place, written_places
from lint.columns.skeleton import amount_of, is_plain_text, parsed, prepared, put_together, taken_apart, written
from lint.model.case import Case
from lint.model.errors import Unreadable
from lint.model.report import Document, Heading, Identity, Remark, Report, Tree, Trouble
from lint.model.run import Checked
from lint.model.text import Text
from lint.readers.tree import identify, plain_headings

Row: TypeAlias = dict[str, Any]
NOBODY = Identity()
UNREAD = "unreadable"
# By which a reader says that it could not read; what a row has beyond them no version knows how to tell.
_FAULTS = frozenset({"LT001", "LT002", "LT003", "LT004", "LT005", "LT006", "LT009"})
_DAMAGED = Text("这一行已损坏，拼不成报告", "this row is damaged: no report can be made of it")


def row_of(checked: Checked, tool: str, *, places: bool = False) -> Row:
    """The row of a file that was read, or could not be; ``tool`` is the version that read it.

    With ``places`` it says too where everything stands in the file.
    """
    row: Row = {"source": shown(checked.source), "state": checked.state, "tool": tool}
    if checked.report is None:
        return row | _reason(checked, places=places)
    report = checked.report
    who = _kept(report.identity)
    parts = taken_apart(report.tree, who)
    row |= parts.columns | who._asdict() | {"skeleton": parts.skeleton, "beside": list(parts.beside.items())}
    row["places"] = written_places(report) if places else None
    row["single_other"] = Case(report).single_other
    row["tool"] = tool if who == report.identity._replace(scope=None) else None
    return row | _document(report)


def shown(text: str) -> str:
    """A text as a column can have it: what is no character is written as its escape."""
    return text.encode("utf-8", "backslashreplace").decode()


def report_of(row: Mapping[str, Any], source: str, tool: str, told: Identity = NOBODY) -> Report:
    """The report of a row. Raises Unreadable (LT001) where its parts do not fit together."""
    try:
        columns = {**row, **_amounts(row), **_beside(row["beside"])}
        tree = _tree(put_together(_skeleton(row["skeleton"]), columns))
        document, troubles = _document_of(row, tree)
        report = Report(source, tree, _identity(row, tree, tool, told), document, troubles)
        return with_places(report, row["places"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Unreadable("LT001", _DAMAGED) from None


def _tree(found: object) -> Tree:
    if not isinstance(found, dict):
        raise TypeError
    return found


def refusal_of(row: Mapping[str, Any]) -> Unreadable:
    """Why the file of a row could not be read."""
    zh, en = row["reason_zh"], row["reason_en"]
    rule = row["reason"] if row["reason"] in _FAULTS else "LT001"
    return Unreadable(rule, Text(zh, en) if zh and en else _DAMAGED, place_of(row["places"]))


def _reason(checked: Checked, *, places: bool) -> Row:
    found = checked.diagnostics[0]
    row: Row = {"reason": found.rule, "reason_zh": shown(found.message.zh), "reason_en": shown(found.message.en)}
    return row | {"places": written_place(found.place)} if places and found.place else row


def _kept(who: Identity) -> Identity:
    """What the columns can have of who reports; the scope is the user's word, not the report's."""
    year = who.year if who.year is not None and LEAST <= who.year <= MOST else None
    texts = {name: text if is_plain_text(text := getattr(who, name)) else None for name in _WORDS}
    return Identity(**texts, year=year)


_WORDS = ("agency", "kind", "level", "edition")


def _identity(row: Mapping[str, Any], tree: Tree, tool: str, told: Identity) -> Identity:
    """As the reader understood it, or worked out anew where another version read it, or the user knows better."""
    if row["tool"] != tool or told != NOBODY:
        return identify(tree, told)
    return Identity(row["agency"], row["kind"], row["level"], row["year"], row["edition"])


def _document(report: Report) -> Row:
    """What the document has beyond the tree; as JSON where a text of it cannot stand in a column."""
    headings = [
        {"text": one.text, "section": one.section, "paragraphs": list(one.paragraphs)}
        for one in report.document.headings
    ]
    plain = tuple(one._replace(place=None) for one in report.document.headings) == plain_headings(report.tree)
    row: Row = {
        "headings": None if plain else headings,
        "remarks": [{"kind": one.kind, "pointer": one.pointer, "text": one.text} for one in report.document.remarks],
        "troubles": [
            {"rule": one.rule, "pointer": one.pointer, "zh": one.words.zh, "en": one.words.en}
            for one in report.troubles
        ],
    }
    if all(map(is_plain_text, _texts(row))):
        return row
    return {"headings": None, "remarks": [], "troubles": [], "document": written(row)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _texts(below)


def _document_of(row: Mapping[str, Any], tree: Tree) -> tuple[Document, tuple[Trouble, ...]]:
    kept = row if row["document"] is None else parsed(row["document"])
    headings = kept["headings"]
    found = plain_headings(tree) if headings is None else tuple(map(_heading, headings))
    remarks = tuple(Remark(one["kind"], one["pointer"], one["text"]) for one in kept["remarks"] or ())
    troubles = tuple(Trouble(one["rule"], one["pointer"], Text(one["zh"], one["en"])) for one in kept["troubles"] or ())
    if not _FAULTS.issuperset(one.rule for one in troubles):
        raise ValueError
    return Document(found, remarks), troubles


def _heading(one: Mapping[str, Any]) -> Heading:
    return Heading(one["text"], one["section"], None, tuple(one["paragraphs"]))


def _amounts(row: Mapping[str, Any]) -> dict[str, Any]:
    return {at: amount_of(row[at], row[WRITTEN[at]]) for at in AMOUNTS if row[at] is not None}


def _beside(pairs: "Mapping[str, str] | Sequence[tuple[str, str]] | None") -> dict[str, Any]:
    return {at: parsed(text) for at, text in dict(pairs or ()).items()}


@lru_cache(maxsize=1024)
def _skeleton(text: str) -> Any:
    return prepared(text)
