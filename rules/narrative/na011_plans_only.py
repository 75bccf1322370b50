"""Improvements that are all still to come."""

from collections.abc import Iterator
from itertools import repeat

from lint.authoring import Finding, Node, Pattern, Words

_PLANS = Words("下一步", "今后", "将", "接下来", "下阶段", "计划")
# Words that tell by themselves of something done.
_SURELY_DONE = Words(
    *("已", "取得", "成效", "进展", "有效落实", "完成整改", "整改完成", "整改到位", "改为", "基本完善"),
    *("逐步解决", "逐步改善", "改进情况：", "改进情况:"),
)
_DONE = Pattern(
    r"(?:针对|对)[^。；;]{0,24}(?:上年|去年|上一年|20\d{2}\s{0,2}年)[^。；;]{0,24}问题"
    r"|(?:整改|改进|解决|完善|优化|加强|加大|提升|健全|建立|修订|组织|开展|制定|增设|新增|规范)了|得到(?:了|有效)?(?:整改|改进|解决|改善|提升)"
    r"|(?:针对|对)(?:上述|以上|这些|此|该)[^。；;]{0,10}[,，][^。；;]{0,12}(?:编制|建立|开展|制定|推出|组织)了?"
    r"|(?:解决|努力)[^。；;]{0,12}20\d{2}年[^。；;]{0,40}问题"
)
# 2023年推行停水通知提前告知: in the year of the report.
_IN_THE_YEAR = Pattern(
    r"(?:(?P<year>20\d{2})年|年内|全年)[,，]?(?:通过|我[局镇乡县区市委]|本[局机单])?(?:推[行动出]|建[成立]|编[制写]|开[展通设发]|组织|举办"
    r"|完成|制[定作]|印发|修订|新增|增设|优化|升级|培训|解决|实现|聘请|更换)",
    holding=("20", "年内", "全年"),
)


def check(here: Node) -> Iterator[Finding]:
    """Whether section five speaks of what is to be done, without a word on anything done."""
    texts = ["".join(text.split()) for _, text in here.in_plain_digits.texts]
    texts.append("".join(texts))  # lines may end at a width
    if not _PLANS.any_in(texts[-1]) or _SURELY_DONE.any_in(texts[-1]):
        return
    if not any(map(_tells_of_work, texts, repeat(here.case.report.identity.year))):
        yield Finding("/sections/problems")


def _tells_of_work(text: str, year: int | None) -> bool:
    """Whether words tell of what was done, in the year of the report or before."""
    return _DONE.search(text) is not None or any(
        found["year"] in (None, str(year)) for found in _IN_THE_YEAR.finditer(text)
    )
