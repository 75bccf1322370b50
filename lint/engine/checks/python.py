"""``python``: a function ``check`` in the file beside the rule."""

from collections.abc import Callable, Iterable

from lint.engine.checks.table import Written
from lint.model.case import Case
from lint.model.errors import RuleError
from lint.model.finding import Finding
from lint.model.node import Node
from lint.model.pointer import Pointer
from lint.model.rule import ONE_PASSED, Answers
from lint.model.text import Text
from lint.model.undecided import Reason, Undecided


class PythonCheck:
    """Calls the function once for each given place that stands in the report.

    No finding yielded is a pass; ``Undecided`` raised is an undecided answer. What else it raises is a crash of the
    rule, which the engine reports.
    """

    def __init__(self, given: tuple[Pointer, ...], function: Callable[[Node], Iterable[Finding]]) -> None:
        self.given = given
        self.function = function
        # The function, where it is to be called once with the whole report.
        self.whole = function if given == ("",) else None

    def ask(self, case: Case) -> Answers:
        """One answer for each place, or one for each finding."""
        places = [place for given in self.given for place in case.select(given)]
        answers = [_answer(self.function, Node(case, at, value)) for at, value in places]
        return answers[0] if len(answers) == 1 else _added(answers)


def _answer(function: Callable[[Node], Iterable[Finding]], place: Node) -> Answers:
    try:
        found = tuple(function(place))
    except Undecided as reason:
        return Answers(0, (), (Reason(reason.at or place.pointer, reason.words),))
    return Answers(0, found) if found else ONE_PASSED


def _added(answers: list[Answers]) -> Answers:
    passed = sum(one.passed for one in answers)
    if passed == len(answers):
        return Answers(passed)
    findings = tuple(finding for one in answers for finding in one.findings)
    return Answers(passed, findings, tuple(reason for one in answers for reason in one.undecided))


def made(written: Written) -> PythonCheck:
    """The check that a rule file asks for. Raises RuleError where there is no function."""
    if written.function is None:
        raise RuleError(Text("缺少函数 check", "there is no function check"))
    return PythonCheck(written.given, written.function)
