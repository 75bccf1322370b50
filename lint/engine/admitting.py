"""For which reports a rule is asked: its own guard, and that of the pack that it came with."""

from lint.model.plain import plain_text
from lint.model.report import Identity
from lint.model.rule import EVERY, Guard, Rule


def is_for(rule: Rule, who: Identity) -> bool | None:
    """Whether a rule is for a report; None where the report does not say."""
    own = True if rule.when is EVERY else admits(rule.when, who)
    return own if rule.pack is None or own is False else both(own, admits(rule.pack.when, who))


def both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - answers, no flags
    """Both answers in one: no where either is no, else unknown where either is."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def admits(when: Guard, who: Identity) -> bool | None:
    """Whether a guard lets a report through; None where the report does not say."""
    answers = [
        _among(who.edition, when.editions),
        _among(who.kind, when.kinds),
        _among(who.level, when.levels),
        _within(who.year, when.year_from, when.year_to),
        _begins(who.agency, when.regions),
    ]
    if False in answers:
        return False
    return None if None in answers else True


def _among(value: str | None, wanted: tuple[str, ...]) -> bool | None:
    if not wanted:
        return True
    return None if value is None else value in wanted


def _within(year: int | None, first: int | None, final: int | None) -> bool | None:
    if first is None and final is None:
        return True
    return None if year is None else (first or year) <= year <= (final or year)


def _begins(agency: str | None, regions: tuple[str, ...]) -> bool | None:
    if not regions:
        return True
    return None if agency is None else plain_text(agency).startswith(tuple(map(plain_text, regions)))
