"""Reports as text, laid out in many ways, for the tests of the text reader; and what is needed to read them back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from lint.model.form import GROUPS
from lint.model.layout import Layout
from lint.model.place import Place
from lint.model.pointer import Pointer, select
from lint.model.report import Identity, Report, Tree
from lint.readers.labels import Indexes, indexes
from lint.readers.table import Asked
from lint.readers.table import read as read_bytes
from lint.resources import bundle_root
from lint.rulebook.layouts import build_layout, layout_specs

GroupCells = Literal["kept", "once", "blank", "lost"]
HeaderRows = Literal["whole", "lost", "broken"]
RESULTS = "三、本年度办理结果"


@dataclass(frozen=True, slots=True)
class Style:
    """One way to lay a report out. ``labels`` is the number of label cells of a result row of table three."""

    labels: int = 2
    groups: GroupCells = "once"
    headers: HeaderRows = "whole"
    captions: bool = True
    leading: int = 0
    trailing: int = 0
    half_width: bool = False
    comma: bool = False
    blank_zero: bool = False
    disputes: Literal["row", "rows", "labelled"] = "row"
    line_end: Literal["\n", "\r\n", "\r"] = "\n"


PLAIN = Style()
NOBODY = Identity()
_HALF_WIDTH = str.maketrans("（）：，", "():,")
_BROKEN = {
    "法人或其他组织": ("法人或其他", "组织"),
    "商业企业": ("商业", "企业"),
    "科研机构": ("科研", "机构"),
    "社会公益组织": ("社会公益", "组织"),
    "法律服务机构": ("法律服务", "机构"),
}


@cache
def layouts() -> tuple[Layout, ...]:
    """The layouts of both editions, the newest first; no rule is needed to read a report."""
    specs = layout_specs(bundle_root() / "schemas" / "layouts")
    return tuple(build_layout(specs[edition]) for edition in sorted(specs, reverse=True))


@cache
def labels() -> Indexes:
    """The labels of both editions."""
    return indexes(layouts())


def layout_of(tree: Tree) -> Layout:
    """The layout of the edition of a report."""
    return next(layout for layout in layouts() if layout.edition == tree["edition"])


def read(text: str | bytes, told: Identity = NOBODY) -> Report:
    """A text as a report."""
    return read_bytes("report.txt", text.encode() if isinstance(text, str) else text, Asked(None, told, labels))


def figures(report: Report, section: str = "*") -> dict[Pointer, object]:
    """Every cell of the tables of a report, or of one."""
    found = select(report.tree, f"/sections/{section}/table/**")
    return {at: value for at, value in found if not isinstance(value, dict)}


def figures_of(tree: Tree) -> dict[Pointer, object]:
    """Every cell of the tables of a tree."""
    return {at: value for at, value in select(tree, "/sections/*/table/**") if not isinstance(value, dict)}


def sliced(text: str, place: Place | None) -> str:
    """What stands at a place of a text, by line and column in characters."""
    assert place is not None
    assert place.line is not None
    assert place.line == place.end_line
    assert place.column is not None
    assert place.end_column is not None
    line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]


def written(tree: Tree, style: Style = PLAIN) -> str:
    """A report as text."""
    layout = layout_of(tree)
    lines: list[str] = [tree["title"], "", *tree["preamble"], ""]
    for key, section in tree["sections"].items():
        lines += [_typed(section["heading"], style), "", *section["paragraphs"]]
        if "table" in section:
            lines += _TABLES[key](section["table"], layout, style)
        lines.append("")
    return style.line_end.join(lines)


def table_two(table: dict[str, Any], layout: Layout, style: Style = PLAIN) -> list[str]:
    """The lines of table two."""
    names = {label.key: label.words.zh for label in (*layout.blocks, *layout.block_columns)}
    lines: list[str] = []
    for caption, rows in layout.captions.items():
        shown = [row for row in rows if row in table]
        if not shown:
            continue
        if style.captions:
            lines.append(_typed(caption, style))
        if style.headers != "lost":
            heads = [names.get(f"{shown[0]}/{column}", names[column]) for column in table[shown[0]]]
            lines.append(_typed("\t".join(["信息内容", *heads]), style))
        lines += [_row([_typed(names[row], style)], table[row], style) for row in shown]
    return lines


def table_three(table: dict[str, Any], layout: Layout, style: Style = PLAIN) -> list[str]:
    """The lines of table three."""
    lines = list(_headers(layout, style))
    seen: set[str] = set()
    for label in layout.rows:
        cells: Any = table
        for step in label.key.split("/"):
            cells = cells.get(step, {})
        if cells:
            lines.append(
                _row([_typed(words, style) for words in _labels(label.key, layout, style, seen)], cells, style)
            )
    return lines


def table_four(table: dict[str, Any], layout: Layout, style: Style = PLAIN) -> list[str]:
    """The lines of table four: one row of fifteen figures, or three of five with or without labels."""
    outcomes = "\t".join(label.words.zh for label in layout.outcomes)
    if style.disputes == "row":
        every = {f"{group}/{name}": figure for group in GROUPS for name, figure in table[group].items()}
        broken = "结果\t结果\t其他\t尚未\t总计\n维持\t纠正\t结果\t审结"
        heads = {
            "whole": ["行政复议\t行政诉讼", f"{outcomes}\t未经复议直接起诉\t复议后起诉", f"{outcomes}\t{outcomes}"],
            "broken": ["行政复议", "行政诉讼", "未经复议直接起诉\t复议后起诉", *broken.split("\n")],
            "lost": [],
        }
        return [*heads[style.headers], _row([], every, style)]
    words = {label.key: label.words.zh for label in layout.dispute_groups}
    lines = []
    for group in GROUPS:
        labelled = style.disputes == "labelled"
        lines += [] if labelled else [words[group], outcomes]
        lines.append(_row([words[group]] if labelled else [], table[group], style))
    return lines


_TABLES = {"proactive": table_two, "applications": table_three, "disputes": table_four}


def _headers(layout: Layout, style: Style) -> Iterator[str]:
    columns = [label.words.zh for label in layout.columns]
    if style.headers == "lost":
        return
    yield _typed("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况", style)
    for words in ([columns[0], "法人或其他组织", columns[-1]], columns[1:-1]):
        if style.headers == "whole":
            yield "\t".join(words)
        else:
            pieces = [_BROKEN.get(word, (word, "")) for word in words]
            yield "\t".join(first for first, _ in pieces)
            yield "\t".join(second for _, second in pieces if second)


def _labels(key: str, layout: Layout, style: Style, seen: set[str]) -> list[str]:
    """The label cells of one row: 三、本年度办理结果, its group, and its own."""
    words = {label.key: label.words.zh for label in (*layout.groups, *layout.rows)}
    own, (group, _, _) = words[key], key.rpartition("/")
    if not group or style.labels == 1:
        return [own]
    above = [RESULTS, *([words[group]] if group != "results" else [])]
    shown = [label if style.groups == "kept" or label not in seen else None for label in above]
    seen.update(above)
    if style.groups == "lost":
        shown = []
    elif style.groups == "blank":
        shown = [label or "" for label in shown]
    kept = [label for label in shown if label is not None]
    return [*(kept if style.labels == 3 else kept[-1:]), own]


def _row(labels: list[str], cells: dict[str, Any], style: Style) -> str:
    shown = ("" if figure is None or (style.blank_zero and figure == 0) else str(figure) for figure in cells.values())
    return "\t".join([*[""] * style.leading, *labels, *shown, *[""] * style.trailing])


def _typed(label: str, style: Style) -> str:
    label = label.translate(_HALF_WIDTH) if style.half_width else label
    return label.replace("1.", "1、").replace("2.", "2、").replace("3.", "3、") if style.comma else label
