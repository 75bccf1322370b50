"""The words of the form for headings, rows and columns; where nobody gave its layouts, the keys of the tree."""

from collections.abc import Callable, Mapping, Sequence

from lint.model.form import BLOCK_ROWS, EDITIONS, SECTIONS, TABLES
from lint.model.layout import Label, Layout
from lint.model.pointer import Pointer
from lint.model.text import Text

_NUMERALS = "一二三四五六"
_LONGEST = 160  # characters of a place in words


class FormNames:
    """Names by key, of the edition asked for first; what only the other one has is taken from there."""

    def __init__(self, layout: Callable[[str], Layout] | None, edition: str | None) -> None:
        self.edition = edition if edition in EDITIONS else None
        first = edition if edition in EDITIONS else EDITIONS[0]
        editions = (first, *(one for one in EDITIONS if one != first))
        self._layouts = tuple(layout(one) for one in editions) if layout is not None else ()

    def row(self, key: str) -> Text:
        """A row of table three, or the label of several."""
        return self._name(key, lambda layout: (*layout.rows, *layout.groups))

    def column(self, key: str) -> Text:
        """A column of table three."""
        return self._name(key, lambda layout: layout.columns)

    def block(self, key: str) -> Text:
        """A row of table two."""
        return self._name(key, lambda layout: layout.blocks)

    def block_column(self, row: str, key: str) -> Text:
        """A column of table two, as the block of that row calls it."""
        own = self._name(f"{row}/{key}", lambda layout: layout.block_columns)
        return own if own.zh != f"{row}/{key}" else self._name(key, lambda layout: layout.block_columns)

    def group(self, key: str) -> Text:
        """A group of table four."""
        return self._name(key, lambda layout: layout.dispute_groups)

    def outcome(self, key: str) -> Text:
        """A column of table four."""
        return self._name(key, lambda layout: layout.outcomes)

    def table(self, section: str) -> Text:
        """A table as a whole."""
        return self._layouts[0].tables[section] if self._layouts else Text(TABLES[section], TABLES[section])

    def section(self, key: str) -> Text:
        """The heading that the form has for a section."""
        number = SECTIONS.index(key)
        title = self._name(key, lambda layout: layout.sections)
        return Text(f"{_NUMERALS[number]}、{title.zh}", title.en)

    def place(self, pointer: Pointer) -> Text:
        """A place of the report in words; shortened where a report gives it a name of any length."""
        words = self._layouts[0].words(pointer) if self._layouts else Text(pointer, pointer)
        return Text(_short(words.zh), _short(words.en))

    def captions(self) -> Mapping[str, Sequence[str]]:
        """The captions of table two with the rows below each."""
        return self._layouts[0].captions if self._layouts else {"": BLOCK_ROWS}

    def _name(self, key: str, labels: Callable[[Layout], Sequence[Label]]) -> Text:
        found = (label.words for layout in self._layouts for label in labels(layout) if label.key == key)
        return next(found, Text(key, key))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
