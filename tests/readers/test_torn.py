"""Labels torn by a narrow column are official; shorter names that somebody chose are not."""

import pytest

from lint.readers.torn import is_headed, is_torn

_PARTLY = ("(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "(二)部分公开")
_UNSUPPLEMENTED = ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",)


@pytest.mark.parametrize(
    ("text", "official", "torn"),
    [
        ("（二）部分公开（区分处理的，只计", _PARTLY, True),
        ("情形，不计其他情形）", _PARTLY, True),
        ("行政机关不再处理其政府信", _UNSUPPLEMENTED, True),
        ("1.申请人无正当理由逾期不补正、", _UNSUPPLEMENTED, True),
        ("1.申请人无正当理由逾期不补正", _UNSUPPLEMENTED, False),
        ("申请人逾期", _UNSUPPLEMENTED, False),
        ("（二）部分公开", _PARTLY[1:], False),
        ("", _PARTLY, False),
    ],
)
def test_pieces(text: str, official: tuple[str, ...], torn: bool) -> None:
    assert is_torn(text, official) is torn


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("（三）不予公开1.属于国家秘密", True),
        ("三、本年度办理结果（三）不予公开 1.属于国家秘密", True),
        ("1.属于国家秘密", True),
        ("不应公开1.属于国家秘密", False),
        ("（三）不予公开1.国家秘密", False),
    ],
)
def test_groups_before_a_label(text: str, headed: bool) -> None:
    assert is_headed(text, ("1.属于国家秘密",)) is headed
