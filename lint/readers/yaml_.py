"""YAML to a tree: the core schema of YAML 1.2, and only what a report needs of the rest.

Only the events of PyYAML are used. Its composer recurses, follows aliases and merges, and its constructor reads
YAML 1.1, in which ``no`` is False, ``12:30`` is 750 and 017 is 15.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.text import Text
from lint.readers import yaml_faults as faults
from lint.readers.growth import Growth
from lint.readers.limits import CONTAINERS, DIGITS, YAML_BYTES, YAML_DEPTH
from lint.readers.lines import refusal
from lint.readers.literals import TOO_MANY_DIGITS, number_fault

# As PyYAML's reader has it, so that the place of such a character is ours to tell.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# YAML 1.2 does not break lines at these, nor skip a byte order mark within the text; PyYAML does.
_MISREAD = "\x85\u2028\u2029\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0(?:o([0-7]+)|x([0-9a-fA-F]+))")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_OPENING = ("MappingStartEvent", "SequenceStartEvent")
_CLOSING = ("MappingEndEvent", "SequenceEndEvent")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

_Table: TypeAlias = dict[int, str]


class _Event(NamedTuple):
    """What counts of an event of PyYAML; offsets are characters, with either of its parsers."""

    kind: str
    start: int
    end: int
    value: str = ""
    plain: bool = False
    anchor: str | None = None
    tag: str | None = None


def parse_yaml(text: str, *, limit_containers: int = CONTAINERS) -> tuple[object, dict[Pointer, Place]]:
    """Read a YAML text: its value and the place of every value; a mapping or list has only its start.

    Numbers are int, or Decimal exactly as written; only plain scalars are anything else than text.

    Raises Unreadable (LT003) with a place where the text is no YAML, has a key twice, uses what a report does not
    need (tags, anchors, aliases, merge keys, several documents), or is beyond the limits.
    """
    _bound(text)
    growth = Growth(text, YAML_DEPTH, limit_containers)
    documents = 0
    for event in _events(text):
        documents += event.kind == "DocumentStartEvent"
        if documents > 1:
            raise refusal("LT003", faults.SECOND_DOCUMENT, text, event.start)
        _grow(growth, event)
    if not documents:
        raise refusal("LT003", faults.NO_DOCUMENT, text, 0)
    return growth.root, growth.places()


def _bound(text: str) -> None:
    if len(text) > YAML_BYTES or (len(text) > YAML_BYTES // 4 and len(text.encode()) > YAML_BYTES):
        size = YAML_BYTES // 2**20
        words = Text(f"YAML 文件超过 {size} MB", f"the YAML file is larger than {size} MB")
        raise Unreadable("LT003", words)
    found = _UNPRINTABLE.search(text)
    if found:
        raise refusal("LT003", faults.unprintable(found[0]), text, found.start(), found.end())


def _stand_ins(text: str) -> tuple[_Table, _Table]:
    """Tables there and back that hide what PyYAML misreads behind private characters the text does not have."""
    misread = [character for character in _MISREAD if character in text]
    if not misread:
        return {}, {}
    free = (code for code in range(0xE000, 0xF900) if chr(code) not in text)
    pairs = list(zip(misread, free, strict=False))
    return {ord(one): chr(code) for one, code in pairs}, {code: one for one, code in pairs}


def _events(text: str) -> Iterator[_Event]:
    """Everything PyYAML reports of a text, its exceptions turned into ours."""
    import yaml  # noqa: PLC0415 - only a YAML file pays for it

    there, back = _stand_ins(text)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text.translate(there) if there else text)
    reached = 0
    try:
        while loader.check_event():
            event = _event(loader.get_event(), back)
            reached = event.end
            yield event
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = min(mark.index, len(text)) if mark else reached
        raise refusal("LT003", faults.complaint(error.problem or "", text[at : at + 1]), text, at) from None
    except yaml.YAMLError as error:
        raise refusal("LT003", faults.complaint(str(error), ""), text, reached) from None
    except (ValueError, OverflowError):  # chr() of an escape beyond Unicode, in PyYAML's own scanner
        raise refusal("LT003", faults.BAD_ESCAPE, text, reached) from None


def _event(event: Any, back: _Table) -> _Event:
    value = getattr(event, "value", "")
    return _Event(
        type(event).__name__,
        event.start_mark.index,
        event.end_mark.index,
        value.translate(back) if back else value,
        hasattr(event, "value") and event.implicit[0],
        getattr(event, "anchor", None),
        getattr(event, "tag", None),
    )


def _grow(growth: Growth, event: _Event) -> None:
    words = _unwanted(event)
    if words:
        raise refusal("LT003", words, growth.text, event.start, event.end)
    if event.kind == "ScalarEvent":
        _scalar(growth, event)
    elif event.kind in _OPENING:
        if _awaits_key(growth):
            raise refusal("LT003", faults.COMPLEX_KEY, growth.text, event.start, event.end)
        growth.open({} if event.kind == "MappingStartEvent" else [], event.start)
    elif event.kind in _CLOSING:
        growth.close(None)


def _unwanted(event: _Event) -> Text | None:
    if event.kind == "AliasEvent":
        return faults.ALIAS
    if event.anchor is not None:
        return faults.ANCHOR
    return None if event.tag is None else faults.TAG


def _awaits_key(growth: Growth) -> bool:
    """Whether the next value is a key: in a mapping that has a value for every key so far."""
    if not growth.opened:
        return False
    top = growth.opened[-1]
    return isinstance(top.container, dict) and len(top.keys) == len(top.container)


def _scalar(growth: Growth, event: _Event) -> None:
    is_key = _awaits_key(growth)
    words = _fault(event, is_key=is_key)
    if words:
        raise refusal("LT003", words, growth.text, event.start, event.end)
    if is_key:
        growth.name(event.value, event.start, event.end)
    else:
        growth.put(_resolve(event.value) if event.plain else event.value, event.start, event.end)


def _fault(event: _Event, *, is_key: bool) -> Text | None:
    """Why a scalar is refused, None where it is not."""
    if _SURROGATE.search(event.value):
        return faults.HALF_CHARACTER
    if not event.plain:
        return None
    if is_key:
        return faults.MERGE if event.value == "<<" else None
    return _number_fault(event.value)


def _number_fault(written: str) -> Text | None:
    """Why a plain scalar that reads as a number is refused."""
    if _NOT_FINITE.fullmatch(written):
        return faults.NOT_FINITE
    other = _OTHER_BASE.fullmatch(written)
    if other:
        return TOO_MANY_DIGITS if len(other[1] or other[2]) > DIGITS else None
    return number_fault(written) if _FLOAT.fullmatch(written) else None


def _resolve(written: str) -> object:
    """The value of a plain scalar in the core schema of YAML 1.2."""
    if written in _NULLS:
        return None
    if written in _BOOLEANS:
        return _BOOLEANS[written]
    if _WHOLE.fullmatch(written):
        return int(written)
    other = _OTHER_BASE.fullmatch(written)
    if other:
        return int(other[1], 8) if other[1] else int(other[2], 16)
    return Decimal(written) if _FLOAT.fullmatch(written) else written
