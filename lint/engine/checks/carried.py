"""``carried``: a figure must go on from a figure of last year's report."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from lint.engine.checks.table import Written, words_of
from lint.engine.comparing import COMPARISONS
from lint.model.case import Case
from lint.model.figures import is_figure
from lint.model.finding import Finding, Severity
from lint.model.pointer import Pointer, resolve
from lint.model.rule import Answers
from lint.model.undecided import NOT_IN_BOTH, Reason

_Number: TypeAlias = Decimal | int
_Answer: TypeAlias = Finding | Reason | None


@dataclass(frozen=True, slots=True)
class CarriedCheck:
    """Asks each given figure whether it is the figure ``source`` of last year, and ``plus`` less ``minus`` of this one.

    A ``*`` in these pointers stands for what the ``*`` of the given one stood for. ``operator`` is ``=``, or ``>=``
    where the figure must not be smaller. Where one of the words of ``doubt`` stands in either report the finding is a
    warning at most. What last year's form does not have is not asked; a blank or unreadable figure is undecided.
    """

    given: tuple[Pointer, ...]
    source: Pointer
    plus: Pointer | None
    minus: Pointer | None
    operator: str
    doubt: tuple[str, ...]

    def ask(self, case: Case) -> Answers:
        """One answer for each figure. Raises Undecided where there is no report of last year."""
        before = case.last_year
        answers = [
            self._answer(case, before, pattern, at, value)
            for pattern in self.given
            for at, value in case.select(pattern)
            if _stands(before, _filled(self.source, pattern, at))
        ]
        findings = tuple(answer for answer in answers if isinstance(answer, Finding))
        undecided = tuple(answer for answer in answers if isinstance(answer, Reason))
        return Answers(len(answers) - len(findings) - len(undecided), findings, undecided)

    def _answer(self, case: Case, before: Case, pattern: Pointer, at: Pointer, value: object) -> _Answer:
        tree = case.report.tree
        then = resolve(before.report.tree, _filled(self.source, pattern, at))[1]
        own = [_filled(one, pattern, at) for one in (self.plus, self.minus) if one]
        more, less = ((resolve(tree, _filled(one, pattern, at))[1] if one else 0) for one in (self.plus, self.minus))
        if not (is_figure(value) and is_figure(then) and is_figure(more) and is_figure(less)):
            return Reason(at, NOT_IN_BOTH)
        expected = then + more - less
        if COMPARISONS[self.operator](value, expected):
            return None
        year = str((case.report.identity.year or 0) - 1)
        values = {"actual": str(value), "expected": str(expected), "before": str(then), "year": year}
        return Finding(at, values | _parts(more, less), tuple(own), self._severity(case, before))

    def _severity(self, case: Case, before: Case) -> Severity | None:
        doubtful = any(word in one.joined for one in (case, before) for word in self.doubt)
        return Severity.WARNING if doubtful else None


def _parts(more: _Number, less: _Number) -> dict[str, str]:
    return {"plus": str(more), "minus": str(less)}


def _stands(before: Case, source: Pointer) -> bool:
    return resolve(before.report.tree, source)[0] or before.unread(source)


def _filled(pointer: Pointer, pattern: Pointer, at: Pointer) -> Pointer:
    """A pointer with its ``*`` replaced, one after the other, by the steps at which those of the pattern stood."""
    stood: Iterator[str] = (
        step for wanted, step in zip(pattern.split("/"), at.split("/"), strict=True) if wanted == "*"
    )
    return "/".join(next(stood) if step == "*" else step for step in pointer.split("/"))


def made(written: Written) -> CarriedCheck:
    """The check that a rule file asks for."""
    options = written.options["carried"]
    operator = options.get("operator", "=")
    doubt = words_of(options.get("doubt", []))
    return CarriedCheck(written.given, options["source"], options.get("plus"), options.get("minus"), operator, doubt)
