"""What a count in a sentence counts, by the words around it. What is not certain has no topic."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from lint.model.pattern import Pattern
from lint.model.words import Words
from lint.prose.mentions import Mention
from lint.prose.numerals import NUMERALS
from lint.prose.sentences import Sentence
from lint.prose.subjects import is_about_applications, is_about_disputes, is_of_documents

# What may stand between the noun and its figure.
_FILLER = (
    r"(?:共计?|合计|总计|总?数量?|总量|件数|案件|案|的|为|是|有|达到?|了|计|只|仅|各?类|情况|:|"
    r"政府信息公开|信息公开|依申请公开|申请|答复|决定|告知|情形|事项|信息|人民币)"
)
_END = rf"{_FILLER}{{0,6}}$"
_LAST_YEAR = r"(?:上一?年度?|去年度?|上年末|往年|以前年度)"
_NEXT_YEAR = r"(?:下一?年度?|次年|明年|翌年)"
_CARRY = r"(?:结转|转结|接转|顺延|转入?|延续|延至|延期|遗留)"

_LAST_YEARS = ("上年", "上一年", "去年", "往年", "以前年")
_NEXT_YEARS = ("下年", "下一年", "次年", "明年", "翌年")
_CARRIED_IN = Pattern(
    rf"(?:{_LAST_YEAR}.{{0,12}}?(?:结转|转结|接转|转来|转入|遗留|顺延)|(?:结转|转结|接转)(?:自|的)?{_LAST_YEAR})[^下次]{{0,20}}$",
    holding=_LAST_YEARS,
)
_CARRIED_IN_BEHIND = Pattern(
    rf"^.{{0,6}}?(?:为|是|系|属)?(?:{_LAST_YEAR}(?:度)?(?:结转|转结|接转|转来|遗留))", holding=_LAST_YEARS
)
_CARRIED_OUT = Pattern(rf"{_CARRY}(?:至|到|入|给)?{_NEXT_YEAR}.{{0,16}}$", holding=_NEXT_YEARS)
_CARRIED_OUT_BEHIND = Pattern(rf"^.{{0,12}}?{_CARRY}(?:至|到|入|给)?{_NEXT_YEAR}", holding=_NEXT_YEARS)
# 另有2件因未到期限，结转至下年度办理。
_LEFT = ("有", "其余", "剩余")
_CARRIED_OUT_AFTER = Pattern(
    rf"^[^,;:()。\d]{{0,30}},(?:按规定|依法|依规|需|将|已|均){{0,2}}{_CARRY}(?:至|到|入|给)?{_NEXT_YEAR}"
    rf"[^\d{NUMERALS},;。]{{0,12}}(?:[,;。]|$)"
)
_RECEIVED = Pattern(
    r"(?P<verb>新收|收到|接收|接到|收悉|收办|受理|收|办理(?<!在办理)(?!期限|时限|时长|中)|处理|接受)"
    r"(?!.{0,30}(?:咨询|电话|留言|撤|补正|延期|结转|答复|办结)).{0,40}$"
)
_NEW = Pattern(rf"新收(?:到)?{_END}")
_APPLICATIONS_AT_END = Pattern(
    rf"(?:申请|申请公开.{{0,8}}(?:信息|要求|事项)|依申请公开.{{0,4}}){_END}", holding=("申请",)
)
_APPLICATIONS_BEHIND = Pattern(r"^(?:政府信息公开|依申请公开|信息公开|公开)?(?:政府信息)?的?申请(?!人)")
_ANSWERED = Pattern(
    rf"(?<![未待])(?<!延期)(?:答复|回复|办结|办理完[结毕]|完结)(?:了)?{_END}",
    holding=("答复", "回复", "办结", "办理完", "完结"),
)
_RESULTS = (  # the row, how it is written, what of it stands in any way of writing it
    ("granted", r"(?<!不)(?:予以|同意|准予|全部)公开", ("予以公开", "同意公开", "准予公开", "全部公开")),
    ("partial", r"(?:予以)?部分(?:予以)?公开", ("部分公开", "部分予以公开")),
    ("denied", r"(?:不予|不同意)公开", ("不予公开", "不同意公开")),
    ("unavailable", r"无法提供", ("无法提供",)),
    ("not_processed", r"不予处理", ("不予处理",)),
    ("other_results", r"(?:作)?其他处理|其他(?:方式|情形)处理", ("其他",)),
    ("not_held", r"不掌握(?:相关|该|此|所申请|申请)?的?(?:政府)?(?:信息)?", ("不掌握",)),
    ("needs_creation", r"另行制作|没有现成信息", ("另行制作", "现成信息")),
    ("unclear", r"补正后(?:申请内容)?仍不明确", ("仍不明确",)),
    ("third_party", r"第三方合法权益", ("第三方合法权益",)),
    ("internal", r"内部事务信息", ("内部事务信息",)),
    ("process", r"过程性信息", ("过程性信息",)),
    ("enforcement_file", r"行政执法案卷(?:信息)?", ("执法案卷",)),
    ("admin_query", r"行政查询事项", ("查询事项",)),
    ("petition", r"信访、?举报、?投诉类", ("投诉类",)),
    ("repeated", r"重复申请", ("重复申请",)),
)
_ANY_RESULT = Pattern("|".join(word for _, _, some in _RESULTS for word in some))
_RESULT = tuple((name, Pattern(rf"{words}”?{_END}", holding=some)) for name, words, some in _RESULTS)
_RESULT_BEHIND = tuple(
    (name, Pattern(rf"^(?:申请)?(?:已|被|作出|决定|答复为)?{words}", holding=some)) for name, words, some in _RESULTS
)
_GRANTED_AND_PARTIAL = Pattern(rf"公开(?:及|和|、|与|或|以及)部分(?:予以)?公开{_END}", holding=("部分",))
_OUTCOMES = (
    ("upheld", Pattern(rf"维持[^、]{{0,8}}{_END}")),
    ("corrected", Pattern(rf"(?:纠正|纠错)[^、]{{0,4}}{_END}")),
    ("other", Pattern(rf"其他结果{_END}|结果为?其他{_END}|^、?其他$")),
    ("pending", Pattern(rf"(?:尚未审结|未审结|正在审理|审理中|尚未办结|待审结){_END}")),
)
_OUTCOMES_BEHIND = (
    ("upheld", Pattern("^(?:案件)?(?:被|均|予以|获|获得){0,2}维持")),
    ("corrected", Pattern("^(?:案件)?(?:被|均|予以){0,2}纠正")),
)
_DISPUTES = (
    ("litigation_direct", r"未经复议(?:程序)?直接(?:起诉|提起行政诉讼|诉讼)"),
    ("litigation_after_reconsideration", r"(?:经)?复议后(?:再)?(?:起诉|提起行政诉讼|诉讼)"),
    ("litigation", r"(?:行政)?诉讼"),
    ("reconsideration", r"(?:(?<!经)(?<!经过)行政)?(?<!经)(?<!经过)(?<!经行政)(?<!经过行政)复议"),
)
_DISPUTE = tuple((name, Pattern(rf"{words}{_END}")) for name, words in _DISPUTES)
_DISPUTE_BEHIND = tuple((name, Pattern(rf"^.{{0,16}}?{words}$")) for name, words in _DISPUTES)
_NAMED_DISPUTES = Words("复议", "诉讼")
_RULES = (
    ("normative_documents", Pattern(r"(?:行政)?规范性文件(?!类).{0,10}$")),
    ("regulations", Pattern(r"(?<!内部)规章(?!制度|类).{0,10}$")),
)
_RULE_COUNTS = (
    ("repealed", Pattern("废止|失效|作废")),
    ("in_force", Pattern("现行有效|继续有效|有效")),
    ("issued", Pattern("制发|制定|出台|印发|制订")),
)
_STILL_IN_FORCE = Pattern("^(?:仍|均|目前|现)?(?:继续|现行)有效")
_NO_RULE_COUNT = Pattern(
    "修改|修订|备案|审查|审核|解读|征求|起草|类|提请|报请|代拟|不再作为|计划|拟|联合|会同|参与|转发|会签|未|没有|的单位|的部门|年初|期初|上年[末底]|年前"
)
_DECISIONS = (
    ("licensing", Pattern(rf"(?:作出|做出|下达|核发).{{0,8}}行政许可(?:决定|事项)?{_END}|行政许可决定{_END}")),
    ("penalties", Pattern(rf"(?:作出|做出|下达|实施).{{0,8}}行政处罚(?:决定)?{_END}|行政处罚决定{_END}")),
    ("coercion", Pattern(rf"(?:作出|做出|下达|实施).{{0,8}}行政强制(?:措施|执行|决定)?{_END}|行政强制决定{_END}")),
)
_NO_DECISION = Pattern("委托|撤[销回]|注销|吊销|不予|变更|听证|联合|移[交送]|配合|协助|由其")
_PUBLISHED = Pattern("公[开示布]|发布")  # decisions may lawfully stay unpublished
_FEES = Pattern(rf"行政事业性收费(?:金额|收入|总额|总金额|费用)?{_END}")

_NO_FEE = Pattern("[免缓退欠减降]|代收|增加")

_CASES = frozenset({"件", "份", "宗", "起", "例", "个", "条", "次"})
_FILES = frozenset({"件", "份", "部", "个", "项"})
_DONE = frozenset({"件", "宗", "起", "例", "次", "项"})


# Without one of these words nothing of the kind is counted: a quick look before any pattern.
_CARRYING = Words("转", "接", "延", "遗留")
_DISPUTING = Words("复议", "诉讼", "起诉")
_COUNTING_RULES = Words("废止", "失效", "作废", "有效", "制", "出台", "印发")
_DECIDING = Words("许可", "处罚", "强制")


class Topic(NamedTuple):
    """What a count counts; ``explicit`` names the exact cell, as 新收 does, rather than a round notion such as 受理."""

    name: str
    explicit: bool = False


Recognise = Callable[[Mention, str | None], "Topic | None"]


def topic_of(mention: Mention, context: str | None) -> Topic | None:
    """The topic of a count; ``context`` is that of the count before it in the sentence. None: not certain."""
    for recognise in _recognisers(mention.sentence):
        found = recognise(mention, context)
        if found is not None:
            return found
    return None


def _carried(mention: Mention, context: str | None) -> Topic | None:
    if mention.quantity.unit not in _CASES or _NAMED_DISPUTES.any_in(mention.lead) or _of_disputes(mention, context):
        return None
    if _left(mention):
        return Topic("carried_out", explicit=True)
    if "年" not in mention.clause and "年" not in mention.behind:
        return None
    if _CARRIED_OUT.search(mention.clause) or _CARRIED_OUT_BEHIND.search(mention.behind):
        return Topic("carried_out", explicit=True)
    if _CARRIED_IN.search(mention.clause) or _CARRIED_IN_BEHIND.search(mention.behind):
        return Topic("carried_in", explicit=True)
    return None


def _left(mention: Mention) -> bool:
    """Whether what is left over is carried out in the clause after its own."""
    end = mention.quantity.end
    return bool(mention.clause.endswith(_LEFT) and _CARRIED_OUT_AFTER.search(mention.sentence.text[end : end + 60]))


def _dispute(mention: Mention, _context: str | None) -> Topic | None:
    if mention.quantity.unit not in _CASES:
        return None
    if not _DISPUTING.any_in(mention.clause) and not _DISPUTING.any_in(mention.behind):
        return None
    if not is_about_disputes(mention.sentence) or _wider(mention) or _OUTCOME_BEFORE.search(mention.clause):
        return None
    for patterns, words in ((_DISPUTE, mention.clause), (_DISPUTE_BEHIND, mention.behind)):
        for name, pattern in patterns:
            if pattern.search(words):
                return None if _both(words) else Topic(name)
    return None


def _wider(mention: Mention) -> bool:
    """Whether only some of what is counted is about disclosure: 行政复议21件，其中涉及政府信息公开的5件."""
    text, quantity = mention.sentence.text, mention.quantity
    return _PART_OF_DISCLOSURE.match(text, quantity.end) is not None and "公开" not in text[: quantity.start]


_OUTCOME_BEFORE = Pattern("(?:纠错|纠正|撤销|维持|驳回|败诉|胜诉|审结|违法)的")
_PART_OF_DISCLOSURE = Pattern(r"[,(]?其中,?[^,;。\d]{0,16}(?:信息|政务)公开")


def _both(words: str) -> bool:
    """Whether reviews and suits are counted together."""
    return "诉讼" in words and "复议" in words.replace("经复议", "").replace("复议后", "")


def _outcome(mention: Mention, context: str | None) -> Topic | None:
    group = context.partition("/")[0] if context else ""
    if group not in _GROUPS or mention.quantity.unit not in _CASES:
        return None
    name = next((name for name, pattern in _OUTCOMES if pattern.search(mention.clause)), None) or next(
        (name for name, pattern in _OUTCOMES_BEHIND if pattern.search(mention.behind)), None
    )
    return Topic(f"{group}/{name}", explicit=True) if name else None


_GROUPS = frozenset(name for name, _ in _DISPUTES)


def _rule(mention: Mention, context: str | None) -> Topic | None:
    if mention.quantity.unit not in _FILES or not _COUNTING_RULES.any_in(mention.clause):
        return None
    if _NO_RULE_COUNT.search(mention.clause):
        return None
    row = next((name for name, pattern in _RULES if pattern.search(mention.clause)), None)
    if (
        row is None
        and (context or "").startswith(("regulations/", "normative_documents/"))
        and len(mention.lead) <= _SHORT
    ):
        row = (context or "").partition("/")[0]
    found = [name for name, pattern in _RULE_COUNTS if pattern.search(mention.clause)]
    if found == ["issued"] and _STILL_IN_FORCE.match(mention.behind):
        found = ["in_force"]
    return Topic(f"{row}/{found[0]}") if row and len(found) == 1 else None


_SHORT = 8


def _decision(mention: Mention, _context: str | None) -> Topic | None:
    if mention.quantity.unit not in _DONE or not _DECIDING.any_in(mention.clause):
        return None
    if _PUBLISHED.search(mention.clause) or _NO_DECISION.search(mention.clause):
        return None
    name = next((name for name, pattern in _DECISIONS if pattern.search(mention.clause)), None)
    return Topic(name) if name else None


def _fee(mention: Mention, _context: str | None) -> Topic | None:
    if mention.quantity.unit != "元" or _NO_FEE.search(mention.clause):
        return None
    return Topic("fees") if _FEES.search(mention.clause) else None


def _application(mention: Mention, context: str | None) -> Topic | None:
    """Applications received and answered, and their results. Not 信息数311条, which is a mark of documents."""
    if mention.quantity.unit not in _CASES:
        return None
    found = _received(mention, context) or _answered(mention) or _result(mention)
    if found is None or _NAMED_DISPUTES.any_in(mention.lead) or is_of_documents(mention.sentence):
        return None
    if _of_disputes(mention, context):
        return None
    return found if context is not None or is_about_applications(mention.sentence) else None


def _of_disputes(mention: Mention, context: str | None) -> bool:
    """Whether a count goes on with the disputes before it: 行政诉讼3件，上年结转1件，办结3件."""
    if context is None or context.partition("/")[0] not in _GROUPS:
        return False
    return "申请" not in mention.lead and "申请" not in mention.behind


def _received(mention: Mention, context: str | None) -> Topic | None:
    found = _taken_in(mention)
    # 办结12件，其中新收9件: those of the new ones that were answered.
    return Topic("answered") if found and found.explicit and context == "answered" else found


def _taken_in(mention: Mention) -> Topic | None:
    verb = _RECEIVED.search(mention.clause)
    if verb is None:
        return None
    if _APPLICATIONS_AT_END.search(mention.clause) or _APPLICATIONS_BEHIND.search(mention.behind):
        return Topic("received", explicit=verb["verb"] == "新收")
    return Topic("received", explicit=True) if _NEW.search(mention.clause) else None


def _answered(mention: Mention) -> Topic | None:
    if mention.quantity.unit == "条" or not _ANSWERED.search(mention.clause):
        return None
    return None if _named_result(_RESULT, mention.clause) else Topic("answered")


def _result(mention: Mention) -> Topic | None:
    if mention.quantity.unit == "条":
        return None
    if _GRANTED_AND_PARTIAL.search(mention.clause):
        return Topic("granted+partial")
    name = _named_result(_RESULT, mention.clause) or _named_result(_RESULT_BEHIND, mention.behind)
    return Topic(name) if name else None


def _named_result(patterns: tuple[tuple[str, Pattern], ...], words: str) -> str | None:
    if not _ANY_RESULT.search(words):
        return None
    return next((name for name, pattern in patterns if pattern.search(words)), None)


# In the order in which they are asked, behind words of which one stands in every sentence of their kind.
_RECOGNISERS: tuple[tuple[Words, tuple[Recognise, ...]], ...] = (
    (_CARRYING, (_carried,)),
    (_DISPUTING, (_dispute, _outcome)),  # an outcome is that of a dispute counted before it in the sentence
    (_COUNTING_RULES, (_rule,)),
    (_DECIDING, (_decision,)),
    (Words("收费"), (_fee,)),
    (Words(""), (_application,)),  # any sentence
)


@lru_cache(maxsize=1)
def _recognisers(sentence: Sentence) -> list[Recognise]:
    """Those that may recognise a count of a sentence, which may hold hundreds."""
    text = sentence.text
    return [one for words, some in _RECOGNISERS if words.any_in(text) for one in some]
