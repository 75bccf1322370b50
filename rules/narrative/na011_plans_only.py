"""Improvements that are all still to come."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_PLANS = ("下一步", "今后", "将", "接下来", "下阶段", "计划")
_DONE = Pattern(
    r"已|(?:针对|对)[^。；;]{0,24}(?:上年|去年|上一年|20\d{2}\s{0,2}年)[^。；;]{0,24}问题"
    r"|(?:整改|改进|解决|完善|优化|加强|加大|提升|健全|建立|修订|组织|开展|制定|增设|新增|规范)了|逐步(?:解决|改善)|得到(?:了|有效)?(?:整改|改进|解决|改善|提升)"
    r"|改进情况[:：]|取得|成效|进展|有效落实|完成整改|整改(?:完成|到位)|改为|基本完善"
)


def check(here: Node) -> Iterator[Finding]:
    """Whether section five speaks of what is to be done, without a word on anything done."""
    texts = [text for _, text in here.in_plain_digits.texts]
    if any(word in text for text in texts for word in _PLANS) and not any(_DONE.search(text) for text in texts):
        yield Finding("/sections/problems")
