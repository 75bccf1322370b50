"""Trees laid flat: those of one make have the same keys at the same places, so that is worked out once for all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain, repeat
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from lint.model.figures import ABSENT, Cells, read_figures
from lint.model.form import CELLS, DECIMAL_CELLS, LEAD_IN, SECTIONS
from lint.model.pointer import Pointer, escape, steps
from lint.model.report import Heading, Tree

_MOST_KEPT = 256  # lengths of texts
_FREE = frozenset({"/title", "/published", "/agency/name"})  # what tells one report from another of its make
_KINDS = frozenset({int, str, Decimal, dict, list, type(None)})
_NESTED = (dict, list)
_heading = partial(tuple.__new__, Heading)  # half the time of a call of the class
Values: TypeAlias = tuple[Any, ...]
Pick: TypeAlias = Callable[[Sequence[Any]], Values]


class Flat(NamedTuple):
    """A ``tree`` laid flat: ``values`` are all that stand in its objects, level by level, and ABSENT behind the last.

    ``plain``: its whole numbers are neither negative nor beyond 31 bits. ``joined`` is its text, a line for each piece.
    """

    tree: Tree
    shape: "Shape"
    values: list[Any]
    plain: bool
    joined: str

    def make_exact(self, literals: Mapping[float, Decimal]) -> None:
        """Put the numbers that were written in the place of a parser's binary floats, here and in the tree."""
        for number, (*above, name) in self.shape.fractions:
            node: Any = self.tree
            for step in above:
                node = node[step]
            node[name] = self.values[number] = literals[self.values[number]]

    def value(self, pointer: Pointer) -> object:
        """What stands at a pointer that leads through objects only; ABSENT where nothing does."""
        return self.values[self.shape.number_of.get(pointer, -1)]

    @property
    def amounts(self) -> Values:
        """The figures that are sums of money."""
        return self.shape.pick_amounts(self.values)

    @property
    def cells(self) -> Cells:
        """Every cell of the form, as ``read_figures`` finds it."""
        shape = self.shape
        return Cells(list(shape.pick_cells(self.values)), shape.amounts, shape.others)

    @property
    def texts(self) -> tuple[list[tuple[Pointer, str]], list[tuple[Pointer, str]]]:
        """Title, lead-in and paragraphs with their pointers, in document order; and those of the lead-in alone."""
        return self.shape.texts(self.values)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that the tree itself has, each with the text under it."""
        return self.shape.headings(self.values)

    @property
    def make(self) -> Values:
        """All that is neither a figure of the tables, nor text, nor title, name or day: equal where makes are."""
        return self.shape.pick_make(self.values)


class Shape:
    """How trees of one make are nested. Raises ValueError for one that is not the plain tree of a report.

    ``keys`` are the keys in all; ``fractions`` are the decimal numbers, with the steps to each.
    """

    def __init__(self, tree: Tree) -> None:
        places = dict(_places(tree))
        kinds = [type(value) for value in places.values()]
        if not _KINDS.issuperset(kinds) or "document" in tree or type(tree.get("sections")) is not dict:
            raise ValueError("no plain tree")
        number_of = self.number_of = {at: number for number, at in enumerate(places)}
        self.fractions = [(number_of[at], steps(at)) for at, value in places.items() if type(value) is Decimal]
        self.keys = len(places)
        self._set_cells(tree, places, number_of)
        self._set_texts(tree, places, number_of)
        known = {*_FREE, *CELLS, *(at for at, value in places.items() if isinstance(value, dict | list))}
        self.pick_make = picker([number for at, number in number_of.items() if at not in known])

    def _set_cells(self, tree: Tree, places: dict[Pointer, object], number_of: dict[Pointer, int]) -> None:
        found = read_figures(tree)
        figures = {cell: value for cell in CELLS if type(value := places.get(cell, ABSENT)) not in _NESTED}
        if found.figures != [figures.get(cell, ABSENT) for cell in CELLS]:
            raise ValueError("cells elsewhere than the form has them")
        self.pick_cells = picker([number_of.get(cell, -1) if cell in figures else -1 for cell in CELLS])
        amounts = [cell for cell in sorted(DECIMAL_CELLS) if cell in number_of and cell in figures]
        self.pick_amounts = picker([number_of[cell] for cell in amounts])
        kinds = {cell: type(figure) for cell, figure in zip(CELLS, found.figures, strict=True)}
        self.amounts = {kind for cell, kind in kinds.items() if cell in DECIMAL_CELLS}
        self.others = {kind for cell, kind in kinds.items() if cell not in DECIMAL_CELLS}

    def _set_texts(self, tree: Tree, places: dict[Pointer, object], number_of: dict[Pointer, int]) -> None:
        lists = [at for at in _text_places(tree) if isinstance(places.get(at), list)]
        if {at for at, value in places.items() if isinstance(value, list)} != set(lists):
            raise ValueError("lists elsewhere than the form has text")
        self._lists = lists
        self._pick_lists = picker([number_of[at] for at in lists])
        self._title = number_of["/title"] if isinstance(places.get("/title"), str) else None
        self._pointers: dict[tuple[int, ...], tuple[list[Pointer], Pick]] = {}
        self._set_headings(tree, number_of, frozenset(lists))

    def _set_headings(self, tree: Tree, number_of: dict[Pointer, int], lists: frozenset[Pointer]) -> None:
        sections = tree.get("sections")
        below = sections.items() if isinstance(sections, dict) else ()
        names = [name for name, one in below if isinstance(one, dict) and isinstance(one.get("heading"), str)]
        self._sections = [name if name in SECTIONS else None for name in names]
        places = [f"/sections/{escape(name)}" for name in names]
        self._pick_headings = picker([number_of[f"{at}/heading"] for at in places])
        texts = [f"{at}/paragraphs" for at in places]
        if not lists.issuperset(texts):
            raise ValueError("a heading without a list of text")
        self._pick_paragraphs = picker([number_of[at] for at in texts])

    def headings(self, values: Sequence[Any]) -> tuple[Heading, ...]:
        """The headings of the values of a tree, each with the text under it."""
        headings = self._pick_headings(values)
        paragraphs = map(tuple, self._pick_paragraphs(values))
        return tuple(map(_heading, zip(headings, self._sections, repeat(None), paragraphs)))

    def joined(self, values: Sequence[Any]) -> str | None:
        """The text of the values of a tree, a line for each piece; None where not all pieces are text."""
        try:
            return "\n".join(chain.from_iterable(self._lists_of(values)))
        except TypeError:
            return None

    def texts(self, values: Sequence[Any]) -> tuple[list[tuple[Pointer, str]], list[tuple[Pointer, str]]]:
        """Title, lead-in and paragraphs of the values of a tree, with their pointers; and the lead-in alone."""
        lists = self._lists_of(values)
        lengths = tuple(map(len, lists))
        known = self._pointers.get(lengths)
        if known is None:
            pointers = list(self._pointed(lengths))
            lead_in = picker([number for number, at in enumerate(pointers) if at.startswith(LEAD_IN)])
            known = (pointers, lead_in)
            if len(self._pointers) < _MOST_KEPT:
                self._pointers[lengths] = known
        pointers, lead_in = known
        texts = list(zip(pointers, chain.from_iterable(lists), strict=True))
        return texts, list(lead_in(texts))

    def _lists_of(self, values: Sequence[Any]) -> Values:
        lists = self._pick_lists(values)
        return lists if self._title is None else ((values[self._title],), *lists)

    def _pointed(self, lengths: tuple[int, ...]) -> Iterator[Pointer]:
        if self._title is not None:
            yield "/title"
        for at, length in zip(self._lists, lengths[self._title is not None :], strict=True):
            yield from (f"{at}/{number}" for number in range(length))


def picker(numbers: list[int]) -> Pick:
    """Takes the values of some numbers, in their order."""
    if len(numbers) > 1:
        return itemgetter(*numbers)
    return lambda values: tuple([values[number] for number in numbers])


def _places(tree: Tree) -> Iterator[tuple[Pointer, object]]:
    """Everything that stands in an object, level by level."""
    level: list[tuple[Pointer, Any]] = [("", tree)]
    while level:
        members = [(f"{at}/{escape(name)}", value) for at, node in level for name, value in node.items()]
        yield from members
        level = [member for member in members if type(member[1]) is dict]


def _text_places(tree: Tree) -> list[Pointer]:
    """Where lists of text stand, in document order."""
    sections = tree.get("sections")
    names = sections if isinstance(sections, dict) else ()
    return ["/preamble", *(f"/sections/{escape(name)}/paragraphs" for name in names)]
