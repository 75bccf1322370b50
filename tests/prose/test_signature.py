"""The signature under a report: who signed, and on which day."""

import datetime

import pytest

from lint.model.case import Case
from lint.prose.signature import signature_of
from lint.readers.tree import report_of_tree

DAY = datetime.date(2024, 1, 20)
SIGNED = {
    ("未收取信息处理费。", "示例市水利局", "2024年1月20日"): ("示例市水利局", 1, DAY),
    ("未收取信息处理费。", "示例市水利局2024年1月20日"): ("示例市水利局", 1, DAY),
    ("未收取信息处理费。 示例市水利局 2024 年 1 月 20 日 附件下载",): ("示例市水利局", 0, DAY),
    ("无。", "示 例 市 水 利 局", "二〇二四年一月二十日"): ("示例市水利局", 1, DAY),
    ("无 示例市水利局（印章） 二○二四年一月二十日",): ("示例市水利局", 0, DAY),
    ("未收取信息处理费。", "２０２４.1.20", "附件：无"): ("", 1, DAY),
    ("未收取信息处理费。2024-01-20",): ("", 0, DAY),
    ("未收取信息处理费。2024.01.20 )  )  )" + "打印本页关闭窗口附件下载" * 2,): ("", 0, DAY),
    ("未收取信息处理费。示例市水利局", "2024年1月20日"): ("示例市水利局", 0, DAY),
    ("未收取信息处理费。", "示例市水利局", "2024年1月35日"): ("示例市水利局", 1, None),
}
UNSIGNED = [
    ("未收取信息处理费。",),
    ("以上数据截至2023年12月31日",),
    ("《示例市信息公开办法》施行日期：2021年5月1日",),
    ("示例市水利局于2024年1月20日公布，可在网站查阅。",),
    ("2024年1月20日，示例市水利局", "一", "二", "三", "四", "五"),
]


def signed(paragraphs: tuple[str, ...]) -> Case:
    return Case(report_of_tree("report", {"sections": {"other": {"paragraphs": list(paragraphs)}}}))


@pytest.mark.parametrize("paragraphs", SIGNED)
def test_who_signed_and_when(paragraphs: tuple[str, ...]) -> None:
    found = signature_of(signed(paragraphs))
    body, number, day = SIGNED[paragraphs]
    assert found is not None
    assert (found.body, found.body_at, found.day) == (body, f"/sections/other/paragraphs/{number}", day)


@pytest.mark.parametrize("paragraphs", UNSIGNED)
def test_what_is_no_signature(paragraphs: tuple[str, ...]) -> None:
    assert signature_of(signed(paragraphs)) is None
