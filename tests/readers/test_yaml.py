"""YAML: the core schema of 1.2, and none of the rest."""

import time
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lint.model.errors import Unreadable
from lint.model.pointer import select
from lint.readers.yaml_ import parse_yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader")


SCALARS: dict[str, tuple[str, object]] = {
    "null-empty": ("", None), "null-tilde": ("~", None), "null": ("null", None), "Null": ("Null", None),
    "NULL": ("NULL", None), "nULL": ("nULL", "nULL"),
    "true": ("true", True), "True": ("True", True), "TRUE": ("TRUE", True),
    "false": ("false", False), "False": ("False", False), "FALSE": ("FALSE", False),
    "Y7-no": ("no", "no"), "Y7-on": ("on", "on"), "Y7-yes": ("Yes", "Yes"), "Y7-y": ("y", "y"),
    "Y7-minutes": ("1:30", "1:30"), "Y7-clock": ("12:30:45", "12:30:45"), "Y7-date": ("2021-01-01", "2021-01-01"),
    "Y6-impossible-date": ("2021-13-45", "2021-13-45"), "Y6-0x_": ("0x_", "0x_"), "Y7-underscore": ("1_000", "1_000"),
    "int": ("12", 12), "plus": ("+12", 12), "minus": ("-12", -12), "N17-leading-zero": ("010", 10),
    "N17-017": ("017", 17), "octal": ("0o17", 15), "hex": ("0x1F", 31), "binary-is-text": ("0b11", "0b11"),
    "N1-full-width": ("１２", "１２"), "N2-thousands": ("1,000", "1,000"), "arabic-digits": ("٣", "٣"),
    "decimal": ("7545.10", Decimal("7545.10")), "no-whole": (".5", Decimal("0.5")), "no-decimals": ("5.", Decimal(5)),
    "exponent": ("1e3", Decimal("1E+3")), "N8-nan-without-point-is-text": ("NaN", "NaN"), "point": (".", "."),
    "quoted-int": ("'12'", "12"), "quoted-null": ('"null"', "null"), "quoted-empty": ("''", ""),
    "literal": ("|\n  1\n", "1\n"), "folded": (">-\n  a\n  b\n", "a b"), "escapes": (r'"\u4e00\t\x41"', "一\tA"),
    "emoji": ("😀", "😀"), "E15-nbsp": ("a\xa0b", "a\xa0b"), "E14-mark-within": ("总\ufeff体", "总\ufeff体"),
    "E16-separator-is-no-line-end": ("a\u2028b\x85c\u2029 d", "a\u2028b\x85c\u2029 d"),
    "18-digits": ("999999999999999999", 10**18 - 1),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SCALARS.values(), ids=SCALARS)
def test_scalars(text: str, expected: object) -> None:
    value, _ = parse_yaml(f"a: {text}")
    assert repr(value) == repr({"a": expected})


TREES: dict[str, tuple[str, object]] = {
    "key-as-written": ("2021: a\n~: b\ntrue: c\n0x1F: d", {"2021": "a", "~": "b", "true": "c", "0x1F": "d"}),
    "quoted-merge-key": ("'<<': 1", {"<<": 1}),
    "explicit-key": ("? a\n: 1", {"a": 1}),
    "key-without-value": ("a:\nb: 1", {"a": None, "b": 1}),
    "list-of-mappings": ("- a: 1\n  b: 2\n- a: 3", [{"a": 1, "b": 2}, {"a": 3}]),
    "flow": ('{"a": [1, {b: 2}], c: }', {"a": [1, {"b": 2}], "c": None}),
    "document-marks": ("%YAML 1.2\n---\na: 1\n...\n", {"a": 1}),
    "comment": ("# c \u2028 d\na: 1 # e", {"a": 1}),
    "scalar": ("12", 12),
    "crlf": ("a: 1\r\nb:\r\n- x\r\n", {"a": 1, "b": ["x"]}),
    "64-deep": ("[" * 64 + "]" * 64, None),
}


@pytest.mark.parametrize(("text", "expected"), TREES.values(), ids=TREES)
def test_trees(text: str, expected: object) -> None:
    value, places = parse_yaml(text)
    assert expected is None or repr(value) == repr(expected)
    assert list(places) == [pointer for pointer, _ in select(value, "/**")]


PLACES = {
    "block": ("a:\n  - 一\n  - '二' # c\n", {
        "": (1, 1), "/a": (2, 3), "/a/0": (2, 5, 2, 6), "/a/1": (3, 5, 3, 8)}),
    "flow-with-emoji": ("😀/~: [😀, 中]", {
        "": (1, 1), "/😀~1~0": (1, 6), "/😀~1~0/0": (1, 7, 1, 8), "/😀~1~0/1": (1, 10, 1, 11)}),
    "line-ends": ("a: 1\r\nb: 2\rc: 3\nd: 4", {
        "": (1, 1), "/a": (1, 4, 1, 5), "/b": (2, 4, 2, 5), "/c": (3, 4, 3, 5), "/d": (4, 4, 4, 5)}),
    "no-line-ends": ("# \u2028\x85\u2029\n'\u2028': x\u2028\x85y\nz: 1", {
        "": (2, 1), "/\u2028": (2, 6, 2, 10), "/z": (3, 4, 3, 5)}),
    "mark": ("\ufeffa: b", {"": (1, 1), "/\ufeffa": (1, 5, 1, 6)}),
    "empty-value": ("a:\nb: 1", {"": (1, 1), "/a": (1, 3, 1, 3), "/b": (2, 4, 2, 5)}),
    "literal": ("a: |\n  x\nb: 1", {"": (1, 1), "/a": (1, 4, 3, 1), "/b": (3, 4, 3, 5)}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES)
def test_places(text: str, expected: dict[str, tuple[int, ...]]) -> None:
    places = parse_yaml(text)[1]
    assert list(places) == list(expected)
    for pointer, place in expected.items():
        assert places[pointer][:4] == (*place, None, None)[:4]


NO_TAGS = "tags (!) are not allowed"
NO_ANCHORS = "anchors (&) are not allowed"
NO_COLON = "no colon is allowed here: wrong indentation, or a value with a colon needs quotes"
BAD_ESCAPE = "a backslash escape in double quotes is not valid"
REFUSED = {
    "J1-duplicate": ("a: 1\nb: 2\n'a': 3", 'the key "a" stands twice: on line 1 and on line 3', 3, 1),
    "J1-duplicate-after-separator": (
        "a: \u2028\nx: {b: 1,\nb: 2}", 'the key "b" stands twice: on line 2 and on line 3', 3, 1),
    "J1-number-and-text": ("1: a\n'1': b", 'the key "1" stands twice: on line 1 and on line 2', 2, 1),
    "Y1-65-deep": ("[" * 65 + "]" * 65, "nested more than 64 deep", 1, 65),
    "Y1-deep-block": ("- " * 30_000, "nested more than 64 deep", 1, 129),
    "Y2-anchor": ("a: &x [1]\nb: *x", NO_ANCHORS, 1, 4),
    "Y2-anchor-of-scalar": ("a: &x 1", NO_ANCHORS, 1, 4),
    "Y2-alias": ("a: *x", "aliases (*) are not allowed", 1, 4),
    "alias-as-key": ("*x : 1", "aliases (*) are not allowed", 1, 1),
    "Y3-merge": ("a:\n  <<: {b: 1}", "merge keys << are not allowed", 2, 3),
    "Y4-endless": ("&a [*a]", NO_ANCHORS, 1, 1),
    "Y5-python": ("!!python/object/apply:os.system [ls]", NO_TAGS, 1, 1),
    "Y6-int-tag": ('a: !!int ""', NO_TAGS, 1, 4),
    "Y6-timestamp-tag": ("a: !!timestamp x", NO_TAGS, 1, 4),
    "Y6-lone-tag": ("! x", NO_TAGS, 1, 1),
    "tag-of-key": ("!x a: 1", NO_TAGS, 1, 1),
    "undefined-tag": ("a: !e!x 1", NO_TAGS, 1, 4),
    "Y9-two-documents": ("a: 1\n---\nb: 1", "only one document (---) is allowed in a file", 2, 1),
    "Y9-two-documents-with-end": ("a: 1\n...\n---\nb: 1", "only one document (---) is allowed in a file", 3, 1),
    "Y9-version": ("%YAML 3.0\n---\na: 1\n", "this version of YAML is not supported", 1, 1),
    "Y9-tab": ("a:\n\tb: 1\n", "indent with spaces, not with tabs", 2, 1),
    "Y9-tab-after-value": ("a: b\n\tc: d\n", "indent with spaces, not with tabs", 2, 1),
    "nothing": ("# c", "the file has no content", 1, 1),
    "N7-1e400": ("a: 1e400", "the exponent of a number is too great: 1e400", 1, 4),
    "N8-nan": ("a: .NaN", ".nan and .inf are no numbers and not allowed", 1, 4),
    "N8-inf": ("a: -.inf", ".nan and .inf are no numbers and not allowed", 1, 4),
    "N9-digits": (f"a: {'9' * 5000}", f"a number has more than 18 digits: {'9' * 40}…", 1, 4),
    "N9-hex-digits": (f"a: 0x{'f' * 19}", "a number has more than 18 digits", 1, 4),
    "N11-decimals": (f"a: .{'1' * 19}", f"a number has more than 18 decimals: .{'1' * 19}", 1, 4),
    "key-a-list": ("? [a]\n: 1", "a key must be plain text", 1, 3),
    "key-a-mapping": ("{a: 1}: 1", "a key must be plain text", 1, 1),
    "E12-control": ("# 😀\na: \x07", r"YAML does not allow the control character \x07", 2, 4),
    "E12-nul": ("a\x00", r"YAML does not allow the control character \x00", 1, 2),
    "colon-in-value": ("a: b: c", NO_COLON, 1, 5),
    "wrong-indentation": ("a: 1\n b: 2", NO_COLON, 2, 3),
    "quote-not-closed": ('a: "x', "a quote is not closed", 1, 6),
    "bracket-not-closed": ("a: [1", "a comma , or ] is missing", None, None),
    "brace-not-closed": ("{a: 1", "a comma , or } is missing", None, None),
    "colon-missing": ("a: 1\nb", "a colon is missing after a key", 2, 2),
    "list-and-keys": ("- a\nb: 1", None, 2, 1),
    "unknown-escape": ('a: "\\q"', BAD_ESCAPE, 1, None),
    "escape-beyond-unicode": ('a: "\\UFFFFFFFF"', BAD_ESCAPE, 1, None),
    "escape-beyond-unicode-in-range": ('a: "\\U00110000"', BAD_ESCAPE, 1, None),
    "E11-surrogate": ('a: "\\ud800"', None, 1, None),
    "reserved": ("a: @x", "nothing can begin with this character; put text in quotes", 1, 4),
    "after-the-end": ("{a: 1}]", "more content after the end", 1, 7),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "line", "column"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, words: str | None, line: int | None, column: int | None) -> None:
    with pytest.raises(Unreadable) as raised:
        parse_yaml(text)
    assert raised.value.rule == "LT003"
    assert raised.value.place is not None
    assert words in (None, raised.value.words.en)
    assert raised.value.words.zh != raised.value.words.en
    assert line in (None, raised.value.place.line)
    assert column in (None, raised.value.place.column)


def test_words_in_chinese() -> None:
    with pytest.raises(Unreadable) as raised:
        parse_yaml("键: 1\n键: 2")
    assert raised.value.words.zh == "键“键”重复：第 1 行和第 2 行"


@pytest.mark.parametrize("text", ["a" * (2 * 1024 * 1024 + 1), "年" * 800_000], ids=["ascii", "han"])
def test_y8_too_large(text: str) -> None:
    with pytest.raises(Unreadable) as raised:
        parse_yaml(text)
    assert raised.value.words.en == "the YAML file is larger than 2 MB"
    assert raised.value.place is None


def test_limit_of_containers() -> None:
    assert parse_yaml("[[], []]", limit_containers=3)[0] == [[], []]
    with pytest.raises(Unreadable, match="more than 3 objects and arrays"):
        parse_yaml("[[], [], []]", limit_containers=3)


@pytest.mark.parametrize("text", ["[" * 30_000, "{" * 30_000, "? " * 30_000, '"' * 30_001, "- " * 100_000])
def test_no_crash_and_no_hang(text: str) -> None:
    start = time.process_time()
    with pytest.raises(Unreadable):
        parse_yaml(text)
    assert time.process_time() - start < 3


PIECES = st.sampled_from([
    "a", "b", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ", ", '"', "'", "\\", "x4", "#", "&a ", "*a", "!", "!!int ",
    "|\n", ">", "? ", "%YAML", "---\n", "...\n", "<<", "1", ".5", "0x", "~", "年", "😀", "\u2028", "\x85", "\ufeff",
    "\t", "\r", "\x00", "\ue000", "\\ud800", "\\UFFFFFFFF",
])  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_anything_is_read_or_refused(text: str) -> None:
    try:
        value, places = parse_yaml(text)
    except Unreadable as error:
        assert error.rule == "LT003"  # noqa: PT017  # both outcomes are right
    else:
        assert list(places) == [pointer for pointer, _ in select(value, "/**")]
