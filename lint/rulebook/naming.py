"""Places and patterns of a rule in the words of the form, for people who never saw a JSON pointer."""

from typing import NamedTuple

from lint.model.layout import Layout
from lint.model.pointer import Pointer
from lint.model.text import Language, Text

_KNOWN = {
    "": Text("整份报告", "the whole report"),
    "/**": Text("报告的每一处", "every place of the report"),
    "/sections/*": Text("每个部分", "each section"),
    "/sections/*/heading": Text("每个部分的标题", "the heading of each section"),
    "/sections/*/paragraphs": Text("每个部分的正文", "the text of each section"),
    "/sections/*/paragraphs/*": Text("每个部分的每一段", "each paragraph of each section"),
    "/sections/*/table": Text("每张表", "each table"),
    "/sections/*/table/**": Text("三张表的每一格", "every cell of the three tables"),
    "/sections/applications/table/**": Text("表三的每一行", "each row of table three"),
    "/sections/disputes/table/*": Text("表四的三组案件，逐组", "each of the three groups of table four"),
    "/preamble/*": Text("前言的每一段", "each paragraph of the lead-in"),
}
_BELOW = Text("{where}之下的每一处", "every place below {where}")


class Naming(NamedTuple):
    """A layout and a language: says where something stands. Without a layout a place is its pointer."""

    layout: Layout | None
    language: Language

    @property
    def colon(self) -> str:
        """The colon of the language."""
        return "：" if self.language == "zh" else ": "

    def quoted(self, text: str) -> str:
        """Text in the quotation marks of the language."""
        return f"“{text}”" if self.language == "zh" else f"'{text}'"

    def brackets(self, text: str) -> str:
        """Text in the brackets of the language."""
        return f"（{text}）" if self.language == "zh" else f" ({text})"

    def place(self, at: Pointer) -> str:
        """A place in words."""
        return self.layout.words(at).say(self.language) if self.layout else at or "/"

    def cell(self, at: Pointer) -> str:
        """A row, column or cell without the name of its table, which is clear from elsewhere; for relations."""
        if self.layout is None:
            return at
        parts = at.split("/")
        table = self.layout.tables.get(parts[2] if len(parts) > 2 else "")  # noqa: PLR2004 - "", sections, key
        words = self.place(at)
        if table is None:
            return words
        row, times, column = words.removeprefix(f"{table.say(self.language)} ").partition(" × ")
        if not times:
            return row
        return f"{row}的{column}" if self.language == "zh" else f"{row} ({column})"

    def last_word(self, at: Pointer) -> str:
        """A cell by its column alone."""
        return self.layout.short_words(at, by_column=True).say(self.language) if self.layout else at

    def pattern(self, at: Pointer) -> str:
        """A pattern in words, the pattern itself behind it in brackets."""
        return f"{self._pattern(at)}{self.brackets(at) if at else ''}"

    def _pattern(self, at: Pointer) -> str:
        if at in _KNOWN:
            return _KNOWN[at].say(self.language)
        head, star, _ = at.partition("/*")
        where = self.place(head)
        return _BELOW.fill({"where": where}).say(self.language) if star else where
