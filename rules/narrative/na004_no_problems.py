"""A section five that says nothing."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity

_SHORTEST = 30
_SHOWN = 20
_NONE = Pattern(
    r"(?:\d{4}年度?|本年度?|今年|目前|截至目前|我[局镇乡县市区办委]|本[局镇机关单位]{1,2}|[，,、:：]){0,4}"
    r"(?:暂时?|尚|均|也|并)?(?:无|没有|未发现|不存在)(?:存在)?(?:的|主要|明显|突出|其他|任何|重大|相关|有关|需要)*"
    r"(?:问题|不足|情况|内容|事项|改进|措施|报告|说明|及|和|与|需|的|存在|、)*[。.．；;]?"
)
# 公开形式单一，参与不够。已增设二维码320处。
_TOLD = Pattern(
    r"(?:问题|不(?!断)|缺|未|弱|差距|短板|单一).{0,20}[,，。;；]"
    r"(?:20\d\d年|今年|年内|[★●◆（）()\d一二三四五、.．]{1,5}){0,2}(?:现?已|目前已|改进|整改|针对).{4}"
)


def check(here: Node) -> Iterator[Finding]:
    """Whether section five is blank, says that there is nothing, or is a line of words."""
    texts = [text for _, text in here.in_plain_digits.texts]
    if sum(map(len, texts)) > 2 * _SHORTEST and len(texts) == 1:
        return
    text = "".join("".join(texts).split())
    if not text:
        yield Finding("/sections/problems", {"actual": "（空白）"}, (), Severity.WARNING)
    elif len(text) <= 2 * _SHORTEST and _NONE.fullmatch(text):
        yield Finding("/sections/problems", {"actual": text[:_SHOWN]})
    elif len(text) < _SHORTEST and not _TOLD.search(text):
        yield Finding("/sections/problems", {"actual": text[:_SHOWN]}, (), Severity.WARNING)
