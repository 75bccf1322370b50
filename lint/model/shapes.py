"""The shapes of trees met so far, and the quick way to lay another of them flat."""

import marshal  # noqa: TID251 - only to write: nothing is ever read by it
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from itertools import chain
from operator import call, itemgetter
from typing import Any, NamedTuple

from lint.model.figures import ABSENT
from lint.model.report import Tree
from lint.model.shape import Flat, Pick, Shape, Values, picker

_MOST_KEPT = 256  # collections have a handful
_MOST_TRIED = 1_024  # trees whose shape is worked out; that of many is of no use
_MOST_ALIKE = 16  # sets of keys of one size: each of them is tried
_WHOLE = b"i"  # how marshal begins a whole number of 32 bits; its four bytes follow, the highest last
_WIDTH = 5
_VERSION = 2  # of marshal: the last without references from one value to another


class _Kinds(NamedTuple):
    """What kinds of values the trees of a shape hold: whole numbers at so many places, and what at the others.

    Objects are none of the others: a frame finds them where they are.
    """

    shape: Shape
    pick_whole: Pick
    whole: bytes
    pick_others: Pick
    others: Values

    def fit(self, values: Sequence[Any]) -> bool:
        """Whether values are of these kinds, and their whole numbers plain (see :class:`Flat`)."""
        return self.are_plain(values) and tuple(map(type, self.pick_others(values))) == self.others

    def are_plain(self, values: Sequence[Any]) -> bool:
        """Whether whole numbers stand where these kinds have them, none of them negative or beyond 31 bits.

        The quickest way to see it: true and false, and greater numbers, are written otherwise.
        """
        try:
            written = marshal.dumps(self.pick_whole(values), _VERSION)
        except ValueError:  # a Decimal, or lists nested beyond all measure
            return False
        return written[_WIDTH::_WIDTH] == self.whole and written[2 * _WIDTH - 1 :: _WIDTH].isascii()


def _kinds(shape: Shape, values: Sequence[Any]) -> _Kinds:
    whole = [number for number, value in enumerate(values) if type(value) is int]
    others = [number for number, value in enumerate(values) if type(value) is not int and not _is_told(value)]
    pick = picker(others)
    return _Kinds(shape, picker(whole), _WHOLE * len(whole), pick, tuple(map(type, pick(values))))


def _is_told(value: object) -> bool:
    """Whether a frame alone tells that an object stands there: it takes from it what it holds."""
    return type(value) is dict and len(value) > 0


class _Frame:
    """What objects some trees have, with which keys: shapes differ within it by the kinds of what these hold."""

    __slots__ = ("_last", "_levels", "_sections", "keys", "shapes")

    def __init__(self, tree: Tree) -> None:
        self.keys = _keys(tree)
        self.shapes: dict[Values, _Kinds] = {}  # by the kinds of all values
        self._last: _Kinds | None = None  # most often the next are of the same: seen without looking at each
        self._sections = tuple(tree["sections"])
        self._levels = list(_levels(tree))

    def learn(self, tree: Tree, shape: Shape) -> bool:
        """Keep the shape of a tree of these keys; False where it was known."""
        values = self.values(tree) or []
        self._last = self.shapes.setdefault(tuple(map(type, values)), _kinds(shape, values))
        return self._last.shape is shape

    def values(self, tree: Tree) -> list[Any] | None:
        """All values of a tree that has these keys at least, and its sections in this order; else None."""
        objects: Values = (tree,)
        found: list[Any] = []
        try:
            if tuple(tree["sections"]) != self._sections:
                return None
            for take, pick in self._levels:
                values = tuple(chain.from_iterable(take(objects)))
                found += values
                objects = pick(values)
        except (KeyError, TypeError):
            return None
        found.append(ABSENT)
        return found

    def kinds(self, values: list[Any]) -> tuple[_Kinds | None, bool]:
        """Of what known kinds values are, None where of no known ones; and whether their whole numbers are plain."""
        last = self._last
        if last is not None and last.fit(values):
            return last, True
        last = self._last = self.shapes.get(tuple(map(type, values)))
        return last, last is not None and last.are_plain(values)


class Shapes:
    """The shapes met so far. Beyond a certain number of them, or of trees looked at for theirs, none is learned."""

    def __init__(self) -> None:
        self._frames: dict[int, list[_Frame]] = {}  # by how many keys they have in all
        self._tried = 0
        self._kept = 0

    def lay(self, tree: object, keys: int) -> Flat | None:
        """A tree with so many keys in all laid flat; None where its shape is not known, or not all text is text."""
        if type(tree) is not dict:
            return None
        for frame in self._frames.get(keys, ()):
            values = frame.values(tree)
            if values is not None:
                kinds, plain = frame.kinds(values)
                if kinds is not None and (joined := kinds.shape.joined(values)) is not None:
                    return Flat(tree, kinds.shape, values, plain, joined)
        return None

    def learn(self, tree: object) -> None:
        """Keep the shape of a tree, if it is the plain tree of a report."""
        if type(tree) is not dict or self._kept >= _MOST_KEPT or self._tried >= _MOST_TRIED:
            return
        self._tried += 1
        try:
            shape = Shape(_exact(tree))
        except ValueError:
            return
        frame = self._frame(tree, shape.keys)
        if frame is not None and frame.learn(tree, shape):
            self._kept += 1

    def _frame(self, tree: Tree, count: int) -> _Frame | None:
        """The frame of a tree with so many keys in all; None where there are too many of that size."""
        frames = self._frames.setdefault(count, [])
        keys = _keys(tree)
        found = next((one for one in frames if one.keys == keys), None)
        if found is None and len(frames) < _MOST_ALIKE:
            found = _Frame(tree)
            frames.append(found)
        return found


def _keys(value: object) -> object:
    """The keys of an object and of all below it, in their order."""
    return tuple((name, _keys(below)) for name, below in value.items()) if type(value) is dict else None


def _levels(tree: Tree) -> Iterator[tuple[Callable[[Values], Iterator[Values]], Pick]]:
    """For each level of objects how to take what each of them holds, and the objects among all that."""
    objects: Values = (tree,)
    while objects:
        values = tuple(chain.from_iterable(map(dict.values, objects)))
        pick = picker([number for number, value in enumerate(values) if type(value) is dict])
        yield _taking([_getter(tuple(one)) for one in objects]), pick
        objects = pick(values)


def _taking(getters: list[Callable[[Any], Values]]) -> Callable[[Values], Iterator[Values]]:
    """Takes from some objects what each holds, all of them often by the same getter."""
    if len(set(getters)) == 1:
        return partial(map, getters[0])
    return partial(map, call, getters)


@lru_cache(maxsize=1_024)  # most rows have the same keys: one getter for all stays at hand
def _getter(keys: Values) -> Callable[[Any], Values]:
    """Takes the values of some keys from an object. Raises KeyError or TypeError."""
    if len(keys) > 1:
        return itemgetter(*keys)
    if keys:
        return lambda node: (node[keys[0]],)
    return lambda _: ()


def _exact(value: Any) -> Any:
    """A tree with decimal numbers where a parser left binary floats; their values say nothing of the shape."""
    if type(value) is dict:
        return {name: _exact(below) for name, below in value.items()}
    return Decimal(0) if type(value) is float else value
