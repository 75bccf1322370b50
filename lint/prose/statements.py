"""What the prose of a report states about its own tables."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from lint.model.case import Case
from lint.model.form import CELL_INDEX, TABLES
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.model.report import Identity
from lint.model.undecided import Undecided
from lint.prose.accepted import REASONS, accepted
from lint.prose.limits import YEAR, Limits
from lint.prose.mentions import Mention, mentions, sentences_of
from lint.prose.quantities import Quantity
from lint.prose.sentences import Sentence
from lint.prose.subjects import is_of_another, speaks_of_another
from lint.prose.topics import topic_of

_EARLIER = Pattern(
    "上年同期|去年同期|上年度?(?!.{0,12}(?:结转|转结|接转|转来|遗留))|去年|前年|同比|较上|较去|相比|比上",
    holding=("上年", "去年", "前年", "同比", "较", "比"),
)
_PARTLY = Pattern(
    r"书面|网上|网络|邮寄|信函|来函|当面|现场|电子邮[件箱]|线[上下]|窗口|传真|平台提交|通过.{2,16}(?:平台|系统|网站)|渠道|涉及(?!(?:政府)?信息公开)|关于|有关(?!规定|要求|法律|程序)|(?<!公开)方面|"
    r"类(?:信息|申请|事项)|首次|第一季|季度|上半年|下半年|当[月日天季]|截至\d|月至|\d月|每|日均|平均|自然人|企业|"
    r"法人(?!和|、|或|及)|公民(?!、|和|或|及)|新发生|新发案|以“|为由|撤回|涉(?![及诉密法嫌外企])[^,;。]{1,10}的"
)
# One of these signs stands in each of them: a set of signs is found far quicker than words that begin with any.
_PARTLY_SIGN = Pattern("[面网邮函场线口真台过道涉关类首季半当截月每均人业民发“由回]")
# 分局收到的21件申请已包括在52件之中: what is counted within, or beside, another figure.
_WITHIN = Pattern(
    r"^[^,;。]{0,20},?[^,;。\d]{0,4}(?:包[括含]在|[计含]在|(?:不|未|已)[计列算纳]入|不在(?:此列|其中|本|统计))"
)
# 配合、转办: what the body did for another; 抽查: some of its own.
_HELPING = Pattern(
    "配合|协助|会商|会办|协办|转办|抽查|抽检|评查",
    holding=("配合", "协助", "会商", "会办", "协办", "转办", "抽", "评查"),
)
# 新收行政诉讼3件，上年结转1件: both together are those of the year.
_NEW_ONES = Pattern("新[收增].{0,8}(?:复议|诉讼)")
_AND_OLD_ONES = Pattern("^[,、](?:另|其中)?(?:上年|去年|上一年)度?(?:结转|延续|遗留|转入)")
# 收到、答复分别为60件、59件: figures in the order of the words before them.
_IN_TURN = Pattern(r"^[、,和]\d")
# The whole year, which looks like a part of it.
_ALL_YEAR = Pattern(
    r"(?:20\d\d年)?0?1月0?1日(?:起|开始)?[至到-](?:20\d\d年)?12月31日|截[至止]到?(?:20\d\d年)?(?:12月(?:31日|底)|年底)"
)
_ELSEWHERE = Pattern(
    r"代表.{0,10}政府|[市县区州旗]政府办(?:公室)?|本级|机关本身|[局厅委]机关|[局厅委院]属|[区市]县|县区|[省市县区州旗]直(?!辖)|\d个[省市县区州旗镇乡街部单]|政府\(|各(?:部门|单位|县|区|镇|乡|街道|市|科室|处室)|下属|所属|直属|办公[室厅](?:本级|共)"
    r"|[县区市州旗]\([县区市旗、]{1,5}\)"
)
# Another body that received or answered: 市自然资源局收到5件. In the report of a bureau it is most likely itself.
_MEMBER = Pattern(
    r"(?P<body>[^,;:()、。\d我本全各]{2,14}(?:局|委员会|委|厅|街道|镇|乡|区|县|市))"
    r"(?:,?(?:共|全年|累计|年内|分别)){0,2}(?:收到|受理|接收|新收|办理|处理|答复|办结|回复|[作做]出|实施|制定|印发|出台|发生)"
)
# Those whose names end like common words, at the start of a clause only: 全市行政机关 is the whole.
_PART_OF_WHOLE = Pattern(
    r"(?:^|[,;:、。年])(?P<body>[^,;:、。\d我本全各]{2,14}(?:政府|部门|单位|机关|管委会|[支大]队|分局|中心|街道\)|镇\)))"
    r"(?:,?(?:共|全年|累计|年内|分别)){0,2}(?:收到|受理|接收|新收|办理|处理|答复|办结|回复|[作做]出|实施|制定|印发|出台|发生)"
    r"|以.{2,16}为(?P<party>被告|被申请人)"
)
# A unit of the body, at the start of a clause: 水政监察支队作出行政处罚决定298件.
_UNIT = Pattern(
    r"(?:^|[,;:、。])(?P<body>[^,;:()、。\d我本全各]{2,14}(?:[支大总中]队|分局|科|处|站))"
    r"(?:,?(?:共|全年|累计|年内|分别)){0,2}(?:收到|受理|接收|新收|办理|处理|答复|办结|回复|[作做]出|实施|制定|印发|出台|承办)"
)
_WHOLE = Pattern(
    r"全[市县区省州旗系镇乡]|[市县区]域内", holding=(*(f"全{one}" for one in "市县区省州旗系镇乡"), "域内")
)


# What a whole is divided into, each of which has a cell or a sum of cells.
_NAMED = {branch: tuple(row.rpartition("/")[2] for row in rows) for branch, rows in REASONS.items()}
_RESULTS = ("granted", "partial", "granted+partial", "denied", "unavailable", "not_processed", "other_results")
_DIVISIONS = {
    "answered": (*_RESULTS, *chain.from_iterable(_NAMED.values())),
    **_NAMED,
    "litigation": ("litigation_direct", "litigation_after_reconsideration"),
}
_CARRIED_IN = CELL_INDEX[f"{TABLES['applications']}/carried_in/total"]
_OF_ANYTHING = frozenset({"received", "answered", "carried_in", "carried_out"})
_DECIDED = frozenset({"licensing", "penalties", "coercion"})
_OWN_WHOLE = frozenset({"government", "committee"})
_TOLD_BY = 3  # so many last characters tell whether a name is the body's own
_OF_RULES = "规"  # 规章, 规范性文件
_ENDED = ("废止", "失效", "作废")
_QUOTED = 24
_NEAR = 40


class Statement(NamedTuple):
    """One count in the prose: what it counts (``topic``), how many, and where.

    ``explicit``: the words name one cell of the form. ``part``: it is, or may be, only a part (其中, by channel).
    """

    topic: str
    quantity: Quantity
    explicit: bool
    part: bool
    at: Pointer
    mention: Mention
    who: Identity

    @property
    def scope(self) -> str:
        """The words that let it count another body or a whole (代表区政府, 本级, 全市), "" where there are none."""
        text, kind, agency = self.mention.sentence.text, self.who.kind, self.who.agency or ""
        before = _elsewhere(text, kind, agency) and _elsewhere(text[: self.quantity.start], kind, agency)
        return before or _whole(text)

    @property
    def quote(self) -> str:
        """The count with the words right before it, as far as they are its own."""
        quantity, text = self.quantity, self.mention.sentence.text
        words = self.mention.clause[-_QUOTED:].lstrip("、")
        return words + text[quantity.start : quantity.end] + self.mention.behind[:_QUOTED]


def statements_of(case: Case) -> tuple[Statement, ...]:
    """All statements of a report of this report year, in document order; made once a report by ``case.once``."""
    found: list[Statement] = []
    of_new = case.figures[_CARRIED_IN] == 0
    for sentence in sentences_of(case):
        stated = _stated(sentence, case.report.identity, of_new=of_new)
        found += _divided(stated, sentence.text) if _OF_RULES in sentence.text else stated
    return tuple(found)


def _divided(found: Iterator[Statement], text: str) -> Iterator[Statement]:
    """The statements of a sentence: of documents counted more than once the later counts are parts of the first, and
    all are parts where those that ended are told apart: 制定4件（新制定3件、修订1件），失效1件、废止1件."""
    seen: dict[str, Statement] = {}
    told_apart = sum(word in text for word in _ENDED) > 1
    for one in found:
        known = seen.setdefault(one.topic, one)
        again = known is not one and one.topic.endswith("/issued") and one.quantity.amount < known.quantity.amount
        apart = told_apart and one.topic.endswith("/repealed") and sum(word in one.quote for word in _ENDED) == 1
        yield one._replace(part=True, explicit=False) if again or apart else one


def _stated(sentence: Sentence, who: Identity, *, of_new: bool) -> Iterator[Statement]:
    context: str | None = None
    last: Statement | None = None
    limits, of_some, other = Limits(who.year, sentence.text), "", False
    of_another = speaks_of_another(sentence)
    listed = ""  # the unit of a list under a whole that nobody knows: 发现问题37件，其中移送12件，作出行政处罚9件
    for mention in mentions(sentence):
        limits.hear(mention.lead)
        other = of_another and is_of_another(mention, before=other)
        topic = topic_of(mention, context)
        if topic is None or (other and topic.name in _OF_ANYTHING):  # applications, but for something else
            # Parts of what nobody knows: 其中涉及征地的3件，维持2件.
            listed = mention.quantity.unit if last is None and "其中" in mention.lead else listed
            context = None if context is None or _is_part(mention) else context
            continue
        context = topic.name
        if limits.earlier or (not topic.name.startswith("carried") and _of_another_year(mention, who.year)):
            continue
        in_list = topic.name in _DECIDED and mention.quantity.unit == listed and not limits.ended(mention.lead)
        sliced = limits.sliced or _is_slice(mention) or in_list or (of_some and topic.name.startswith(of_some))
        if "/" not in topic.name:
            of_some = f"{topic.name}/" if sliced else ""  # 涉县政府的诉讼3件，2件维持: of those three
        last = Statement(
            topic.name,
            mention.quantity,
            topic.explicit and not sliced,
            bool(sliced) or ("其中" in mention.lead and not _divides(topic.name, last, of_new=of_new)),
            sentence.at,
            mention,
            who,
        )
        yield last


def _whole(text: str) -> str:
    found = _WHOLE.search(text)
    return found[0] if found else ""


def _divides(topic: str, last: Statement | None, *, of_new: bool) -> bool:
    """Whether 其中 leads on to a row of its own: 办结12件，其中予以公开9件 is all that was granted.

    So is 收到12件，其中予以公开9件 where every result is of a new application (``of_new``).
    """
    if last is None or last.part:
        return False
    whole = "answered" if of_new and last.topic == "received" else last.topic
    return topic in _DIVISIONS.get(whole, ())


@lru_cache(maxsize=2)
def _elsewhere(text: str, kind: str | None, agency: str) -> str:
    """The words that let a count be another body's, "" where there are none. A sentence may hold hundreds of counts."""
    found = _ELSEWHERE.search(text)
    if found:
        return found[0]
    if kind not in _OWN_WHOLE:
        units = (one["body"] for one in _UNIT.finditer(text))
        return next((unit for unit in units if unit[-_TOLD_BY:] not in agency), "")
    bodies = (one["body"] or one["party"] for one in chain(_MEMBER.finditer(text), _PART_OF_WHOLE.finditer(text)))
    return next((body for body in bodies if body[-_TOLD_BY:] not in agency), "")


def _is_part(mention: Mention) -> bool:
    """Whether it is, or may be, a part: by channel, by subject, of some months."""
    return "其中" in mention.lead or _is_slice(mention)


def _is_slice(mention: Mention) -> bool:
    """Whether its words cut it down: 网上新收 is no 新收."""
    end = mention.quantity.end
    behind = mention.sentence.text[end : end + _NEAR]
    if (("在" in behind or "入" in behind) and _WITHIN.match(behind)) or _HELPING.search(mention.clause):
        return True
    if _NEW_ONES.search(mention.clause) and _AND_OLD_ONES.match(behind):
        return True
    if "分别" in mention.clause and _IN_TURN.match(behind):
        return True
    if not _PARTLY_SIGN.search(mention.lead):
        return False
    return _PARTLY.search(mention.lead) is not None and _PARTLY.search(_ALL_YEAR.sub("", mention.lead)) is not None


def _of_another_year(mention: Mention, year: int | None) -> bool:
    """Whether the words before the count speak of a year that is not the report's, or of a comparison with one."""
    named = YEAR.findall(mention.lead) if "20" in mention.lead else ()
    return bool(named and year is not None and named[-1] != str(year)) or _EARLIER.search(mention.lead) is not None


def is_asked(stated: Statement) -> bool:
    """Whether the tables can be asked for it: no rounded figure, and no part (其中, by channel) of what has no cell."""
    return not (stated.quantity.about or (stated.part and not stated.explicit))


def other_scope(stated: Statement, case: Case) -> bool:
    """Whether a statement may count for another body or a whole: 全市 in the report of the city itself is no other."""
    if not stated.scope:
        return False
    return not (_WHOLE.fullmatch(stated.scope) and case.report.identity.kind in _OWN_WHOLE)


def confirmed(stated: Statement, case: Case) -> bool:
    """Whether another count of the same piece of text agrees with the tables, so that both count the same."""
    others = (one for one in case.once(statements_of) if one.at == stated.at and one.topic != stated.topic)
    return any(_agrees(one, case) for one in others if one.quantity.amount)


def _agrees(stated: Statement, case: Case) -> bool:
    try:
        known = accepted(case, stated.topic)
    except Undecided:
        return False
    return known.holds(stated.quantity)
