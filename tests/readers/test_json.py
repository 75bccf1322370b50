"""JSON: nothing lost, everything placed, every refusal with its reason."""

import codecs
import json
import subprocess
import sys
import time
from decimal import Decimal

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.pointer import resolve, select
from lint.readers.json_ import parse_json, read_json
from lint.readers.limits import CONTAINERS, VALUES
from lint.rulebook.complete import complete_tree

BOTH = pytest.mark.parametrize("fast", [False, True], ids=["slow", "fast"])

READ: dict[str, tuple[str, object]] = {
    "zeros-of-a-decimal-kept": ("[7545.10, 0.0]", [Decimal("7545.10"), Decimal("0.0")]),
    "N6-whole-decimal": ("3.0", Decimal("3.0")),
    "N13-booleans": ("[true, false, 1, null]", [True, False, 1, None]),
    "N14-decimals": ("[0.1, -2.5]", [Decimal("0.1"), Decimal("-2.5")]),
    "exponents": ("[1e5, 1E-05, 1.5e+2]", [Decimal("1E+5"), Decimal("0.00001"), Decimal("1.5E+2")]),
    "minus-zero": ("-0", 0),
    "18-digits": ("[999999999999999999, -999999999999999999]", [10**18 - 1, 1 - 10**18]),
    "18-decimals": ("0.123456789012345678", Decimal("0.123456789012345678")),
    "escapes": (r'"\u4e00\n\/\\\"\ud83d\ude00\b\f\r\t\u0000"', '一\n/\\"😀\b\f\r\t\0'),
    "raw-delete-and-separators": ('"\x7f\x85\u2028"', "\x7f\x85\u2028"),
    "empty-key": ('{"": {"": 1}}', {"": {"": 1}}),
    "J6-keys-differing-by-a-zero-width": ('{"a": 1, "a\u200b": 2}', {"a": 1, "a\u200b": 2}),
    "J7-proto": ('{"__proto__": 1}', {"__proto__": 1}),
    "colons-in-strings": (r'{"a:": ": \": :", "b" : 1}', {"a:": ': ": :', "b": 1}),
    "same-key-in-two-objects": ('[{"a": 1}, {"a": 1}]', [{"a": 1}, {"a": 1}]),
    "nothing-but-containers": ('{"a": [], "b": {}}', {"a": [], "b": {}}),
    "brackets-in-strings": (json.dumps("[{" * 200 + '"'), "[{" * 200 + '"'),
    "half-width-surrogate-letters-in-text": (r'"\\ud800"', r"\ud800"),
}


@BOTH
@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_read(text: str, expected: object, fast: bool) -> None:
    value, find_places = parse_json(text.encode(), fast=fast)
    assert repr(value) == repr(expected)  # tells 1 from True and Decimal("1.0") from Decimal("1")
    assert list(find_places()) == [pointer for pointer, _ in select(value, "/**")]


REFUSED = {
    "J1-duplicate": ('{"a": 1,\n "b": 2,\n "a": 3}', 'the key "a" stands twice: on line 1 and on line 3', (3, 2, 3, 5)),
    "J1-duplicate-by-escape": (
        r'{"a":1,"\u0061":2}', 'the key "a" stands twice: on line 1 and on line 1', (1, 8, 1, 16)),
    "J1-duplicate-with-blanks": (
        '{"a" :1,"a"\t:2,"c":":"}', 'the key "a" stands twice: on line 1 and on line 1', (1, 9, 1, 12)),
    "J1-duplicate-deep": (
        '[{"x":{"k":1,\r\n"k":1}}]', 'the key "k" stands twice: on line 1 and on line 2', (2, 1, 2, 4)),
    "J1-duplicate-long-key": (
        f'{{"{"k" * 50}":1,"{"k" * 50}":1}}',
        f'the key "{"k" * 40}…" stands twice: on line 1 and on line 1', (1, 57, 1, 109)),
    "J1-duplicate-control": (
        r'{"\u001b[2J":1,"\u001b[2J":1}', r'the key "\x1b[2J" stands twice: on line 1 and on line 1', (1, 16, 1, 27)),
    "J2-129-deep": ("[" * 129 + "]" * 129, "nested more than 128 deep", (1, 129)),
    "J2-100000-deep": ("[" * 100_000, "nested more than 128 deep", (1, 129)),
    "J2-129-deep-of-objects": ('{"":' * 128 + "{}" + "}" * 128, "nested more than 128 deep", (1, 513)),
    "J3-too-many-containers": (
        "[" + "{}," * CONTAINERS + "1]", "more than 100000 objects and arrays", (1, 3 * CONTAINERS - 1)),
    "too-many-values": ("[" + "1," * VALUES + "1]", "more than 500000 values", (1, 2 * VALUES)),
    "J4-trailing-text": ('{"a": 1}\nx', "more content after the end: x", (2, 1, 2, 2)),
    "J4-second-value": ("[1] [2]", "more content after the end: [", (1, 5, 1, 6)),
    "J4-comment-before": ("// c\n[1]", "JSON has no comments", (1, 1, 1, 2)),
    "J4-comment-within": ("[1, /* c */ 2]", "JSON has no comments", (1, 5, 1, 6)),
    "J4-comment-after": ("[1] # c", "JSON has no comments", (1, 5, 1, 6)),
    "J4-single-quotes": ("{'a': 1}", "use double quotes, not single quotes", (1, 2, 1, 3)),
    "J4-curly-quotes": ("{“a”: 1}", "use straight double quotes, not curly ones", (1, 2, 1, 3)),
    "J4-full-width-colon": ('{"a"：1}', "use half-width punctuation, not full-width", (1, 5, 1, 6)),
    "J4-cut-off-in-array": ("[1,\n 2\n", "the file ends too early: a comma , or ] is missing", (2, 3, 2, 3)),
    "J4-cut-off-after-key": ('{"a"', "the file ends too early: a colon : after the key is missing", (1, 5, 1, 5)),
    "J4-cut-off-in-string": ('{"a": "年x', "a string has no closing quote", (1, 7, 1, 10)),
    "J4-string-over-the-line-end": ('["x\n"]', "a string has no closing quote", (1, 2, 1, 4)),
    "J4-cut-off-in-escape": ('["\\', "a string has no closing quote", (1, 2, 1, 3)),
    "comma-at-the-end-of-array": ("[1, ]", "a comma too many before the end", (1, 5, 1, 6)),
    "comma-at-the-end-of-object": ('{"a":1,}', "a comma too many before the end", (1, 8, 1, 9)),
    "comma-missing": ('{"a":1\n"b":2}', 'expected a comma , or }, found "b"', (2, 1, 2, 4)),
    "colon-missing": ('{"a" 1}', "expected a colon : after the key, found 1", (1, 6, 1, 7)),
    "key-without-quotes": ("{a: 1}", "expected a key in double quotes or }, found a", (1, 2, 1, 3)),
    "wrong-bracket": ("[1}", "expected a comma , or ], found }", (1, 3, 1, 4)),
    "value-missing": ("[,1]", "expected a value or ], found ,", (1, 2, 1, 3)),
    "long-word": ("x" * 50, f"expected a value, found {'x' * 40}…", (1, 1, 1, 51)),
    "python-words": ("[True]", "write true, false or null", (1, 2, 1, 6)),
    "word-too-long": ("[truely]", "expected a value or ], found truely", (1, 2, 1, 8)),
    "N1-full-width-digit": ("[１]", "expected a value or ], found １", (1, 2, 1, 3)),
    "N2-thousands-underscore": ("[1_000]", "expected a comma , or ], found _000", (1, 3, 1, 7)),
    "N7-1e400": ("[1e400]", "the exponent of a number is too great: 1e400", (1, 2, 1, 7)),
    "N8-nan": ("[NaN]", "NaN and Infinity are no numbers and not allowed", (1, 2, 1, 5)),
    "N8-infinity": ("[Infinity]", "NaN and Infinity are no numbers and not allowed", (1, 2, 1, 10)),
    "N8-minus-infinity": ("[-Infinity]", "NaN and Infinity are no numbers and not allowed", (1, 2, 1, 11)),
    "N9-5000-digits": ("9" * 5000, f"a number has more than 18 digits: {'9' * 40}…", (1, 1, 1, 5001)),
    "N10-20-digits": ("18446744073709551616", "a number has more than 18 digits: 18446744073709551616", (1, 1, 1, 21)),
    "N10-19-digits": (
        "[-1000000000000000000]", "a number has more than 18 digits: -1000000000000000000", (1, 2, 1, 22)),
    "N11-1e9999999": ("1e9999999", "the exponent of a number is too great: 1e9999999", (1, 1, 1, 10)),
    "N11-19-decimals": (
        "0.1234567890123456789", "a number has more than 18 decimals: 0.1234567890123456789", (1, 1, 1, 22)),
    "N17-leading-zero": ("[007]", "a number is not well written (a needless 0 or +, a lone point)", (1, 3, 1, 5)),
    "lone-point": ("[5.]", "a number is not well written (a needless 0 or +, a lone point)", (1, 3, 1, 4)),
    "plus": ("[+5]", "a number is not well written (a needless 0 or +, a lone point)", (1, 2, 1, 4)),
    "E11-high-surrogate": (r'["a\ud800"]', r"the escape \ud800 is only half a character", (1, 4, 1, 10)),
    "E11-low-surrogate-in-key": (r'{"\uDC00": 1}', r"the escape \uDC00 is only half a character", (1, 3, 1, 9)),
    "E11-two-high-surrogates": (r'["\ud83d\ud83d"]', r"the escape \ud83d is only half a character", (1, 3, 1, 9)),
    "unknown-escape": (r'["C:\x"]', r"the escape \x is unknown; write a backslash as \\", (1, 5, 1, 7)),
    "short-escape": (r'["\u12"]', r"the escape \u12 is unknown; write a backslash as \\", (1, 3, 1, 7)),
    "E12-raw-control": ('["a\x01"]', r"a raw control character \x01 in a string; write it as an escape", (1, 4, 1, 5)),
    "E12-raw-tab": ('["a\tb"]', r"a raw control character \x09 in a string; write it as an escape", (1, 4, 1, 5)),
    "E12-control-between": ("[\x00]", r"expected a value or ], found \x00", (1, 2, 1, 3)),
    "E5-mark-within": ("\ufeff\ufeff[]", r"expected a value, found \ufeff", (1, 1, 1, 2)),
    "E21-emoji-before": ('["😀", x]', "expected a value, found x", (1, 7, 1, 8)),
    "E16-only-true-line-ends-count": ('["\u2028\x85",\r1,\r\n2,\nx]', "expected a value, found x", (4, 1, 4, 2)),
}  # fmt: skip


@BOTH
@pytest.mark.parametrize(("text", "words", "place"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, words: str, place: tuple[int, ...], fast: bool) -> None:
    with pytest.raises(Unreadable) as raised:
        parse_json(text.encode(), fast=fast)
    assert (raised.value.rule, raised.value.words.en) == ("LT003", words)
    assert raised.value.place is not None
    assert raised.value.place[: len(place)] == place
    assert raised.value.words.zh != words


def test_words_in_chinese() -> None:
    with pytest.raises(Unreadable) as raised:
        parse_json(b'{"a": 1,\n"a": 2}')
    assert raised.value.words.zh == "键“a”重复：第 1 行和第 2 行"


@BOTH
def test_128_deep_is_read(fast: bool) -> None:
    value, find_places = parse_json(b"[" * 128 + b"]" * 128, fast=fast)
    assert len(find_places()) == 128
    assert str(value).count("[") == 128


@BOTH
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "gb18030", "utf-8-sig"])
def test_j5_one_decoder_for_all(encoding: str, fast: bool) -> None:
    value, find_places = parse_json('{"政府": "年"}'.encode(encoding), fast=fast)
    assert value == {"政府": "年"}
    assert find_places()["/政府"] == Place(1, 8, 1, 11)


@BOTH
def test_empty_is_of_the_decoder(fast: bool) -> None:
    with pytest.raises(Unreadable) as raised:
        parse_json(b" \n", fast=fast)
    assert (raised.value.rule, raised.value.place) == ("LT002", None)


@BOTH
def test_told_encoding(fast: bool) -> None:
    assert parse_json(b'"\xd2\xbb"', "gbk", fast=fast)[0] == "一"
    assert parse_json(b'"\xd2\xbb"', "utf-8", fast=fast)[0] == "һ"


PLACES = {
    "one-line": ('{"a": [1, "x"]}', {
        "": (1, 1, 1, 16), "/a": (1, 7, 1, 15), "/a/0": (1, 8, 1, 9), "/a/1": (1, 11, 1, 14)}),
    "line-ends": ("[\n1,\r\n2,\r3]", {
        "": (1, 1, 4, 3), "/0": (2, 1, 2, 2), "/1": (3, 1, 3, 2), "/2": (4, 1, 4, 2)}),
    "tabs-and-emoji": ('{\n\t"😀": \t"😀"}', {"": (1, 1, 2, 12), "/😀": (2, 8, 2, 11)}),
    "escaped-keys": (r'{"\u4e00/~": null}', {"": (1, 1, 1, 19), "/一~1~0": (1, 14, 1, 18)}),
    "no-line-ends": ('["\u2028\x85", true]', {
        "": (1, 1, 1, 13), "/0": (1, 2, 1, 6), "/1": (1, 8, 1, 12)}),
    "scalar": (" -12.50 ", {"": (1, 2, 1, 8)}),
}  # fmt: skip


@BOTH
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["", "mark"])
@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES)
def test_places(text: str, expected: dict[str, tuple[int, int, int, int]], mark: bytes, fast: bool) -> None:
    _, find_places = parse_json(mark + text.encode(), fast=fast)
    assert find_places() == {pointer: Place(*place) for pointer, place in expected.items()}
    assert find_places() is find_places()


def printed(program: str) -> str:
    """What a program prints in a process of its own."""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout


def test_fast_without_orjson() -> None:
    program = "import sys; sys.modules['orjson'] = None; from lint.readers.json_ import parse_json; "
    assert printed(program + "print(parse_json(b'{\"a\": 1}', fast=True)[0])") == "{'a': 1}\n"


@pytest.mark.needs_module("orjson")
def test_orjson_is_imported_only_when_fast() -> None:
    program = "import sys; from lint.readers.json_ import parse_json as p; p(b'1'); print('orjson' in sys.modules); "
    program += "p(b'1', fast=True); print('orjson' in sys.modules)"
    assert printed(program) == "False\nTrue\n"


HUGE = {
    "quotes": '"' * 500_000,
    "escapes": '["' + "\\n" * 500_000,
    "bad-numbers": "[" + "-" * 500_000,
    "digits": "[" + "1" * 1_000_000,
    "blanks": " " * 1_000_000 + "x",
    "blanks-before-a-bracket": "[1," + " " * 1_000_000 + "]",
    "keys": "{" + ",".join(f'"{number}":0' for number in range(200_000)) + ',"0":1}',
    "duplicates-of-one-key": "[" + '{"a":1,' * 100_000,
}


@BOTH
@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_linear_time(text: str, fast: bool) -> None:
    start = time.process_time()
    with pytest.raises(Unreadable):
        parse_json(text.encode(), fast=fast)
    assert time.process_time() - start < 10  # with coverage on; what is not linear takes minutes


def _tree(**changes: object) -> dict[str, object]:
    return {**complete_tree(), **changes}


def test_files_of_one_make_are_laid_flat_from_the_second_on() -> None:
    pytest.importorskip("orjson")
    files = [json.dumps(_tree(year=year, title=f"示例市{year}"), ensure_ascii=False).encode() for year in (2021, 2022)]
    first, second, third = (read_json(data, fast=True) for data in (*files, files[0]))
    assert second.flat is not None
    assert second.flat.value("/title") == "示例市2022"
    assert third.value == first.value


@pytest.mark.parametrize(
    "written", ['"year":2023,"year":2022,', r'"year":2023,"\u0079ear":2022,', '"year" :2023,"year":2022,']
)
def test_a_key_that_stands_twice_is_refused_in_a_known_shape_too(written: str) -> None:
    data = json.dumps(complete_tree(), ensure_ascii=False, separators=(",", ":")).replace(
        '"year":2023,', '"year":2022,'
    )
    for _ in range(2):
        read_json(data.encode(), fast=True)
    with pytest.raises(Unreadable, match='the key "year" stands twice'):
        read_json(data.replace('"year":2022,', written).encode(), fast=True)


def test_colons_in_text_do_not_hide_a_known_shape() -> None:
    pytest.importorskip("orjson")
    data = json.dumps(_tree(preamble=["网址：http://www.example.gov.cn/，电话: 12345。"]), ensure_ascii=False).encode()
    read_json(data, fast=True)
    assert read_json(data, fast=True).flat is not None


@pytest.mark.parametrize("figure", [10**17, -5, 2**32])
def test_figures_that_are_odd_in_size_are_read_in_a_known_shape_too(figure: int) -> None:
    tree = complete_tree()
    read_json(json.dumps(tree).encode(), fast=True)
    tree["sections"]["disputes"]["table"]["reconsideration"]["total"] = figure
    assert read_json(json.dumps(tree).encode(), fast=True).value == tree


def test_a_figure_beyond_18_digits_is_refused_in_a_known_shape_too() -> None:
    tree = complete_tree()
    read_json(json.dumps(tree).encode(), fast=True)
    tree["sections"]["disputes"]["table"]["reconsideration"]["total"] = 10**18
    with pytest.raises(Unreadable, match="more than 18 digits"):
        read_json(json.dumps(tree).encode(), fast=True)


def test_decimals_stay_as_written_in_a_known_shape_too() -> None:
    data = json.dumps(complete_tree()).replace('"amount": 0', '"amount": 12.50')
    for _ in range(3):
        parsed = read_json(data.encode(), fast=True)
        assert str(resolve(parsed.value, "/sections/proactive/table/fees/amount")[1]) == "12.50"


@pytest.mark.parametrize("text", ["数据,1.5,其他", "数据,100000.0,其他", '":100000.0,', "[100000.0]"])
def test_text_that_looks_like_a_number_is_not_taken_for_one(text: str) -> None:
    data = json.dumps(_tree(preamble=[text]), ensure_ascii=False).replace('"amount": 0', '"amount": 1e5')
    for _ in range(2):
        parsed = read_json(data.encode(), fast=True)
        assert str(resolve(parsed.value, "/sections/proactive/table/fees/amount")[1]) == "1E+5"


def test_only_small_files_are_laid_flat_because_many_of_those_are_held_at_once() -> None:
    data = json.dumps(_tree(remark="公开" * 500_000), ensure_ascii=False).encode()
    assert [read_json(data, fast=True).flat for _ in range(2)] == [None, None]
