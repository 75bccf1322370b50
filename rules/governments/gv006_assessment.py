"""What a government must say on assessment, public appraisal and accountability."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Words

_REQUIRED = (
    ("工作考核", Words("考核", "考评", "绩效", "评估")),
    ("社会评议", Words("评议", "评估", "满意度", "测评", "民意调查", "社会评价", "问卷")),
    ("责任追究", Words("追究", "问责", "追责", "约谈", "批评教育", "通报批评", "诫勉", "处分")),
)


def check(here: Node) -> Iterator[Finding]:
    """Whether the text of a government's report has a word on each of the three."""
    text = here.case.joined
    missing = [name for name, words in _REQUIRED if not words.any_in(text)]
    if missing:
        text = "".join(text.split())
        missing = [name for name, words in _REQUIRED if not words.any_in(text)]
    if missing:
        yield Finding("/sections/overview", {"missing": "、".join(missing)})
