"""Where a document keeps what the tree holds: headings, labels and their variants, from ``schemas/layouts``."""

from collections.abc import Mapping
from typing import NamedTuple

from lint.model.pointer import Pointer, steps
from lint.model.text import Text


class Label(NamedTuple):
    """One heading, row or column: its key in the tree, official words, short words, accepted variants.

    ``official`` lists other official wordings, ``variants`` spellings that are recognised but not official.
    """

    key: str
    words: Text
    official: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


class Layout(NamedTuple):
    """One edition of the form as documents print it. Rows are keyed by path, such as ``results/granted``."""

    edition: str
    document: str
    sections: tuple[Label, ...]
    tables: Mapping[str, Text]
    blocks: tuple[Label, ...]
    block_columns: tuple[Label, ...]
    captions: Mapping[str, tuple[str, ...]]
    groups: tuple[Label, ...]
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    dispute_groups: tuple[Label, ...]
    outcomes: tuple[Label, ...]

    def words(self, pointer: Pointer, row: int | None = None) -> Text:
        """A pointer in the words of the form: table, row and column, or section and paragraph.

        ``row`` is the number of the row in the grid of a document: 表三 第11行“3.危及…” × 商业企业.
        """
        parts = steps(pointer)
        if parts[:1] == ("sections",) and len(parts) > 1:
            return self._section_words(parts, row)
        return _TOP.get("/".join(parts[:2])) or _TOP.get(parts[0] if parts else "") or _TOP[""]

    def short_words(self, pointer: Pointer, *, by_column: bool) -> Text:
        """A cell by its column alone, or by its row alone."""
        parts = steps(pointer)
        cell = self._cell_words(parts[1], parts[3:]) if parts[2:3] == ("table",) else ()
        names = [words for words in cell if words is not None]
        if not names:
            return self.words(pointer)
        return names[-1] if by_column else names[0]

    def _section_words(self, parts: tuple[str, ...], row: int | None) -> Text:
        number = next((number for number, label in enumerate(self.sections) if label.key == parts[1]), None)
        if number is None:
            return _TOP["sections"]
        numeral, title = _NUMERALS[number], self.sections[number].words
        match parts[2:]:
            case ("table", *path) if parts[1] in self.tables:
                return self._table_words(parts[1], tuple(path), row)
            case ("heading",):
                return Text(f"第{numeral}部分的标题", f"the heading of section {number + 1}")
            case ("paragraphs",):
                return Text(f"第{numeral}部分的正文", f"the text of section {number + 1}")
            case ("paragraphs", item, *_):
                place = str(int(item) + 1) if item.isdecimal() and len(item) < _MOST_DIGITS else item
                return Text(f"第{numeral}部分第{place}段", f"section {number + 1}, paragraph {place}")
        return Text(f"第{numeral}部分“{numeral}、{title.zh}”", f"section {number + 1} ({title.en.partition(', ')[2]})")

    def _table_words(self, section: str, path: tuple[str, ...], row: int | None) -> Text:
        table = self.tables[section]
        names = [words for words in self._cell_words(section, path) if words is not None]
        if not names:
            return table
        if row is not None:
            names[0] = Text(f"第{row}行“{names[0].zh}”", f"row {row} '{names[0].en}'")
        zh, en = (" × ".join(words) for words in zip(*names, strict=True))
        return Text(f"{table.zh} {zh}", f"{table.en} {en}")

    def _cell_words(self, section: str, path: tuple[str, ...]) -> tuple[Text | None, ...]:
        if section == "proactive":
            own = _find(self.block_columns, "/".join(path[:2]))
            return _find(self.blocks, *path[:1]), own or _find(self.block_columns, *path[1:2])
        if section == "disputes":
            return _find(self.dispute_groups, *path[:1]), _find(self.outcomes, *path[1:2])
        whole, head = "/".join(path), "/".join(path[:-1])
        row = _find(self.rows, whole) or _find(self.groups, whole)
        if row is not None or not path:
            return (row,)
        return _find(self.rows, head) or _find(self.groups, head), _find(self.columns, path[-1])


_NUMERALS = "一二三四五六"
_MOST_DIGITS = 10
_TOP = {
    "": Text("整份报告", "the whole report"),
    "title": Text("标题", "title"),
    "agency": Text("机关", "agency"),
    "agency/name": Text("机关名称", "name of the agency"),
    "agency/kind": Text("机关类别", "kind of agency"),
    "agency/level": Text("机关层级", "level of the agency"),
    "year": Text("报告年度", "report year"),
    "edition": Text("格式版本", "edition of the form"),
    "published": Text("发布日期", "date of publication"),
    "preamble": Text("前言", "lead-in"),
    "sections": Text("各部分", "the sections"),
    "document": Text("读取说明", "the reader's notes"),
}


def _find(labels: tuple[Label, ...], *key: str) -> Text | None:
    return next((label.words for label in labels if (label.key,) == key), None)
