"""Foreign text made harmless: nothing from a report may steer a terminal or forge a line."""

import json
import re

from lint.model.pattern import Pattern

# Controls but the plain space, marks that reorder text, lone surrogates, line and paragraph separators, zero-widths.
_CONTROLS = "\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
# Commands to a build server that reads along: ::error::, ##[error], ##vso[, ##teamcity[. Their first sign is escaped.
# Colons may stand between the name of a command and the :: that ends it: ::error title=a:b::
_HARMFUL = Pattern(rf"[{_CONTROLS}]|:(?=:[A-Za-z-](?s:.)*?::)|#(?=#(?:\[|vso\[|teamcity\[))")

_END_OF_COMMAND = "::"
_LAST_BYTE = 0xFF
_HALVES = (0xD800, 0xDFFF)
_BEYOND_ASCII = Pattern("[^\\x00-\\x7f]+")


def escape(text: str) -> str:
    """The text with every harmful character written as its escape, such as ``\\x1b`` or ``\\u202e``."""
    return _HARMFUL.compiled.sub(lambda found: _written(found[0]), text)


def _written(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code <= _LAST_BYTE else f"\\u{code:04x}"


def dump(value: object, *, unicode: bool = True, followed: bool = False) -> str:
    """A value as JSON on one line; what is harmful is written as a JSON escape, which means the same to its reader.

    Half a character, as a byte of a file's name that is no UTF-8, is none in JSON: its escape is written as text, as
    :func:`escape` does. ``followed``: more stands behind it on its line, in which a command may end that begins in the
    value.
    """
    text = json.dumps(value, ensure_ascii=False) + (_END_OF_COMMAND if followed else "")
    harmless = _HARMFUL.compiled.sub(_in_json, text)
    harmless = harmless.removesuffix(_END_OF_COMMAND) if followed else harmless
    return harmless if unicode else _BEYOND_ASCII.compiled.sub(lambda found: json.dumps(found[0])[1:-1], harmless)


def _in_json(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\\\u{code:04x}" if _HALVES[0] <= code <= _HALVES[1] else f"\\u{code:04x}"
