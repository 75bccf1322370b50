"""What the rule set says about itself, for people: what was found, and the tables of the form with counts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from rich.console import Group, RenderableType
from rich.text import Text as Styled

from lint.formatters.blocks import foreign, indented, printed, signs
from lint.formatters.grid import Grid, draw_grid, heading_lines
from lint.formatters.look import Look
from lint.model.form import BLOCKS, CELLS, COLUMNS, GROUPS, OUTCOMES, ROWS, SINGLE_OTHER, TABLES
from lint.model.layout import Layout
from lint.model.pointer import Pointer, join, parent
from lint.model.text import Text
from lint.rulebook.verifying.found import KINDS, At, Found
from lint.rulebook.verifying.linear import Form
from lint.rulebook.verifying.verify import Covered, Verification

MOST_PLACES = 3

_Row: TypeAlias = tuple[Pointer, tuple[str, ...]]  # a row of the form and its columns

_MEND = Text("需要修改", "to be mended")
_KNOWN = Text("已知，予以保留", "known, and left as it is")
_TOLD = Text("供参考", "good to know")
_REASON = Text("理由：", "Reason: ")
_FORM = Text(
    "{name} 年版格式：关系 {relations} 个，其中等式 {equalities} 个，秩为 {rank}，多余 {redundant} 个",
    "form of {name}: {relations} relations, {equalities} of them equalities of rank {rank}: {redundant} redundant",
)
_COVERAGE = Text("各格所在的关系个数", "How many relations each cell stands in")
_UNCOVERED = Text("不在任何关系中的单元格 {count} 个：", "{count} cells stand in no relation:")
_LOOKED_AT = Text("（另有条件 {count} 个）", " ({count} conditions look at it)")
_EDITION = Text("（{edition} 年版）", " (form of {edition})")
_SEPARATOR = Text("、", ", ")
_MORE = Text("等 {count} 处", "and so on, {count} places")
_LAST = Text(
    "规则 {rules} 条：需要修改 {wrong} 处，已知 {known} 处，未能判断 {undecided} 处",
    "{rules} rules: {wrong} to be mended, {known} known, {undecided} undecided",
)


def as_text(verification: Verification, layout: Layout, look: Look) -> Iterator[str]:
    """Block after block, the summary last."""
    for words, style, chosen in _groups(verification):
        if chosen:
            title = Styled(f"{look.shown(words.say(look.language))} ({len(chosen)})", style=f"bold {style}")
            yield printed(Group(title, *(indented(_found(one, layout, look)) for one in chosen), Styled("")), look)
    for form in verification.forms:
        yield printed(Styled(look.shown(_form(form).say(look.language))), look)
    yield printed(
        Group(Styled(""), *_coverage(verification, layout, look), *_uncovered(verification, layout, look)), look
    )
    yield last_line(verification, look) + "\n"


def last_line(verification: Verification, look: Look) -> str:
    """How many rules, and what came of them."""
    values = {"rules": len(verification.names), **verification.counts()}
    return look.shown(_LAST.fill({name: str(value) for name, value in values.items()}).say(look.language))


def _groups(verification: Verification) -> tuple[tuple[Text, str, list[Found]], ...]:
    found = verification.found
    return (
        (_MEND, "red", [one for one in found if one.wrong]),
        (_KNOWN, "green", [one for one in found if one.known]),
        (_TOLD, "cyan", [one for one in found if not one.wrong and not one.known]),
    )


def _found(one: Found, layout: Layout, look: Look) -> RenderableType:
    head = Styled(f"{look.shown(KINDS[one.kind].say(look.language))}")
    head.append(f" {foreign(one.rule or '', look)}", style="bold")
    if where := _where(one, layout, look):
        head.append(f"  {where}")
    lines = [head, indented(Styled(foreign(one.words.say(look.language), look)))]
    lines += [indented(line, 2) for line in _others(one.others, layout, look)]
    if one.source:
        lines.append(indented(Styled(foreign(_file(one), look), style="dim")))
    if one.known:
        lines.append(indented(Styled(foreign(_REASON.say(look.language) + one.known.say(look.language), look))))
    return Group(*lines)


def _where(one: Found, layout: Layout, look: Look) -> str:
    if one.about_a_cell and one.at:
        return signs(foreign(layout.words(one.at).say(look.language), look), look)
    return foreign(one.at or "", look)


def _file(one: Found) -> str:
    """The file, as seen from here where it lies below, with line and column."""
    path = Path(one.source or "")
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    numbers = [one.place.line, one.place.column] if one.place else []
    return ":".join([shown.as_posix(), *(str(number) for number in numbers if number is not None)])


def _others(others: Sequence[At], layout: Layout, look: Look) -> Iterator[Styled]:
    """The relations that have to do with it, a line for each rule: of many places the first few."""
    for rule, members in groupby(sorted(others, key=_rule_of), key=_rule_of):
        pointers = [other.pointer for other in members]
        places = [layout.words(at).say(look.language) for at in pointers[:MOST_PLACES]]
        if len(pointers) > MOST_PLACES:
            places.append(_MORE.fill({"count": str(len(pointers))}).say(look.language))
        yield Styled(signs(foreign(f"{rule}  {_SEPARATOR.say(look.language).join(places)}", look), look), style="dim")


def _rule_of(other: At) -> str:
    return other.rule


def _form(form: Form) -> Text:
    values = {**form._asdict(), "redundant": form.equalities - form.rank}
    return _FORM.fill({name: str(value) for name, value in values.items()})


def _coverage(verification: Verification, layout: Layout, look: Look) -> Iterator[RenderableType]:
    counts = {CELLS[one.cell]: one.relations for one in verification.coverage}
    yield Styled(look.shown(_COVERAGE.say(look.language)), style="bold")
    for section, edition, rows in _tables():
        title = layout.tables[section].say(look.language)
        of_edition = _EDITION.fill({"edition": edition}).say(look.language) if edition else ""
        yield Styled(look.shown(title + of_edition))
        yield indented(_drawn(_grid(rows, counts, layout, look), look))
        yield Styled("")


def _tables() -> Iterator[tuple[str, str, list[_Row]]]:
    """Section, edition where the table has other columns in each, and the rows with their columns."""
    for edition, blocks in BLOCKS.items():
        yield "proactive", edition, [(join(TABLES["proactive"], row), columns) for row, columns in blocks.items()]
    rows = list(ROWS["2021"])
    rows.insert(rows.index("results/total"), SINGLE_OTHER)
    yield "applications", "", [(f"{TABLES['applications']}/{row}", COLUMNS) for row in rows]
    yield "disputes", "", [(join(TABLES["disputes"], group), OUTCOMES) for group in GROUPS]


def _drawn(grid: Grid, look: Look) -> RenderableType:
    """The grid, or where the terminal is too narrow for it the bare figures of each row."""
    drawn = draw_grid(grid, look, look.width - 2)
    if drawn is not None:
        return drawn
    return Group(*(Styled(f"{name}: {' '.join(filter(None, row))}") for name, row in zip(*grid[1:3], strict=True)))


def _grid(rows: Sequence[_Row], counts: Mapping[Pointer, int], layout: Layout, look: Look) -> Grid:
    """The rows of a table with all columns that any of them has; cells that are in no relation are marked."""
    columns = tuple(dict.fromkeys(column for _, own in rows for column in own))
    first = {column: join(at, column) for at, own in reversed(rows) for column in own}
    headings = (layout.short_words(first[column], by_column=True).say(look.language) for column in columns)
    names = (layout.short_words(join(at, own[0]), by_column=False).say(look.language) for at, own in rows)
    figures = tuple(tuple(str(counts[join(at, one)]) if one in own else "" for one in columns) for at, own in rows)
    marked = ((y, x) for y, row in enumerate(figures) for x, one in enumerate(row) if one == "0")
    return Grid(
        tuple(heading_lines(foreign(words, look)) for words in headings),
        tuple(foreign(words, look) for words in names),
        figures,
        frozenset(marked),
    )


def _uncovered(verification: Verification, layout: Layout, look: Look) -> Iterator[RenderableType]:
    """The cells that no relation names, a line for each row of the form."""
    bare = [one for one in verification.coverage if not one.relations]
    yield Styled(look.shown(_UNCOVERED.fill({"count": str(len(bare))}).say(look.language)), style="bold")
    for row, members in groupby(bare, key=lambda one: parent(CELLS[one.cell])):
        cells = _SEPARATOR.say(look.language).join(_bare(one, layout, look) for one in members)
        colon = "：" if look.language == "zh" else ": "
        yield indented(
            Styled(signs(foreign(f"{layout.words(row or '').say(look.language)}{colon}{cells}", look), look))
        )
    yield Styled("")


def _bare(one: Covered, layout: Layout, look: Look) -> str:
    words = layout.short_words(CELLS[one.cell], by_column=True).say(look.language)
    return words + (_LOOKED_AT.fill({"count": str(one.conditions)}).say(look.language) if one.conditions else "")
