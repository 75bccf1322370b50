"""What the prose of a report denies: 未收到政府信息公开申请, 未发生行政复议、行政诉讼, 无行政处罚.

A clause is taken for a denial only where every word of it is known: an unknown one may limit what is denied.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.prose.clauses import OWN, Clause, clauses_of, elsewhere, of_another_year, without_own
from lint.prose.denied import (
    CARRY_VERB,
    NO_DISPUTES,
    RULES_LIMITED,
    RULES_VERB,
    ZERO,
    carry_denied,
    rules_denied,
)

_LONGEST_CLAUSE = 160
_PERIOD = (
    r"(?:截[至止]到?)?(?:自|从)?(?:20\d\d年)?(?:0?1月0?1日(?:起|开始)?(?:至|到|-)(?:20\d\d年)?)?12月31日(?:止|期间|内)?"
    r"|20\d\d年度?(?:内|全年|以来)?|本年度?(?:内)?|全年度?|年内|今年(?:以来|内)?|报告期内?|年度内?"
)
_HEADING = (
    r"一是|二是|三是|四是|五是|\(?[一二三四五六七八九十\d]{1,2}[)、.]|依申请公开|政府信息公开|政府信息|信息公开|政务公开|主动公开"
    r"|收到和处理|行政复议|行政诉讼|复议|诉讼|申请|办理|处理|受理|工作|情况|方面"
)
# Words before a denial that limit nothing: the year, the body itself, a heading, little words.
_LEAD = rf"{_PERIOD}|{OWN}|{_HEADING}|共|均|也|仍|并|且|尚|暂|一直|因此|故|同时|由于|以及|和|及|的|中|[,:、.。()]"
_YEAR_NAMED = Pattern(_PERIOD)
# Words elsewhere in the sentence that may limit what is denied, or make it no statement.
_LIMITED = (
    r"季度|半年|\d月|月份|其中|除|以外|之外|如|若|凡|截至|其余|其他|其它|另|部分|个别|之前|以前|期间|以后|之后|作为|复议机关|起草|纠纷|调[处解]|裁决|执法"
    r"|确保|力争|争取|避免|防止|杜绝|目标|应当|必须|不得|局|委|厅|镇|乡|街道|办事处|部门|单位|村|社区|科室|股|站|队|中心|学校|医院"
)
_LIMITED_CHANNEL = r"网|平台|信函|邮|当面|现场|窗口|传真|渠道|方式|形式|涉及|关于|有关|针对|就|对于|类|企业|自然人"
_LIMITED_POWER = r"划转|移交|委托|改革|文件|项目|涉及|关于|有关|针对|对于|类|规章"
_EXCEPTED = Pattern(r"^.{0,40}(?:除外|之外|以外)")

_WHO = (
    r"任何(?:形式|方式)?的?|公民(?:、|和|及|或)法人(?:、|和|及|或者|或|以及)其[他它]组织|任何单位和个人|任何单位或个人|任何人"
    r"|社会公众|公众|群众|申请人|当事人|人"
)
_WHAT = r"依申请公开|政府信息公开|政府信息|政务信息|信息公开|政务公开|信息|公开|申请"
_SMALL = r"提出|提交|递交|提起|向|的|关于|有关|相关|要求|获取|[一1][件起例宗]|件|案件|案|事项|事宜|情况|情形|业务|过|等"
_CAUSE = r"发生|出现|因|由|引起|引发|导致|产生|而|被|工作|答复|办理|问题|行为|纠纷|方面"
_AND = r"、|以及|或者|和|及|与|或"
_ACT = r"行政许可|行政处罚|行政强制措施|行政强制执行|行政强制|行政事业性收费"

_RECEIVED_VERB = r"(?:尚未|暂未|从未|未曾|没有|未|没)(?:收到|接到|接收到?|收悉|受理)过?|没有|无|未有|未发生|未产生"
_DISPUTE_VERB = (
    r"(?:尚未|暂未|从未|未曾|没有|未|没)"
    r"(?:收到|接到|发生|出现|产生|存在|引发|引起|涉及|被提起|被申请|被|有)过?|没有|无|不存在|未(?=因)"
)
_ACT_VERB = (
    r"(?:未曾|没有|未)(?:发生|作出|做出|实施|开展|办理|进行|产生|收取|涉及|有)过?"
    r"|没有|无|不(?:涉及|具有|具备|享有|承担|存在)"
)
# Verbs that deny the thing itself. 未发生 denies only that it began in the year.
_NOTHING = frozenset(("没有", "无", "不存在", "未有"))
_BEGAN = Pattern("发生|出现|收到")

_RECEIVED_TAIL = Pattern(rf"(?:{OWN}|{_WHO}|{_WHAT}|{_SMALL}|办理|{_AND}){{1,16}}+")
_RECEIVED_END = Pattern(
    r"(?:申请|依申请公开|申请公开.{0,4}信息)的?(?:办理)?(?:件|案件|事项|事宜|情况|情形|业务|要求)?$"
)
_DISPUTE_TAIL = Pattern(
    rf"(?:{OWN}|{_WHO}|行政复议|行政诉讼|复议|诉讼|行政应诉|{_WHAT}|{_CAUSE}|{_SMALL}|行政|{_AND}){{1,24}}+"
)
_ACT_TAIL = Pattern(
    rf"(?:{_ACT}|决定|措施|执行|项目|事项|案件|情况|情形|行为|职能|职权|权限|权力|权|类|等|相关|任何|的|{_AND}){{1,16}}+"
)
_OF_DISCLOSURE = Pattern(r"政府信息|信息公开|政务公开|依申请公开")
# 复议 as the cause of a suit, or named only to say which suits: not itself denied.
_FROM_REVIEW = Pattern(
    r"经过?(?:行政)?复议|复议(?:后|机关|决定|结果)|复议.{0,4}(?:引|导致|产生|而)|(?:不服|对)(?:行政)?复议"
)
_APPLICANTS_OWN = ("提起", "申请", "提出")
_RECEIVED_AND = Pattern(r"^(?:[^因由、]{0,30})申请(?:件|事项)?(?:、|以及|和|及)(?:行政)?(?:复议|诉讼)")


class Denial(NamedTuple):
    """Something that the text says there was none of in the year.

    ``topic`` is one of ``lint.prose.accepted.SUMS``. ``nothing``: the words deny the thing itself (无, 没有), not only
    that it came or began. ``plain``: every word before it in its sentence is known, and the year is named or the
    section is the one about it. ``scope``: words that let it speak of another body, "" where there are none.
    """

    topic: str
    nothing: bool
    plain: bool
    scope: str
    at: Pointer
    quote: str


_Topics: TypeAlias = Callable[[str, Clause], tuple[str, ...]]


class _Family(NamedTuple):
    """A family of denials: its verbs, what may be denied, the section about it, and the words that may limit it."""

    verb: Pattern
    topics: _Topics
    section: Pointer
    limited: Pattern


def _received(tail: str, clause: Clause) -> tuple[str, ...]:
    if _RECEIVED_AND.search(tail) and _OF_DISCLOSURE.search(tail) and _DISPUTE_TAIL.fullmatch(tail):
        return ("received",)
    if not _RECEIVED_TAIL.fullmatch(tail) or not _RECEIVED_END.search(tail):
        return ()
    about = _OF_DISCLOSURE.search(tail) or ("依申请" in clause.lead and "复议" not in clause.lead)
    return ("received",) if about else ()


def _disputes(tail: str, _clause: Clause) -> tuple[str, ...]:
    if tail.startswith(_APPLICANTS_OWN) or _FROM_REVIEW.search(tail) or not _DISPUTE_TAIL.fullmatch(tail):
        return ()
    named = (("reconsideration", "复议"), ("litigation", "诉讼"))
    return tuple(topic for topic, word in named if word in tail)


def _acts(tail: str, clause: Clause) -> tuple[str, ...]:
    if not _ACT_TAIL.fullmatch(tail):
        return ()
    named = [("licensing", "行政许可"), ("penalties", "行政处罚"), ("coercion", "行政强制")]
    if not clause.at.startswith("/sections/other/") and not _FEE_OF_DISCLOSURE.search(
        clause.sentence.before[-_NEAR:] + clause.lead + clause.text
    ):
        named.append(("fees", "行政事业性收费"))
    return tuple(topic for topic, word in named if word in tail)


def _rules(tail: str, clause: Clause) -> tuple[str, ...]:
    return rules_denied(tail, clause.text)


def _carried(tail: str, clause: Clause) -> tuple[str, ...]:
    return carry_denied(tail, clause.lead + clause.sentence.before[-_NEAR:])


_FEE_OF_DISCLOSURE = Pattern("申请|处理费|检索|复制|邮寄")
_NEAR = 200
_FAMILIES = (
    _Family(
        Pattern(rf"(?:{_RECEIVED_VERB})"),
        _received,
        "/sections/applications/",
        Pattern(rf"{_LIMITED}|{_LIMITED_CHANNEL}"),
    ),
    _Family(Pattern(rf"(?:{_DISPUTE_VERB})"), _disputes, "/sections/disputes/", Pattern(_LIMITED)),
    _Family(RULES_VERB, _rules, "/sections/proactive/", Pattern(rf"{_LIMITED}|{RULES_LIMITED}")),
    _Family(CARRY_VERB, _carried, "/sections/applications/", Pattern(_LIMITED)),
    _Family(Pattern(rf"(?:{_ACT_VERB})"), _acts, "/sections/proactive/", Pattern(rf"{_LIMITED}|{_LIMITED_POWER}")),
)
_DENYING = Pattern("未|无|没|不[涉具享承存]")


_KNOWN = Pattern(rf"(?:{_LEAD}){{0,60}}+")
# What is denied, behind the nearest sign that denies it: a quick look at a clause.
_DENIED = Pattern("[未无没不][^未无没不]{0,160}(?:申请|复议|诉讼|许可|处罚|强制|收费|规范性文件|结转)")


def _is_known(words: str, case: Case) -> bool:
    """Whether all words limit nothing, as the names of the body do not."""
    return _KNOWN.fullmatch(without_own(words, case, _MARK)) is not None


_CAUSED = Pattern(rf"(?:{_LEAD}|{_CAUSE}|{_WHAT}|发生|案件|数量){{0,40}}+")
_MARK = ","  # limits nothing either, and keeps apart what stands around a name


def denials_of(case: Case) -> tuple[Denial, ...]:
    """All denials of a report of this report year, in document order; made once a report by ``case.once``."""
    clauses = clauses_of(case, _DENYING.search, _DENIED)
    zeros = clauses_of(case, ZERO.search, NO_DISPUTES)
    return (
        *(denial for clause in clauses for denial in _denials(clause, case)),
        *(denial for clause in zeros for denial in _zeros(clause, case)),
    )


def _zeros(clause: Clause, case: Case) -> Iterator[Denial]:
    """Reviews and suits that a clause counts as none, where all words before are known."""
    found = NO_DISPUTES.search(clause.text)
    before = clause.text[: found.start()] if found else ""
    scope = elsewhere(without_own(before, case))
    family = _FAMILIES[1]
    known = _CAUSED.fullmatch(without_own(before.replace(scope, ""), case, _MARK)) is not None
    about = clause.at.startswith(family.section) or _OF_DISCLOSURE.search(clause.sentence.text)
    if known and about and not _is_limited(clause, before, family, case):
        for topic in ("reconsideration", "litigation"):
            yield Denial(topic, nothing=False, plain=False, scope=scope, at=clause.at, quote=clause.text)


def _denials(clause: Clause, case: Case) -> Iterator[Denial]:
    """The denials of a clause: what stands before the verb is known, and all behind it too."""
    before = _before(clause, case)
    if before is None:
        return
    for family in _FAMILIES:
        verb = family.verb.match(clause.text, len(before))
        topics = family.topics(clause.text[verb.end() :], clause) if verb else ()
        if verb and topics and not _is_limited(clause, before, family, case):
            plain = _is_plain(clause, before, family, case)
            scope = elsewhere(clause.lead + before)
            nothing = verb[0] in _NOTHING and not _BEGAN.search(clause.text)
            yield from (Denial(topic, nothing, plain, scope, clause.at, clause.text) for topic in topics)


def _before(clause: Clause, case: Case) -> str | None:
    """The words of a clause before its denial; None where one of them is unknown."""
    if len(clause.text) > _LONGEST_CLAUSE:
        return None
    found = _DENYING.search(clause.text)
    start = found.start() if found else 0
    start -= clause.text[max(0, start - 1) : start] in _PREFIXED
    before = clause.text[:start]
    others = without_own(before, case)
    scope = elsewhere(others)
    return before if _is_known(others.replace(scope, "") if scope else before, case) else None


_PREFIXED = ("尚", "暂", "从")


def _is_limited(clause: Clause, before: str, family: _Family, case: Case) -> bool:
    """Whether the sentence may deny less than all of the year, or speak of another body without naming its scope."""
    lead = clause.lead
    if _EXCEPTED.search(clause.rest) or of_another_year(lead + before, case):
        return True
    if _is_known(lead, case) or elsewhere(lead):
        return False
    return family.limited.search(without_own(lead, case)) is not None


def _is_plain(clause: Clause, before: str, family: _Family, case: Case) -> bool:
    whole = clause.lead + before
    if not _is_known(whole, case) or _ROUND.search(clause.text):
        return False
    return clause.at.startswith(family.section) or _YEAR_NAMED.search(whole) is not None


_ROUND = Pattern("有关|相关|未受理")
