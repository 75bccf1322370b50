"""What the prose denies and the tables count."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.model.case import Case
from lint.model.undecided import MAY_SPEAK_OF, Undecided
from lint.prose.accepted import Accepted, accepted
from lint.prose.denials import Denial, denials_of
from lint.prose.statements import statements_of


class Contradiction(NamedTuple):
    """A denial, and the figures of the tables, none of them 0. ``certain``: nothing else can have been meant."""

    denial: Denial
    figures: Accepted
    certain: bool


def contradicted(case: Case, *topics: str) -> Iterator[Contradiction]:
    """The denials of these topics that the tables contradict.

    Raises Undecided where there is none, but a denial meets a blank, or may speak of another body.
    """
    denials = case.once(denials_of)
    if not denials:
        return
    reasons: list[Undecided] = []
    found = False
    for topic in topics:
        denied = [one for one in denials if one.topic == topic]
        try:
            figures = accepted(case, topic, exact=True) if denied else None
        except Undecided as reason:
            reasons.append(Undecided(reason.told, denied[0].at))
            continue
        if figures is None or min(figures.values) <= 0:
            continue
        reasons += [
            Undecided(MAY_SPEAK_OF.fill({"quote": one.quote, "scope": one.scope}), one.at)
            for one in denied
            if one.scope
        ]
        alone = _reports_alone(case) and not _counted_elsewhere(topic, case)
        for one in (one for one in denied if not one.scope):
            found = True
            yield Contradiction(one, figures, one.plain and alone)
    if reasons and not found:
        raise reasons[0]


def _counted_elsewhere(topic: str, case: Case) -> bool:
    """Whether the text itself counts some of what it denies: then one of its sentences may mean something else."""
    return any(one.topic == topic and one.quantity.amount for one in case.once(statements_of))


def _reports_alone(case: Case) -> bool:
    """Whether the body reports for itself alone: governments and zones add up what others report."""
    who = case.report.identity
    return who.year is not None and (who.kind in _ALONE or who.level == "township")


_ALONE = frozenset({"department", "subdistrict"})
