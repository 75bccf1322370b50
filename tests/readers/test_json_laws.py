"""JSON: what holds for every tree in every layout, and for every text whatever."""

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.pointer import select
from lint.readers.json_ import parse_json

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(1 - 10**18, 10**18 - 1)
    | st.decimals(-(10**9), 10**9, places=3)
    | st.text(st.characters(codec="utf-8"), max_size=8)
)
KEYS = st.text(st.sampled_from('ab/~":一年😀\n\u2028 '), max_size=4)
TREES = st.recursive(SCALARS, lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4))
LAYOUTS: dict[str, dict[str, Any]] = {
    "plain": {}, "compact": {"separators": (",", ":")}, "spaced": {"separators": (" , ", "\t : ")},
    "indented": {"indent": 2}, "tabs": {"indent": "\t"}, "raw": {"ensure_ascii": False},
}  # fmt: skip
LINE_ENDS = ["\n", "\r\n", "\r"]


def written(tree: object, layout: dict[str, Any]) -> str:
    """A tree as JSON, decimals as they are."""
    marked = json.dumps(tree, default=lambda number: f"number<{number}>", **layout)
    return re.sub(r'"number<([^">]*)>"', r"\1", marked)


def sliced(text: str, place: Place) -> str:
    """What stands at a place."""
    assert place.line
    assert place.end_line
    assert place.column
    assert place.end_column
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


@given(tree=TREES, layout=st.sampled_from(list(LAYOUTS)), line_end=st.sampled_from(LINE_ENDS))
def test_what_is_written_is_read_and_found(tree: object, layout: str, line_end: str) -> None:
    report = {"年": tree}  # without any Chinese the encoding might be in doubt
    text = written(report, LAYOUTS[layout]).replace("\n", line_end)
    for fast in (False, True):
        value, find_places = parse_json(text.encode(), fast=fast)
        assert repr(value) == repr(report)
        places = find_places()
        for pointer, below in select(value, "/**"):
            assert repr(parse_json(sliced(text, places[pointer]).encode(), "utf-8")[0]) == repr(below)


def outcome(data: bytes, *, fast: bool) -> tuple[object, ...]:
    try:
        value, find_places = parse_json(data, fast=fast)
    except Unreadable as error:
        return error.rule, error.words, error.place
    return repr(value), find_places()


PIECES = st.sampled_from([
    "{", "}", "[", "]", ",", ":", '"', '"a"', '"a":', '"b" :', "1", "-", "0", ".5", "e9", "e999", "true", "null", " ",
    "\n", "\\", "\\u", "d800", "\x00", "年", "NaN", "/", "😀", "123456789", "[[[[", "'", "\ufeff",
])  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_all_readers_agree_on_anything(text: str) -> None:
    assert outcome(text.encode(), fast=True) == outcome(text.encode(), fast=False)
