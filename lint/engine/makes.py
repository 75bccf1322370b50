"""Reports of one make: what the form of one of them answers, that of every other answers too, and is not asked again.

Rules about the form (see :mod:`lint.engine.screens`) look at nothing else where all figures are sound: those that pass
one report of a make pass all. They are worked out when the second one comes: many a make has one report alone. All
other rules are asked of every report.
"""

from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from typing import NamedTuple

from lint.engine.checks.relation import RelationCheck
from lint.engine.comparing import Together
from lint.engine.equations import Equation, row_equations
from lint.engine.questions import Admitted
from lint.engine.screens import RELATION, ROWS, YEARS, screen_of
from lint.model.case import Case, rows_add_up
from lint.model.day import is_day
from lint.model.figures import Absent, Figures
from lint.model.report import Identity, Report
from lint.model.rule import FORM, Answers, Rule
from lint.model.shape import Flat

_MOST_KEPT = 256
_MOST = 10**12  # of a figure that is nothing odd
_FINEST = -4  # the exponent of one yuan, in 万元
_WHOLE = frozenset({int, Absent})
_EXACT = _WHOLE | {Decimal}


class Known(NamedTuple):
    """So many answers are passes; ``admitted`` is what else is to be asked."""

    passed: int
    admitted: Admitted


class Make(NamedTuple):
    """What is known of every report of one make; and what more of one whose ``sums`` hold beside those of the rows of
    table three, once such a report was met.
    """

    always: Known
    sums: tuple[Together, ...]
    summed: Known | None

    def known(self, case: Case) -> Known:
        """What is known of a report of this make."""
        return self.summed if self.summed is not None and _add_up(case, self.sums) else self.always


_NOT_MET = Make(Known(0, ((), ())), (), None)


class Makes:
    """The makes of reports met so far, for one set of rules.

    ``admit`` gives the questions for a report, ``fits`` how many answers its schema gives: None where it does not fit.
    """

    def __init__(self, admit: Callable[[Identity], Admitted], fits: Callable[[Case], int | None]) -> None:
        self._admit = admit
        self._fits = fits
        self._known: dict[Hashable, Make | None] = {}  # None: such a report does not fit its schema
        self._met: set[int] = set()  # hashes of makes of which one report came so far: perhaps no other will

    def of(self, case: Case) -> Make | None:
        """The make of a report; None where it is the first, its tree was not laid flat, or anything about it is odd."""
        flat = case.report.laid
        key = None if flat is None or not _is_sound(flat) else _key(case.report, flat)
        if key is None:
            return None
        found = self._known.get(key, _NOT_MET)
        if found is _NOT_MET and self._is_first(key):
            return None
        if found is _NOT_MET or (found is not None and _may_say_more(found, case)):
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[key] = self._made(case)
        return found

    def _is_first(self, key: Hashable) -> bool:
        met = hash(key)
        if met in self._met:
            return False
        if len(self._met) >= _MOST_KEPT:
            self._met.clear()
        self._met.add(met)
        return True

    def _made(self, case: Case) -> Make | None:
        """What one report says of all of its make."""
        fitting = self._fits(case)
        if fitting is None:
            return None
        admitted = self._admit(case.report.identity)
        rules = [question[0] for question in admitted[0]]
        known = {rule.id: _sum_of(rule, single_other=case.single_other) for rule in rules}
        sums = tuple(one for one in known.values() if one is not None and one is not _nothing)
        add_up = case.rows_add_up and _add_up(case, sums)
        summed = {rule for rule, one in known.items() if one is not None and add_up}
        form = {rule.id for rule in rules if screen_of(rule) == FORM}
        passed = {rule.id: _passes(case, ask) for rule, ask, _ in admitted[0] if rule.id in form or rule.id in summed}
        always = _without(form, passed, admitted, fitting)
        return Make(always, sums, _without(form | summed, passed, admitted, fitting) if add_up else None)


def _may_say_more(make: Make, case: Case) -> bool:
    """Whether this is the first report of a make whose sums hold."""
    return make.summed is None and case.rows_add_up and _add_up(case, make.sums)


def _add_up(case: Case, sums: tuple[Together, ...]) -> bool:
    figures = case.figures
    return rows_add_up(figures) and all([holds(figures) for holds in sums])  # noqa: C419 - no generator for a few


def _sum_of(rule: Rule, *, single_other: bool) -> Together | None:
    """What has to hold besides the rows of table three for a rule to pass; None where that is not known."""
    screen = screen_of(rule)
    if screen == ROWS:
        return _nothing
    if screen != RELATION or not isinstance(rule.check, RelationCheck):
        return None
    plain = {_spelled(one) for one in row_equations()}
    if all(_spelled(one) in plain for one in rule.check.equations):
        return _nothing
    return rule.check.at_once(single_other=single_other)


def _nothing(_: Figures) -> bool:
    return True


def _spelled(equation: Equation) -> Hashable:
    return equation.operator, equation.constant, frozenset(equation.left), frozenset(equation.right)


def _without(rules: set[str], passed: Mapping[str, int], admitted: Admitted, fitting: int) -> Known:
    """What is left to ask where some rules are known to give so many answers, all of them passed; 0: not known."""
    questions, unsure = admitted
    left = tuple(one for one in questions if one[0].id not in rules or not passed[one[0].id])
    return Known(fitting + sum(passed[rule] for rule in rules), (left, unsure))


def _passes(case: Case, ask: Callable[[Case], Answers]) -> int:
    """How many answers of a rule are passes; 0 where any is not, or where it crashes: that is told when it is asked."""
    try:
        answers = ask(case)
    except (Exception, SystemExit):  # noqa: BLE001 - Undecided among them; the run goes on whatever a rule does
        return 0
    return 0 if answers.findings or answers.undecided else answers.passed


def _is_sound(flat: Flat) -> bool:
    """Whether every figure is there, a plain number, neither negative nor odd in size."""
    return (
        flat.plain
        and flat.shape.others <= _WHOLE
        and flat.shape.amounts <= _EXACT
        and all(map(_is_usual, flat.amounts))
    )


def _is_usual(amount: int | Decimal) -> bool:
    if isinstance(amount, int):
        return True
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and _FINEST <= exponent <= 0 <= amount <= _MOST


def _key(report: Report, flat: Flat) -> Hashable:
    """What makes a report one of its make: all that it says, but for its figures, its text, and whose it is.

    None where its title does not begin with the name of the body, or it was not published in a year after its own.
    """
    who = report.identity
    title, published = flat.value("/title"), flat.value("/published")
    if not who.agency or who.year is None or not isinstance(title, str) or not title.startswith(who.agency):
        return None
    if flat.value("/agency/name") == "":  # the name is known from elsewhere; that none is written is a finding
        return None
    if isinstance(published, str) and not (is_day(published) and int(published[:4]) > who.year):
        return None
    if who.year not in YEARS:
        return None
    return flat.shape, flat.make, title[len(who.agency) :], who[1:]
