"""JSON (RFC 8259) to a tree without any loss: no duplicate key, no digit, no half character goes unseen.

Three readers, each only where it is exact: orjson, the standard library's, and our own scanner, which alone
refuses, because it alone knows why and where.
"""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeAlias

from lint.model.pattern import Pattern
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.readers.decode import decode, plainly_utf8
from lint.readers.limits import CONTAINERS, DIGITS, FILE_BYTES, JSON_DEPTH, VALUES
from lint.readers.literals import exact, whole

if TYPE_CHECKING:
    from lint.model.shape import Flat
    from lint.model.shapes import Shapes
    from lint.readers.growth import Growth

FindPlaces: TypeAlias = Callable[[], dict[Pointer, Place]]

_BEYOND = 10**DIGITS
_SURROGATE = Pattern(r"\\u[dD][89a-fA-F]", holding=("\\ud", "\\uD"))
_MOST_KEYS = 1_000  # of a tree that is no other thing than a report
_MOST_LAID = 1_000_000  # bytes of a file whose tree is laid flat: many of those are held at once
_LONGEST = 80  # characters from the end of a key to the point of its number; beyond that the next reader decides
_NOT_PLAIN = (dict, list, float)
_NESTING = Pattern(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{]|[\]}]', re.DOTALL)
_BEFORE_COLON = (b'"', b" ", b"\n", b"\t", b"\r")


class Parsed(NamedTuple):
    """The value of a JSON file, a function that finds the place of every value when first asked, and the tree laid flat
    where its shape was met before.
    """

    value: object
    find_places: FindPlaces
    flat: "Flat | None" = None


def parse_json(data: bytes, encoding: str | None = None, *, fast: bool = False) -> tuple[object, FindPlaces]:
    """The same as :func:`read_json`: the value, and what finds places."""
    return read_json(data, encoding, fast=fast)[:2]


def read_json(data: bytes, encoding: str | None = None, *, fast: bool = False) -> Parsed:
    """Read a JSON file.

    Numbers are int, or Decimal exactly as written. ``fast`` imports orjson, which pays from a few files on.

    Raises Unreadable: LT002 where the bytes are no text, LT003 with a place where the text is no JSON, has a
    key twice, or is beyond the limits.
    """
    try:
        value, flat = _quickly(data, encoding, fast=fast)
        return Parsed(value, _Later(data, encoding), flat)
    except ValueError:
        growth = _scan(data, encoding)
        return Parsed(growth.root, cache(growth.places))


class _Later:
    """The places of a file, found when first asked for."""

    __slots__ = ("_data", "_encoding", "_found")

    def __init__(self, data: bytes, encoding: str | None) -> None:
        self._data = data
        self._encoding = encoding
        self._found: dict[Pointer, Place] | None = None

    def __call__(self) -> dict[Pointer, Place]:
        if self._found is None:
            self._found = _scan(self._data, self._encoding).places()
        return self._found


def _scan(data: bytes, encoding: str | None) -> "Growth":
    from lint.readers.json_scanner import scan  # noqa: PLC0415 - a clean file needs neither places nor reasons

    return scan(decode(data, encoding).text)


def _quickly(data: bytes, encoding: str | None, *, fast: bool) -> "tuple[object, Flat | None]":
    """The value, laid flat too if need be, where a fast reader is certain to have lost nothing; else ValueError."""
    _bound(data)
    if fast and encoding is None and plainly_utf8(data):
        try:
            return _by_orjson(data)
        except (ImportError, ValueError):
            pass  # not installed, or not certain: the next reader is exact on decimals
    return _by_json(decode(data, encoding).text), None


def _bound(data: bytes) -> None:
    """Raises ValueError where there may be too many values; the scanner counts them exactly."""
    size = len(data)
    if size > CONTAINERS and (
        size > FILE_BYTES
        or data.count(b"{") + data.count(b"[") > CONTAINERS
        or (size > VALUES and data.count(b",") + CONTAINERS > VALUES)
    ):
        raise ValueError(size)


@cache
def _orjson_loads() -> Callable[[bytes], object]:
    import orjson  # noqa: PLC0415 - a single file must not pay for it

    return orjson.loads


@cache
def _shapes() -> "Shapes":
    from lint.model.shapes import Shapes  # noqa: PLC0415 - one file alone has its shape in common with no other

    return Shapes()


def _by_orjson(data: bytes) -> "tuple[object, Flat | None]":
    tree = _orjson_loads()(data)
    small = len(data) <= _MOST_LAID
    # Every key has its colon, so as many colons as keys in the tree: no key stood twice. Other colons are in
    # strings, and few of them follow a quote or a blank; the next reader decides about those.
    colons = data.count(b":")
    flat = _shapes().lay(tree, colons) if small else None
    if flat is not None and flat.plain:
        fractions = len(flat.shape.fractions)
    else:
        keys, fractions = _count(tree)
        if colons != keys and _count_colons(data) != keys:
            raise ValueError(keys)
        flat = _laid(tree, keys) if small else None
    if not fractions:
        return tree, flat
    literals = _literals(data, fractions)
    if flat is not None:
        flat.make_exact(literals)
        return tree, flat
    return _replaced(tree, literals), None


def _laid(tree: object, keys: int) -> "Flat | None":
    """A tree laid flat where its shape is known; else its shape is known from now on."""
    flat = _shapes().lay(tree, keys)
    if flat is None and keys < _MOST_KEYS:
        _shapes().learn(tree)
    return flat


def _literals(data: bytes, fractions: int) -> dict[float, Decimal]:
    """How the file writes each fraction; ValueError where not all are found, or two that differ give the same float."""
    literals: dict[float, Decimal] = {}
    written = list(_fractions(data))
    if len(written) != fractions:
        raise ValueError(fractions)
    for text in written:
        value = exact(text)
        known = literals.setdefault(float(text), value)
        if known is not value and str(known) != str(value):
            raise ValueError(text)
    return literals


@cache
def _fraction() -> re.Pattern[bytes]:
    return re.compile(rb'[^\\]":[ \t\r\n]*+(-?[0-9]++\.[0-9]++(?:[eE][-+]?[0-9]++)?)(?=[ \t\r\n]*+[,}])')


def _fractions(data: bytes) -> Iterator[str]:
    """The literals with a point that stand behind a key: from point to point, for there are few of them.

    No string can hold one: a quote within it has a backslash before it.
    """
    at = data.find(b".")
    while at >= 0:
        quote = data.rfind(b'":', max(0, at - _LONGEST), at)
        found = _fraction().match(data, quote - 1) if quote > 0 else None
        if found is not None and found.start(1) < at < found.end():
            yield found[1].decode("ascii")
        at = data.find(b".", at + 1)


def _replaced(value: Any, literals: dict[float, Decimal]) -> Any:
    """The same tree with every float as the file writes it."""
    if type(value) is dict:
        for name, below in value.items():
            if type(below) in _NOT_PLAIN:
                value[name] = _replaced(below, literals)
    elif type(value) is list:
        value[:] = [_replaced(below, literals) for below in value]
    elif type(value) is float:
        return literals[value]
    return value


def _count_colons(data: bytes) -> int:
    """The colons that may follow a key: all that do, and some within strings."""
    *before, _ = data.split(b":")
    return sum(part.endswith(_BEFORE_COLON) for part in before)


def _count(tree: Any) -> tuple[int, int]:
    """The number of keys and of floats in a tree; ValueError where an integer is too long or nesting too deep."""
    keys = fractions = 0
    level = [tree]
    for _ in range(JSON_DEPTH):
        found, floats, level = _below(level)
        keys += found
        fractions += floats
        if not level:
            return keys, fractions
    raise ValueError(JSON_DEPTH)


def _below(level: list[Any]) -> tuple[int, int, list[Any]]:
    keys = fractions = 0
    below: list[Any] = []
    low, high = -_BEYOND, _BEYOND
    for value in level:
        kind = type(value)
        if kind is int and low < value < high:
            continue
        if kind is dict:
            keys += len(value)
            below += value.values()
        elif kind is list:
            below += value
        elif kind is float:
            fractions += 1
        elif kind is int:
            raise ValueError(value)
    return keys, fractions, below


def _by_json(text: str) -> object:
    if _SURROGATE.search(text) or (text.count("{") + text.count("[") > JSON_DEPTH and _depth(text) > JSON_DEPTH):
        raise ValueError(text)
    value: object = json.loads(
        text, parse_int=whole, parse_float=exact, parse_constant=_refuse, object_pairs_hook=_distinct
    )
    return value


def _depth(text: str) -> int:
    deepest = depth = 0
    for found in _NESTING.finditer(text):
        sign = text[found.start()]
        if sign in "{[":
            depth += 1
            deepest = max(deepest, depth)
        elif sign != '"':
            depth -= 1
    return deepest


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError(len(pairs))
    return members
