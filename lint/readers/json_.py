"""JSON (RFC 8259) to a tree without any loss: no duplicate key, no digit, no half character goes unseen.

Three readers, each only where it is exact: orjson, the standard library's, and our own scanner, which alone
refuses, because it alone knows why and where.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn, TypeAlias

from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.readers.decode import decode, plainly_utf8
from lint.readers.json_scanner import scan
from lint.readers.limits import CONTAINERS, DIGITS, FILE_BYTES, JSON_DEPTH, VALUES
from lint.readers.literals import exact, whole

FindPlaces: TypeAlias = Callable[[], dict[Pointer, Place]]

_BEYOND = 10**DIGITS
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_NESTING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{]|[\]}]', re.DOTALL)
_BEFORE_COLON = (b'"', b" ", b"\n", b"\t", b"\r")


def parse_json(data: bytes, encoding: str | None = None, *, fast: bool = False) -> tuple[object, FindPlaces]:
    """Read a JSON file: its value, and a function that finds the place of every value when first asked.

    Numbers are int, or Decimal exactly as written. ``fast`` imports orjson, which pays from a few files on.

    Raises Unreadable: LT002 where the bytes are no text, LT003 with a place where the text is no JSON, has a
    key twice, or is beyond the limits.
    """
    try:
        return _quickly(data, encoding, fast=fast), _later(data, encoding)
    except ValueError:
        growth = scan(decode(data, encoding).text)
        return growth.root, cache(growth.places)


def _later(data: bytes, encoding: str | None) -> FindPlaces:
    return cache(lambda: scan(decode(data, encoding).text).places())


def _quickly(data: bytes, encoding: str | None, *, fast: bool) -> object:
    """The value, where a fast reader is certain to have lost nothing; else ValueError."""
    _bound(data)
    if fast and encoding is None and plainly_utf8(data):
        try:
            return _by_orjson(data)
        except (ImportError, ValueError):
            pass  # not installed, or not certain: the next reader is exact on decimals
    return _by_json(decode(data, encoding).text)


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
    import orjson  # here: a single file must not pay for it

    return orjson.loads


def _by_orjson(data: bytes) -> object:
    tree = _orjson_loads()(data)
    # Every key has its colon, so as many colons as keys in the tree: no key stood twice. Other colons are in
    # strings, and few of them follow a quote or a blank; the next reader decides about those.
    keys = _count_keys(tree)
    if data.count(b":") != keys and _count_colons(data) != keys:
        raise ValueError(keys)
    return tree


def _count_colons(data: bytes) -> int:
    """The colons that may follow a key: all that do, and some within strings."""
    *before, _ = data.split(b":")
    return sum(part.endswith(_BEFORE_COLON) for part in before)


def _count_keys(tree: Any) -> int:
    """The number of keys in a tree; ValueError where something in it may not be as written, or is too deep."""
    keys = 0
    level = [tree]
    for _ in range(JSON_DEPTH):
        found, level = _below(level)
        keys += found
        if not level:
            return keys
    raise ValueError(JSON_DEPTH)


def _below(level: list[Any]) -> tuple[int, list[Any]]:
    keys = 0
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
        elif kind is float or kind is int:
            raise ValueError(value)
    return keys, below


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
