"""A strict reader of JSON (RFC 8259) that knows where everything stands and what exactly is wrong.

Slower than the standard library's by ten times; it decides where that one is silent or vague.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Optional, TypeAlias

from lint.model.text import Text
from lint.readers import json_faults as faults
from lint.readers.growth import Growth
from lint.readers.limits import JSON_DEPTH
from lint.readers.lines import refusal
from lint.readers.literals import number_fault

# Possessive throughout: nothing is tried twice, so time is linear whatever the file.
_TOKEN = re.compile(
    r'[ \t\r\n]*+(?:("[^"\\\x00-\x1f]*+(?:\\[^\x00-\x1f][^"\\\x00-\x1f]*+)*+")'
    r"|(-?(?:0|[1-9][0-9]*+)(?>(?:\.[0-9]++)?)(?>(?:[eE][-+]?[0-9]++)?))"
    r"|((?:true|false|null)\b)"
    r"|([{}\[\],:]))"
)
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\"\\/bfnrt])|u[0-9a-fA-F]*+|.?)",
    re.DOTALL,
)
_ENDS = re.compile(r"[ \t\r\n]*+\Z")
_SIMPLE = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS: dict[str, object] = {"t": True, "f": False, "n": None}

_State: TypeAlias = Callable[[], Optional["_State"]]


def scan(text: str) -> Growth:
    """Read a JSON text; the tree is ``root`` of the answer.

    Raises Unreadable (LT003) with words and place for whatever is wrong first.
    """
    walk = _Walk(text, Growth(text, JSON_DEPTH))
    state: _State | None = walk.value
    while state is not None:
        state = state()
    return walk.growth


@dataclass(slots=True)
class _Walk:
    """Each method but the last few is a state: it reads its part and answers the state that follows."""

    text: str
    growth: Growth
    start: int = 0  # of the latest token
    end: int = 0

    def value(self) -> _State:
        return self.value_from(self.token(faults.VALUE), faults.VALUE)

    def first_item(self) -> _State:
        sign = self.token(faults.VALUE_OR_END)
        return self.close() if sign == "]" else self.value_from(sign, faults.VALUE_OR_END)

    def first_key(self) -> _State:
        sign = self.token(faults.KEY_OR_END)
        return self.close() if sign == "}" else self.key_from(sign, faults.KEY_OR_END)

    def key(self) -> _State:
        return self.key_from(self.token(faults.KEY), faults.KEY)

    def after_value(self) -> _State | None:
        if not self.growth.opened:
            self.finish()
            return None
        inside_list = isinstance(self.growth.opened[-1].container, list)
        wanted = faults.COMMA_OR_BRACKET if inside_list else faults.COMMA_OR_BRACE
        sign = self.token(wanted)
        if sign == ",":
            return self.value if inside_list else self.key
        if sign == ("]" if inside_list else "}"):
            return self.close()
        raise faults.fault(self.text, self.start, wanted)

    def finish(self) -> None:
        if not _ENDS.match(self.text, self.end):
            raise faults.fault(self.text, self.end, faults.NOTHING)

    def value_from(self, sign: str, wanted: Text) -> _State:
        if sign in "{[":
            self.growth.open({} if sign == "{" else [], self.start)
            return self.first_key if sign == "{" else self.first_item
        if sign in "}],:":
            raise faults.fault(self.text, self.start, wanted)
        self.growth.put(self.scalar(sign), self.start, self.end)
        return self.after_value

    def key_from(self, sign: str, wanted: Text) -> _State:
        if sign != '"':
            raise faults.fault(self.text, self.start, wanted)
        self.growth.name(self.string(), self.start, self.end)
        if self.token(faults.COLON) != ":":
            raise faults.fault(self.text, self.start, faults.COLON)
        return self.value

    def close(self) -> _State:
        self.growth.close(self.end)
        return self.after_value

    def token(self, wanted: Text) -> str:
        """Read the next token; its first character tells its kind."""
        found = _TOKEN.match(self.text, self.end)
        if found is None:
            raise faults.fault(self.text, self.end, wanted)
        self.start, self.end = found.span(found.lastindex or 0)
        return self.text[self.start]

    def scalar(self, sign: str) -> object:
        if sign == '"':
            return self.string()
        if sign in _WORDS:
            return _WORDS[sign]
        written = self.text[self.start : self.end]
        words = number_fault(written)
        if words:
            raise refusal("LT003", words, self.text, self.start, self.end)
        return int(written) if written.lstrip("-").isdecimal() else Decimal(written)

    def string(self) -> str:
        body = self.text[self.start + 1 : self.end - 1]
        return _ESCAPE.sub(self.unescaped, body) if "\\" in body else body

    def unescaped(self, escape: re.Match[str]) -> str:
        pair, single, simple = escape.groups()
        if simple:
            return _SIMPLE[simple]
        if pair:
            high, low = int(pair[:4], 16), int(pair[6:], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        start, end = (self.start + 1 + offset for offset in escape.span())
        if single is None:
            raise faults.bad_escape(self.text, start, end)
        character = chr(int(single, 16))
        if "\ud800" <= character <= "\udfff":
            raise faults.lone_surrogate(self.text, start, end)
        return character
