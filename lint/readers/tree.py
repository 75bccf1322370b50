"""From a tree to a report: who reports, on what year, in which edition, and what the document has beyond the tree."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lint.model.form import MARKERS, SECTIONS, edition_of_year
from lint.model.identity import agency_of_title, kind_of, level_of, year_of_title
from lint.model.pointer import Pointer, join
from lint.model.report import UNREAD_RULES, Document, Heading, Identity, Places, Remark, Report, Tree, Trouble
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.shape import Flat

UNKNOWN = Identity()


def report_of_tree(
    source: str,
    tree: Tree,
    find_places: Callable[[], Places] = dict,
    told: Identity = UNKNOWN,
    flat: "Flat | None" = None,
) -> Report:
    """A report whose tree is known, and perhaps laid flat. ``told`` is what the user says about the body; it wins over
    the name.
    """
    if flat is not None:
        return Report(source, tree, identify(tree, told), Document(flat.headings), (), find_places, flat)
    extra = tree.get("document")
    if not isinstance(extra, dict):
        return Report(source, tree, identify(tree, told), Document(plain_headings(tree)), (), find_places)
    document = Document(_headings(tree, extra), _remarks(extra))
    return Report(source, tree, identify(tree, told), document, _troubles(extra), find_places)


def identify(tree: Tree, told: Identity = UNKNOWN) -> Identity:
    """Who reports on what year in which edition; what neither tree nor title tell is None."""
    written = tree.get("agency")
    agency = written if isinstance(written, dict) else {}
    title = tree.get("title")
    name = told.agency or _string(agency.get("name")) or (agency_of_title(title) if isinstance(title, str) else None)
    year = tree.get("year")
    if not isinstance(year, int) or isinstance(year, bool):
        year = year_of_title(title) if isinstance(title, str) else None
    return Identity(
        agency=name,
        kind=told.kind or _string(agency.get("kind")) or (kind_of(name) if name else None),
        level=told.level or _string(agency.get("level")) or (level_of(name) if name else None),
        year=year,
        edition=edition_of(tree, year),
        scope=told.scope,
    )


def edition_of(tree: Tree, year: int | None) -> str | None:
    """The edition: as written, else as table three has it, else by the year, else by the columns of table two."""
    written = tree.get("edition")
    if isinstance(written, str) and written in MARKERS:
        return written
    if _split_other(tree):
        return "2021"
    if year is not None:
        return edition_of_year(year)
    columns = {column for row in _rows_of_table_two(tree) for column in row}
    found = [edition for edition, markers in MARKERS.items() if columns & markers]
    return found[0] if len(found) == 1 else None


def _split_other(tree: Tree) -> bool:
    at: Any = tree
    for step in ("sections", "applications", "table", "results", "other"):
        at = at.get(step) if isinstance(at, dict) else None
    return isinstance(at, dict) and ("not_supplemented" in at or "fee_unpaid" in at)


def _rows_of_table_two(tree: Tree) -> list[dict[str, object]]:
    at: Any = tree
    for step in ("sections", "proactive", "table"):
        at = at.get(step) if isinstance(at, dict) else None
    return [row for row in at.values() if isinstance(row, dict)] if isinstance(at, dict) else []


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _headings(tree: Tree, extra: dict[str, Any]) -> tuple[Heading, ...]:
    """The headings as the document has them; those written beside the tree count only if the tree's are among them."""
    plain = plain_headings(tree)
    written = extra.get("headings")
    found = tuple(_heading(item) for item in written if isinstance(item, dict)) if isinstance(written, list) else ()
    known = {(heading.section, heading.text) for heading in found}
    return found if found and all((heading.section, heading.text) in known for heading in plain) else plain


def plain_headings(tree: Tree) -> tuple[Heading, ...]:
    """The headings that the tree itself has."""
    sections = tree.get("sections")
    headings = []
    for key, section in sections.items() if isinstance(sections, dict) else ():
        text = section.get("heading") if isinstance(section, dict) else None
        if isinstance(text, str):
            headings.append(Heading(text, key if key in SECTIONS else None, None, _strings(section.get("paragraphs"))))
    return tuple(headings)


def _heading(item: dict[str, Any]) -> Heading:
    return Heading(str(item.get("text", "")), _string(item.get("section")), None, _strings(item.get("paragraphs")))


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return (
        tuple(value) if {str}.issuperset(map(type, value)) else tuple(item for item in value if isinstance(item, str))
    )


def _remarks(extra: dict[str, Any]) -> tuple[Remark, ...]:
    return tuple(
        Remark(str(item.get("kind")), str(item.get("pointer")), str(item.get("text")))
        for item in _items(extra, "remarks")
    )


def _troubles(extra: dict[str, Any]) -> tuple[Trouble, ...]:
    return tuple(
        Trouble(str(item.get("rule")), str(item.get("pointer")), Text(str(item.get("zh")), str(item.get("en"))))
        for item in _items(extra, "troubles")
        if item.get("rule") in UNREAD_RULES
    )


def _items(extra: dict[str, Any], name: str) -> list[dict[str, Any]]:
    written = extra.get(name)
    return [item for item in written if isinstance(item, dict)] if isinstance(written, list) else []


def tree_of_report(report: Report) -> Tree:
    """The tree with what the document has beyond it, so that nothing is lost when it is written and read again."""
    plain = tuple(heading._replace(place=None) for heading in report.document.headings)
    extra: dict[str, Any] = {}
    if plain != plain_headings(report.tree):
        extra["headings"] = [
            {"text": heading.text, "section": heading.section, "paragraphs": list(heading.paragraphs)}
            for heading in plain
        ]
    if report.document.remarks:
        extra["remarks"] = [
            {"kind": remark.kind, "pointer": remark.pointer, "text": remark.text} for remark in report.document.remarks
        ]
    if report.troubles:
        extra["troubles"] = [
            {"rule": trouble.rule, "pointer": trouble.pointer, "zh": trouble.words.zh, "en": trouble.words.en}
            for trouble in report.troubles
        ]
    kept = {name: value for name, value in report.tree.items() if name != "document"}
    return {**kept, "document": extra} if extra else kept


def refuse_floats(tree: Mapping[str, Any]) -> None:
    """Raise TypeError with the pointer of a float: 0.1 + 0.2 is not 0.3 there, and nothing here guesses."""
    left: list[tuple[Pointer, object]] = [("", tree)]
    while left:
        at, value = left.pop()
        if isinstance(value, float):
            raise TypeError(f"{at} is a float: figures are int or Decimal (json.loads(text, parse_float=Decimal))")
        if isinstance(value, Mapping):
            left.extend((join(at, name), below) for name, below in value.items())
        elif isinstance(value, list | tuple):
            left.extend((join(at, number), below) for number, below in enumerate(value))
