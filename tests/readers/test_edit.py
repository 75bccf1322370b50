"""Values replaced where they stand: the bytes of the values change, and no others."""

from decimal import Decimal

import pytest

from lint.model.errors import OutputError
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.edit import Replacement, edited
from lint.readers.json_ import parse_json
from lint.readers.yaml_ import parse_yaml

JSON = {
    "number": ('{"年": 5}', '{"年": 12}'),
    "string": ('{"年": "１２"}', '{"年": 12}'),
    "null": ('{"年":null}', '{"年":12}'),
    "spaces stay": ('\t{ "年"\t:  "1,2"  }\n', '\t{ "年"\t:  12  }\n'),
    "CRLF": ('{\r\n"a": 1,\r\n"年": 5\r\n}\r\n', '{\r\n"a": 1,\r\n"年": 12\r\n}\r\n'),
    "CR": ('{\r"年": 5\r}', '{\r"年": 12\r}'),
    "escapes before": ('{"a": "\\u5e74\\n\\"", "年": 5}', '{"a": "\\u5e74\\n\\"", "年": 12}'),
    "beyond the first plane before": ('{"a": "𠮷😀", "年": 5}', '{"a": "𠮷😀", "年": 12}'),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030", "bom16le", "bom16be"])
@pytest.mark.parametrize(("before", "after"), JSON.values(), ids=JSON)
def test_json_in_every_encoding(before: str, after: str, encoding: str) -> None:
    mark, codec = {"bom16le": (b"\xff\xfe", "utf-16-le"), "bom16be": (b"\xfe\xff", "utf-16-be")}.get(
        encoding, (b"", encoding)
    )
    data = mark + before.encode(codec)
    told = None if mark or encoding.startswith("utf-8") else encoding
    place = parse_json(data, told)[1]()["/年"]
    found = edited(data, told, [Replacement(place, 12)])
    assert found.data == mark + after.encode(codec)
    assert (found.before, found.after) == (before, after)


YAML = {
    "plain": ("年: 5\n", "年: 12\n"),
    "comment": ("年: 5  # 件\n", "年: 12  # 件\n"),
    "double quotes": ('年: "１２"\n', "年: 12\n"),
    "single quotes": ("年: '1,2' # x\n", "年: 12 # x\n"),
    "without quotes": ("年: １２\n", "年: 12\n"),
    "tilde": ("年: ~\n", "年: 12\n"),
    "empty": ("年:\nb: 1\n", "年: 12\nb: 1\n"),
    "empty with comment": ("年:   # none\nb: 1\n", "年: 12   # none\nb: 1\n"),
    "empty at the end": ("b: 1\n年:", "b: 1\n年: 12"),
    "empty in a tight flow": ('{"年":, b: 1}', '{"年": 12, b: 1}'),
    "empty in a flow": ("{年: , b: 1}", "{年: 12, b: 1}"),
    "flow": ("{b: [1, 2], 年: null}\n", "{b: [1, 2], 年: 12}\n"),
    "flow like JSON": ('{"b":1,"年":"１２"}\n', '{"b":1,"年":12}\n'),
    "document marks": ("%YAML 1.2\n---\n年: 5\n...\n", "%YAML 1.2\n---\n年: 12\n...\n"),
    "next line of YAML 1.1": ("b: a\x85b\n年: 5\n", "b: a\x85b\n年: 12\n"),
}


@pytest.mark.parametrize(("before", "after"), YAML.values(), ids=YAML)
def test_yaml_in_every_style(before: str, after: str) -> None:
    place = parse_yaml(before)[1]["/年"]
    found = edited(before.encode(), None, [Replacement(place, 12)])
    assert found.data == after.encode()
    assert parse_yaml(found.after)[0] == {**dict(parse_yaml(before)[0]), "年": 12}  # type: ignore[call-overload]


def test_several_values_at_once_in_any_order() -> None:
    data = b'{"a": 1, "b": 22,\n "c": "3,333"}'
    places = parse_json(data)[1]()
    asked = [
        Replacement(places["/c"], 3333),
        Replacement(places["/a"], 100),
        Replacement(places["/b"], Decimal("0.50")),
    ]
    assert edited(data, None, asked).data == b'{"a": 100, "b": 0.50,\n "c": 3333}'


def test_nothing_to_replace_leaves_the_file() -> None:
    data = '{"a": "年"}\r\n'.encode()
    assert edited(data, None, []).data == data


def test_a_decimal_is_never_written_with_an_exponent() -> None:
    assert edited(b"[1]", None, [Replacement(Place(1, 2, 1, 3), Decimal("1E-7"))]).data == b"[0.0000001]"


def test_a_value_of_several_lines_is_refused() -> None:
    place = parse_yaml("a: >-\n  12\nb: 2\n")[1]["/a"]
    with pytest.raises(OutputError) as refused:
        edited(b"a: >-\n  12\nb: 2\n", None, [Replacement(place, 12)])
    assert refused.value.words == Text(
        "第1行的值写成了多行，不能只改这一个值，请手工改写",
        "the value on line 1 goes over several lines, which cannot be changed by itself; change it by hand",
    )


@pytest.mark.parametrize("place", [None, Place(table=1, row=2, column=3), Place(1, 1)], ids=["none", "grid", "start"])
def test_a_value_without_place_is_refused(place: Place | None) -> None:
    with pytest.raises(OutputError, match="unknown"):
        edited(b"[1]", None, [Replacement(place, 12)])


def test_an_encoding_that_cannot_be_written_back_is_refused() -> None:
    """Big5 has two codes for some signs; only one of them would come back."""
    data = b'{"a": "\xa1\xfe", "b": 1}'
    assert data.decode("big5").encode("big5", "replace") != data
    with pytest.raises(OutputError) as refused:
        edited(data, "big5", [Replacement(Place(1, 16, 1, 17), 12)])
    assert refused.value.words.zh == "文件的编码（big5）不能原样写回，不能改写，请另存为 UTF-8"
