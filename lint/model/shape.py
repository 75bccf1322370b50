"""Trees laid flat: those of one make have the same keys at the same places, so that is worked out once for all."""

from array import array
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from lint.model.figures import ABSENT, Cells, read_figures
from lint.model.form import CELLS, DECIMAL_CELLS, SECTIONS
from lint.model.pointer import Pointer, escape
from lint.model.report import Heading, Tree

_MOST_KEPT = 256  # shapes, and lengths of texts of each: collections have a handful
_FREE = frozenset({"/title", "/published", "/agency/name"})  # what tells one report from another of its make
_DEEP = 3  # steps of a pointer to the heading of a section
_KINDS = frozenset({int, str, Decimal, dict, list, type(None)})
_NESTED = (dict, list)
_TEXT = frozenset({str})
_Values: TypeAlias = tuple[Any, ...]
_Pick: TypeAlias = Callable[[_Values], _Values]


class Flat(NamedTuple):
    """A ``tree`` laid flat: ``values`` are all that stand in its objects, level by level, and ABSENT behind the last.

    ``plain``: its whole numbers are neither negative nor beyond 32 bits.
    """

    tree: Tree
    shape: "Shape"
    values: _Values
    plain: bool

    def exactly(self, literals: Mapping[float, Decimal]) -> "Flat":
        """The same with the numbers that were written for the binary floats of a parser, in the tree too."""
        values = list(self.values)
        for number in self.shape.fractions:
            values[number] = literals[values[number]]
        return self._replace(values=tuple(values))

    def value(self, pointer: Pointer) -> object:
        """What stands at a pointer that leads through objects only; ABSENT where nothing does."""
        return self.values[self.shape.number_of.get(pointer, -1)]

    @property
    def amounts(self) -> _Values:
        """The figures that are sums of money."""
        return self.shape.pick_amounts(self.values)

    @property
    def cells(self) -> Cells:
        """Every cell of the form, as ``read_figures`` finds it."""
        shape = self.shape
        return Cells(list(shape.pick_cells(self.values)), shape.amounts, shape.others)

    @property
    def texts(self) -> list[tuple[Pointer, str]]:
        """Title, lead-in and paragraphs with their pointers, in document order."""
        return self.shape.texts(self.values)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that the tree itself has, each with the text under it."""
        pick = self.values.__getitem__
        return tuple(
            [
                Heading(pick(number), section, None, () if below is None else tuple(pick(below)))
                for section, number, below in self.shape.headings
            ]
        )

    @property
    def make(self) -> _Values:
        """All that is neither a figure of the tables, nor text, nor title, name or day: equal where makes are."""
        return self.shape.pick_make(self.values)


class Shape:
    """How trees of one make are nested. Raises ValueError for one that is not the plain tree of a report.

    ``fractions`` says where decimal numbers stand; ``counts`` are all keys, and those numbers.
    """

    def __init__(self, tree: Tree) -> None:
        places = dict(_places(tree))
        kinds = [type(value) for value in places.values()]
        if not _KINDS.issuperset(kinds) or "document" in tree:
            raise ValueError("no plain tree")
        number_of = self.number_of = {at: number for number, at in enumerate(places)}
        self.fractions = tuple(number for number, kind in enumerate(kinds) if kind is Decimal)
        self.counts = (len(places), len(self.fractions))
        self._set_cells(tree, places, number_of)
        self._set_texts(tree, places, number_of)
        known = {*_FREE, *CELLS, *(at for at, value in places.items() if isinstance(value, dict | list))}
        self.pick_make = _picker([number for at, number in number_of.items() if at not in known])
        self.pick_whole = _picker([number for number, kind in enumerate(kinds) if kind is int])

    def _set_cells(self, tree: Tree, places: dict[Pointer, object], number_of: dict[Pointer, int]) -> None:
        found = read_figures(tree)
        figures = {cell: value for cell in CELLS if type(value := places.get(cell, ABSENT)) not in _NESTED}
        if found.figures != [figures.get(cell, ABSENT) for cell in CELLS]:
            raise ValueError("cells elsewhere than the form has them")
        self.pick_cells = _picker([number_of.get(cell, -1) if cell in figures else -1 for cell in CELLS])
        self.pick_amounts = _picker([number_of[cell] for cell in sorted(DECIMAL_CELLS) if cell in number_of])
        kinds = {cell: type(figure) for cell, figure in zip(CELLS, found.figures, strict=True)}
        self.amounts = {kind for cell, kind in kinds.items() if cell in DECIMAL_CELLS}
        self.others = {kind for cell, kind in kinds.items() if cell not in DECIMAL_CELLS}

    def _set_texts(self, tree: Tree, places: dict[Pointer, object], number_of: dict[Pointer, int]) -> None:
        lists = [at for at in _text_places(tree) if isinstance(places.get(at), list)]
        if {at for at, value in places.items() if isinstance(value, list)} != set(lists):
            raise ValueError("lists elsewhere than the form has text")
        self._lists = lists
        self._pick_lists = _picker([number_of[at] for at in lists])
        self._title = number_of["/title"] if isinstance(places.get("/title"), str) else None
        self._pointers: dict[tuple[int, ...], list[Pointer]] = {}
        sections = [
            (at.split("/")[2], at.rpartition("/")[0])
            for at in places
            if at.startswith("/sections/")
            and at.endswith("/heading")
            and at.count("/") == _DEEP
            and isinstance(places[at], str)
        ]
        self.headings = [
            (name if name in SECTIONS else None, number_of[f"{at}/heading"], number_of.get(f"{at}/paragraphs"))
            for name, at in sections
        ]

    def strings_only(self, values: _Values) -> bool:
        """Whether nothing but text stands in the lists of text."""
        return _TEXT.issuperset(map(type, chain.from_iterable(self._pick_lists(values))))

    def texts(self, values: _Values) -> list[tuple[Pointer, str]]:
        """Title, lead-in and paragraphs of the values of a tree, with their pointers."""
        lists = self._pick_lists(values)
        if self._title is not None:
            lists = ((values[self._title],), *lists)
        lengths = tuple(map(len, lists))
        pointers = self._pointers.get(lengths)
        if pointers is None:
            pointers = list(self._pointed(lengths))
            if len(self._pointers) < _MOST_KEPT:
                self._pointers[lengths] = pointers
        return list(zip(pointers, chain.from_iterable(lists), strict=True))

    def _pointed(self, lengths: tuple[int, ...]) -> Iterator[Pointer]:
        if self._title is not None:
            yield "/title"
        for at, length in zip(self._lists, lengths[self._title is not None :], strict=True):
            yield from (f"{at}/{number}" for number in range(length))


class _Level:
    """A level of some trees, and what may come below it: by the keys of its objects and the kinds of what they hold."""

    __slots__ = ("below", "last", "pick", "shape")

    def __init__(self, pick: _Pick) -> None:
        self.pick = pick  # the objects of the next level among the values of this one
        self.below: dict[_Values, _Level] = {}
        self.last: tuple[_Values, _Level | None] = ((), None)  # most often the next is the same: quicker than by hash
        self.shape: Shape | None = None  # set on the last level

    def next(self, key: _Values) -> "_Level | None":
        """The level below of such objects; None where none like them were met."""
        if self.last[0] != key:
            self.last = (key, self.below.get(key))
        return self.last[1]


class Shapes:
    """The shapes met so far. Of more than a certain number of them no further one is learned."""

    def __init__(self) -> None:
        self._root = _Level(_whole)
        self._count = 0

    def lay(self, tree: object) -> Flat | None:
        """A tree laid flat; None where its shape is not known, or a list of text holds anything else."""
        if type(tree) is not dict:
            return None
        level = self._root
        objects: _Values = (tree,)
        found: list[Any] = []
        while objects:
            values = tuple(chain.from_iterable(map(dict.values, objects)))
            below = level.next(_key(objects, values))
            if below is None:
                return None
            level = below
            found += values
            objects = level.pick(values)
        shape = level.shape
        found.append(ABSENT)
        laid = tuple(found)
        if shape is None or not shape.strings_only(laid):
            return None
        return Flat(tree, shape, laid, _are_plain(shape.pick_whole(laid)))

    def learn(self, tree: object) -> None:
        """Keep the shape of a tree, if it is the plain tree of a report."""
        if type(tree) is not dict or self._count >= _MOST_KEPT:
            return
        try:
            shape = Shape(_exact(tree))
        except ValueError:
            return
        self._count += 1
        self._keep(tree, shape)

    def _keep(self, tree: Tree, shape: Shape) -> None:
        level = self._root
        objects: _Values = (tree,)
        while objects:
            values = tuple(chain.from_iterable(map(dict.values, objects)))
            deeper = [number for number, value in enumerate(values) if type(value) is dict]
            key = _key(objects, values)
            level.last = ((), None)
            level = level.below.setdefault(key, _Level(_picker(deeper)))
            objects = level.pick(values)
        level.shape = shape


def _are_plain(whole: _Values) -> bool:
    try:
        array("I", whole)  # the quickest way to look at each
    except OverflowError:
        return False
    return True


def _key(objects: _Values, values: _Values) -> _Values:
    return tuple(map(tuple, objects)), tuple(map(type, values))


def _whole(values: _Values) -> _Values:
    return values


def _picker(numbers: list[int]) -> _Pick:
    """Takes the values of some numbers, in their order."""
    if len(numbers) > 1:
        return itemgetter(*numbers)
    return lambda values: tuple([values[number] for number in numbers])


def _exact(value: Any) -> Any:
    """A tree with decimal numbers where a parser left binary floats; their values say nothing of the shape."""
    if type(value) is dict:
        return {name: _exact(below) for name, below in value.items()}
    return Decimal(0) if type(value) is float else value


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
