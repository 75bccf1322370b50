"""When a rule is certain to pass a report of sound figures, without asking it: what has to be looked at, by rule.

The ``screen`` in the file of a rule says what its answer depends on beside the form of the report, whose six headings
and figures are known to be whole and without remarks: text by signs without which the rule finds nothing, figures by
conditions. The signs may stop a report for which the rule has nothing to say; they never let one pass for which it has.
Reports that are stopped, and rules without a screen, are asked one by one. ``tests/columns/test_screens.py`` holds
every screen against the rule itself.
"""

from collections.abc import Iterable

from lint.engine.checks.relation import RelationCheck
from lint.engine.checks.remark import RemarkCheck
from lint.model.rule import FORM, Rule, Screen

YEARS = range(1900, 2200)  # of reports that are on any year
ROWS = Screen("", ("rows",))  # decided by the form, and by whether the rows of table three add up
RELATION = Screen("", ("relations",))


def screen_of(rule: Rule) -> Screen | None:
    """The screen of a rule; None where it has to be asked. One whose file or options are not ours is asked.

    Relations and remarks have theirs by their kind; all others say it in their file.
    """
    if rule.pack is not None or rule.options or rule.extends is not None:
        return None
    if isinstance(rule.check, RelationCheck):
        return RELATION
    return FORM if isinstance(rule.check, RemarkCheck) else rule.screen


def joined(screens: Iterable[Screen]) -> Screen:
    """All screens in one."""
    every = list(screens)
    signs, beside = (_any(patterns) for patterns in ((one.signs for one in every), (one.beside for one in every)))
    return Screen(signs, tuple(dict.fromkeys(name for one in every for name in one.conditions)), beside)


def _any(patterns: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(one for one in patterns if one))
