"""Paragraphs of section one that have nothing to do with disclosure."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Words

_OTHER_WORK = (
    ("党建", Words("党建", "党支部", "主题教育", "党员")),
    ("疫情防控", Words("疫情防控", "核酸检测", "疫苗接种")),
    ("经济发展", Words("生产总值", "招商引资", "固定资产投资", "财政收入", "规上工业", "增加值")),
    ("其他业务", Words("脱贫攻坚", "乡村振兴", "安全生产", "项目建设", "环境整治")),
)
_DISCLOSURE = Words(
    *("公开", "信息", "网站", "平台", "公众号", "新媒体", "申请", "解读", "公示", "发布", "回应", "条例", "政务")
)


def check(here: Node) -> Iterator[Finding]:
    """Whether a paragraph of some length tells other work without a word on disclosure."""
    shortest = here.option("shortest")
    for at, text in here.texts:
        if len(text) >= shortest and not _DISCLOSURE.any_in(text):
            topic = next((name for name, words in _OTHER_WORK if words.any_in(text)), None)
            if topic:
                yield Finding(at, {"topic": topic, "actual": str(len(text))})
