"""``python``: a function ``check`` in the file beside the rule."""

from collections.abc import Callable, Iterable

from lint.model.case import Case
from lint.model.finding import Finding, Undecided
from lint.model.node import Node
from lint.model.pointer import Pointer
from lint.model.rule import ONE_PASSED, Answers


class PythonCheck:
    """Calls the function once for each given place that stands in the report.

    No finding yielded is a pass; ``Undecided`` raised is an undecided answer. What else it raises is a crash of the
    rule, which the engine reports.
    """

    def __init__(self, given: tuple[Pointer, ...], function: Callable[[Node], Iterable[Finding]]) -> None:
        self.given = given
        self.function = function

    def ask(self, case: Case) -> Answers:
        """One answer for each place, or one for each finding."""
        if self.given == _WHOLE:
            return self._answer(Node(case, "", case.report.tree))
        places = [Node(case, at, value) for pattern in self.given for at, value in case.select(pattern)]
        answers = [self._answer(place) for place in places]
        return _added(answers) if len(answers) != 1 else answers[0]

    def _answer(self, place: Node) -> Answers:
        try:
            found = tuple(self.function(place))
        except Undecided as reason:
            return Answers(0, (), (f"{place.pointer}: {reason}",))
        return Answers(0, found) if found else ONE_PASSED


_WHOLE = ("",)


def _added(answers: list[Answers]) -> Answers:
    passed = sum(one.passed for one in answers)
    if passed == len(answers):
        return Answers(passed)
    findings = tuple(finding for one in answers for finding in one.findings)
    return Answers(passed, findings, tuple(reason for one in answers for reason in one.undecided))
