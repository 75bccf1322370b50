"""Applications that were all answered by the text, while some are carried over by table three."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import (
    MAY_SPEAK_OF,
    Clause,
    Finding,
    Node,
    Pattern,
    Undecided,
    Words,
    accepted,
    clauses_of,
    elsewhere,
    findings_of,
    names_another,
    of_another_year,
    plain_text,
    quantities,
    statements_of,
)

_ALL = Words("全部", "均", "都", "率", "100", "１００")
_LITTLE = r"(?:已经?|依法|依规|依申请|予以|给予|按照?规定|按照?要求|程序|作出|做出|进行|得到|妥善|规范)"
_DONE = rf"{_LITTLE}{{0,4}}(?:办结|办理完[结毕成]|办毕|处理完[结毕成]|答复|回复)(?!方式|意见|工作|流程|补正|登记)"
_ALL_DONE = Pattern(  # each way begins with a letter of its own, which is looked for first
    "|".join(f"{all_}{_DONE}" for all_ in ("全部", "均", "都"))
    + "".join(rf"|{done}率(?:均?(?:为|达到?|达到了|保持))?100%" for done in ("办结", "答复", "办复", "回复"))
    + "|100%(?:办结|答复|回复)",
    holding=("办结", "办理完", "办毕", "处理完", "答复", "回复", "办复"),
)
# In time: true as well where the term of some has not yet ended.
_IN_TIME = Pattern(r"按时|按期|及时|期限|时限|限期|规定(?:的)?时间|期内|工作日|准时|如期|到期|时间内|超期|逾期")
_APPLICATIONS = Pattern(r"(?:信息公开|依申请公开|公开政府信息|政府信息|公开)(?:的)?申请|依申请公开|申请公开")
# Other things that are answered, or only some of the applications.
_OTHERS = Pattern(
    r"建议|提案|热线|许可|审批|信访|投诉|咨询|留言|信箱|事项|复议|诉讼|舆情|办件|工单|来信|来电|平台|补正|公文|政务服务"
    r"|其中|其余|网上|网络|网站|邮件|信函|当面|现场|渠道|季度|月|半年|涉及|关于|有关|类|自然人|企业|除|截至|应当|确保|力争|努力|[将要应]做到|要求[各全]"
)
_WHOLE = Pattern(r"(?:所有|全部|全年|本年|年度|20\d\d年).{0,20}申请|申请(?:已|均|已经)?全部")
# The text itself says that some go on.
_GOES_ON = Pattern(
    r"(?:结转|接转|转|顺延|延至|延续)[^。]{0,6}(?:下|次年|明年|20\d\d年)|下一?年度?(?:继续)?(?:办理|答复)"
    r"|正在(?:办理|处理|答复|征求|补正)|办理中|[仍尚]在办|在办[件申的中]|尚未|未到期|未届|延长|延期|跨年|待补正|待办"
)


def check(here: Node) -> Iterator[Finding]:
    """Whether table three carries over some of the applications of which the text says that all are done."""
    yield from findings_of(_answer(here, clause) for clause in clauses_of(here.case, _ALL.any_in, _ALL_DONE))


def _answer(here: Node, clause: Clause) -> Finding | Undecided | None:
    """The finding of a clause, why it cannot be decided, or nothing."""
    found = _ALL_DONE.search(clause.text)
    said = clause.lead + clause.text[: found.end()] if found else ""
    if not found or not _is_about(said, clause.sentence.before) or of_another_year(said, here.case):
        return None
    try:
        carried = accepted(here.case, "carried_out", exact=True)
        if min(carried.values) <= 0 or not _speaks_of_all(here, said) or _goes_on(here, clause.sentence.piece):
            return None
    except Undecided as reason:
        return Undecided(reason.told, clause.at)
    scope = elsewhere(said)
    if scope:
        return Undecided(MAY_SPEAK_OF.fill({"quote": clause.text, "scope": scope}), clause.at)
    if names_another(said, here.case):
        return None
    return Finding(clause.at, {"found": said[-_QUOTED:], "actual": f"{carried.values[0]:f}"}, carried.cells)


def _is_about(said: str, before: str) -> bool:
    """Whether the words are about applications for information, all of them, and not only those due."""
    about = _APPLICATIONS.search(said) or ("申请" in said and _APPLICATIONS.search(before[-_NEAR:]))
    return bool(about) and _IN_TIME.search(said) is None and _OTHERS.search(said) is None


_NEAR = 200
_QUOTED = 40


def _speaks_of_all(here: Node, said: str) -> bool:
    """Whether the words count all applications received, not just those answered, or name them all without a count."""
    counts = {one.amount for one in quantities(said) if one.unit in ("件", "份", "宗", "条", "起", "个")}
    if not counts:
        return _WHOLE.search(said) is not None
    received = set(accepted(here.case, "received", exact=True).values)
    received |= {new + carried for new in received for carried in _carried_in(here)}
    return bool(counts & received) and not counts & set(accepted(here.case, "answered", exact=True).values)


def _carried_in(here: Node) -> tuple[Decimal, ...]:
    try:
        return accepted(here.case, "carried_in", exact=True).values
    except Undecided:
        return ()


def _goes_on(here: Node, piece: str) -> bool:
    if _GOES_ON.search(plain_text(piece)):
        return True
    return any(one.topic == "carried_out" and one.quantity.amount for one in here.case.once(statements_of))
