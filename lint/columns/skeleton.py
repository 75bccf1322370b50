"""A tree taken apart into columns and what is left of it, and put together again: nothing is lost, whatever it holds.

The skeleton is the tree with 0 where a column has the value, and with ``[value]`` for all that no column can have.
Reports of one form have the same skeleton, so that it takes next to no room in a file.
"""

import copy
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from lint.columns.form import AMOUNTS, COUNTS, DECIMALS, DIGITS, IDENTITY, LEAST, LISTS, MOST, TEXTS, WRITTEN
from lint.model.pointer import Pointer, escape
from lint.model.report import Identity, Tree

_COUNTS, _AMOUNTS = frozenset(COUNTS), frozenset(AMOUNTS)
_WHOLE_DIGITS = DIGITS - DECIMALS


class Parts(NamedTuple):
    """A tree in parts: its skeleton as JSON, the value of every column, the cells that are no plain figures as JSON."""

    skeleton: str
    columns: dict[str, Any]
    beside: dict[Pointer, str]


def taken_apart(tree: Tree, who: Identity) -> Parts:
    """The parts of a tree. ``who`` is what the columns about the body say."""
    parts = Parts("", {}, {})
    known = {at: getattr(who, name) for at, name in IDENTITY.items()}
    return parts._replace(skeleton=written(_marked(tree, "", known, parts)))


def prepared(skeleton: str) -> Any:
    """A skeleton with the name of its column wherever a column has the value. Raises ValueError where it is none."""
    return _named(parsed(skeleton), "")


def put_together(skeleton: Any, columns: Mapping[str, Any]) -> Any:
    """The tree of a prepared skeleton; ``columns`` has the values, also those of cells that are no plain figures."""
    if isinstance(skeleton, dict):
        return {
            name: columns[below] if isinstance(below, str) else put_together(below, columns)
            for name, below in skeleton.items()
        }
    return columns[skeleton] if isinstance(skeleton, str) else copy.deepcopy(skeleton[0])


def written(value: object) -> str:
    """JSON in plain ASCII; decimal numbers exactly as they are kept."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{written(below)}" for name, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value)


def parsed(text: str) -> Any:
    """What :func:`written` wrote. Raises ValueError where it is no JSON."""
    return json.loads(text, parse_float=Decimal)


def is_plain_text(text: object) -> bool:
    """Whether a text can stand in a column: a lone half of a character cannot."""
    if not isinstance(text, str):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def amount_of(stored: Decimal, decimals: int | None) -> int | Decimal:
    """The amount that a column means, written with so many decimals: a whole number where that is None."""
    text = format(stored, "f")
    bare = text.rstrip("0").rstrip(".") if "." in text else text
    whole, _, fraction = bare.partition(".")
    if decimals is None and not fraction:
        return int(whole)
    fraction = fraction.ljust(min(decimals or 0, DECIMALS), "0")
    return Decimal(f"{whole}.{fraction}" if fraction else whole)


def fits_amount(amount: int | Decimal) -> bool:
    """Whether a column has the digits for an amount."""
    exact = Decimal(amount)
    exponent = exact.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -DECIMALS and exact.adjusted() < _WHOLE_DIGITS


def _marked(value: object, at: Pointer, known: Mapping[Pointer, Any], parts: Parts) -> object:
    if isinstance(value, dict):
        return {name: _marked(below, f"{at}/{escape(name)}", known, parts) for name, below in value.items()}
    return 0 if _is_kept(value, at, known, parts) else [value]


def _is_kept(value: object, at: Pointer, known: Mapping[Pointer, Any], parts: Parts) -> bool:
    """Put a value into its column, or beside it. False where neither can have it."""
    if at in known:
        return type(value) is type(known[at]) and value == known[at]
    if at in _COUNTS or at in _AMOUNTS:
        return _keep_cell(value, at, parts)
    if at in TEXTS and (value is None or is_plain_text(value)):
        parts.columns[TEXTS[at]] = value
        return True
    if at in LISTS and isinstance(value, list) and all(map(is_plain_text, value)):
        parts.columns[LISTS[at]] = value
        return True
    return False


def _keep_cell(value: object, at: Pointer, parts: Parts) -> bool:
    """Every cell is kept: as a figure, and as text where its column cannot have it, or not as it was written."""
    if isinstance(value, list):
        return False
    kept = _figure(value, amount=at in _AMOUNTS)
    decimals = _decimals(value) if at in _AMOUNTS and kept is not None else None
    parts.columns[at] = kept
    if at in _AMOUNTS:
        parts.columns[WRITTEN[at]] = decimals
    if not _same(value, kept, decimals, amount=at in _AMOUNTS):
        parts.beside[at] = written(value)
    return True


def _figure(value: object, *, amount: bool) -> int | Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if amount:
        return value if fits_amount(value) else None
    return value if isinstance(value, int) and LEAST <= value <= MOST else None


def _decimals(value: object) -> int | None:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else None
    return max(-exponent, 0) if isinstance(exponent, int) else None


def _same(value: object, kept: int | Decimal | None, decimals: int | None, *, amount: bool) -> bool:
    """Whether the columns alone give the very value."""
    restored = amount_of(Decimal(kept), decimals) if amount and kept is not None else kept
    return type(value) is type(restored) and str(value) == str(restored)


_NAMES = {**IDENTITY, **TEXTS, **LISTS}


def _named(value: object, at: Pointer) -> object:
    if isinstance(value, dict):
        return {name: _named(below, f"{at}/{escape(name)}") for name, below in value.items()}
    if isinstance(value, list) and len(value) == 1:
        return value
    if value != 0:
        raise ValueError(at)
    return _NAMES.get(at, at)
