"""``stated``: a count in the prose against the figures of the tables that it may stand for."""

from collections.abc import Iterable
from decimal import Decimal

from lint.engine.checks.table import Written, words_of
from lint.model.case import Case
from lint.model.errors import RuleError
from lint.model.finding import Finding, Severity
from lint.model.nearest import one_of
from lint.model.rule import Answers
from lint.model.text import Text
from lint.model.undecided import MAY_SPEAK_OF, Reason, Undecided
from lint.prose.accepted import SUMS, Accepted, accepted, plainly_holds, scale_of
from lint.prose.statements import Statement, confirmed, is_asked, other_scope, statements_of


class StatedCheck:
    """Asks every statement of the prose about the topics whether one of the accepted sums of the tables is its figure.

    A part (其中, by channel) and a rounded figure are not asked. A statement that differs while its words let it count
    for another body or a whole is undecided. Where the words name one cell, and another count of the same piece of
    text agrees with the tables, what is counted is certain: the finding then has the severity ``certain``.
    """

    def __init__(self, topics: tuple[str, ...], certain: Severity | None) -> None:
        self.topics = frozenset(topics)
        self.certain = certain
        unknown = sorted(self.topics - SUMS.keys())
        if unknown:
            near = one_of(unknown[0], SUMS)
            raise RuleError(Text(f"不认识的统计对象“{unknown[0]}”{near.zh}", f"unknown topic '{unknown[0]}'{near.en}"))

    def ask(self, case: Case) -> Answers:
        """One answer for each statement; passed where nothing is stated."""
        own = [one for one in case.once(statements_of) if one.topic in self.topics and is_asked(one)]
        open_ones = [one for one in own if not plainly_holds(case, one.quantity, one.topic, exact=_is_exact(one))]
        if not open_ones:
            return Answers(max(1, len(own)))
        answers = [self._answer(one, case) for one in open_ones]
        findings = tuple(answer for answer in answers if isinstance(answer, Finding))
        undecided = tuple(answer for answer in answers if isinstance(answer, Reason))
        return Answers(max(1, len(own)) - len(findings) - len(undecided), findings, undecided)

    def _answer(self, stated: Statement, case: Case) -> Finding | Reason | None:
        try:
            known = accepted(case, stated.topic, exact=_is_exact(stated))
        except Undecided as reason:
            return Reason(stated.at, reason.told)
        if known.holds(stated.quantity):
            return None
        if other_scope(stated, case):
            return Reason(stated.at, MAY_SPEAK_OF.fill({"quote": stated.quote, "scope": stated.scope}))
        sure = self.certain if stated.explicit and confirmed(stated, case) else None
        return _finding(stated, known, sure)


def _is_exact(stated: Statement) -> bool:
    """Whether only the first reading will do: the words name the cell, or say that there was none at all."""
    return stated.explicit or not stated.quantity.amount


def _finding(stated: Statement, known: Accepted, severity: Severity | None) -> Finding:
    values = {
        "stated": _plain(stated.quantity.amount),
        "expected": _shown(stated.topic, known),
        "found": stated.quote,
    }
    return Finding(stated.at, values, known.cells, severity)


def _shown(topic: str, known: Accepted) -> str:
    """What the tables give, as they print it: money in 万元; each way of counting where these are as likely."""
    if scale_of(topic) != 1:
        return " / ".join(f"{_plain(value / scale_of(topic))} 万元" for value in known.values)
    told = [(value, way) for value, way in zip(known.values, known.ways, strict=True) if value >= 0 or not way]
    if topic not in _SEVERAL_WAYS or len(told) == 1:
        return _plain(known.values[0])
    return "、".join(f"{way}={_plain(value)}" for value, way in told)


_SEVERAL_WAYS = frozenset({"received", "answered"})  # 新收, with those carried in, and the like


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def made(written: Written) -> StatedCheck:
    """The check that a rule file asks for."""
    certain = written.options.get("certain")
    return StatedCheck(tuple(_topics(words_of(written.options["stated"]))), Severity(certain) if certain else None)


def _topics(words: Iterable[str]) -> Iterable[str]:
    """Topics as written; ``reconsideration/*`` stands for all its outcomes."""
    for word in words:
        start = word.removesuffix("*")
        yield from (name for name in SUMS if name.startswith(start)) if word.endswith("/*") else (word,)
