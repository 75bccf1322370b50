"""What a whole sentence is about. It may hold hundreds of counts, so each question is answered once a sentence."""

from functools import lru_cache

from lint.model.pattern import Pattern
from lint.prose.mentions import Mention
from lint.prose.sentences import Sentence

# What is counted here are documents and their marks (依申请公开311条), not applications.
_OF_DOCUMENTS = Pattern(
    r"公文|制发|印发|制作|信息数|属性|政务信息|拟文|发文|主动公开(?:政府)?信息.{0,20}条|主动公开.{0,8}份|依申请公开[及、和]不予公开|不(?:属于?|是|作为|按)(?:政府)?信息公开申请|非(?:政府)?信息公开申请"
    r"|无一[件例]?(?:属于?|是)(?:政府)?信息公开申请"
    r"|主动公开[^,;。\d]{0,8}\d{1,6}(?P<unit>[件份条个])[,、]?依申请公开[^,;。\d]{0,8}\d{1,6}(?P=unit)[,、]?不予?公开"
)
_ABOUT_APPLICATIONS = Pattern(
    "政府信息.{0,12}申请|信息公开.{0,12}申请|依申请.{0,12}申请|公开.{0,12}申请|申请.{0,8}公开|依申请公开"
)
_ABOUT_DISCLOSURE = Pattern("信息公开|依申请|政府信息|政务公开")
_OF_DISPUTES = "/sections/disputes/"
_ANOTHER_CAUSE = Pattern("此外|另外|另有|除|处罚|许可|强制|举报|投诉|征收|补偿|因|涉及|各类|其他|全部|所有|总|受理")
_AS_REVIEWER = Pattern(
    r"为(?:行政)?复议机关|复议机构|(?<!未)审结(?!\d)|办案|代理|应诉|(?<!在)审理(?!中)"
    r"|(?:与|和)(?:本机关|本单位|我局|本局)?(?:政府信息|政务|信息)公开.{0,4}无关|[不未]涉及(?:政府)?信息公开|非(?:政府)?信息公开"
)


@lru_cache(maxsize=1)
def is_of_documents(sentence: Sentence) -> bool:
    """Whether it counts documents or their marks."""
    return _OF_DOCUMENTS.search(sentence.text) is not None


@lru_cache(maxsize=1)
def is_about_disputes(sentence: Sentence) -> bool:
    """Those on disclosure, as in section four all are, and not as the body that reviews."""
    text = sentence.text
    of_section = sentence.at.startswith(_OF_DISPUTES) and _ANOTHER_CAUSE.search(text) is None
    return (of_section or _ABOUT_DISCLOSURE.search(text) is not None) and not _AS_REVIEWER.search(text)


@lru_cache(maxsize=1)
def is_about_applications(sentence: Sentence) -> bool:
    """Whether it, or what stands before it, speaks of applications for disclosure."""
    search = _ABOUT_APPLICATIONS.search
    return search(sentence.text) is not None or search(sentence.before) is not None


# What is taken in, done and carried over as applications are: 信访件61件，上年结转4件，办结63件，结转2件.
_ANOTHER = Pattern(
    "信访|来信|来访|信件|热线|工单|诉求|留言|咨询|信箱|建议|提案|议案|办件|转办件|许可|投诉|举报|立案|案件|复议|诉讼|应诉|线索|网民|网友|处罚|互动"
)
# 依申请公开及信访事项共计114件
_TOGETHER = Pattern(
    "(?:申请|依申请公开)(?:及|和|与|、)[^,;:。申]{0,4}(?:信访|来信|来访|热线|工单|诉求|留言|咨询|投诉|举报|建议|提案)"
)
_APPLICATION = Pattern("(?<!复议)(?<!许可)(?<!执行)申请(?![人书表])|依申请公开")


@lru_cache(maxsize=1)
def speaks_of_another(sentence: Sentence) -> bool:
    """Whether it names anything else that is taken in and done: only then can a count be of that."""
    return _ANOTHER.search(sentence.text) is not None


def is_of_another(mention: Mention, *, before: bool) -> bool:
    """Whether a count is of something else than applications; ``before`` is the answer for the count before it.

    What stands in a bracket or behind 其中 tells nothing of what follows.
    """
    lead = mention.lead
    if "申请" in lead and _APPLICATION.search(lead):
        return _TOGETHER.search(lead) is not None
    return before or (_ANOTHER.search(lead) is not None and not _is_aside(mention))


def _is_aside(mention: Mention) -> bool:
    text, end = mention.sentence.text, mention.quantity.start
    return "其中" in mention.lead or text.count("(", 0, end) > text.count(")", 0, end)
