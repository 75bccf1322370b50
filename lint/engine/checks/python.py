"""``python``: a function ``check`` in the file beside the rule."""

from collections.abc import Callable, Iterable
from itertools import chain

from lint.model.case import Case
from lint.model.finding import Finding, Undecided
from lint.model.node import Node
from lint.model.pointer import Pointer
from lint.model.rule import Answers


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
        passed = 0
        findings: list[Finding] = []
        undecided: list[str] = []
        for at, value in chain.from_iterable(map(case.select, self.given)):
            try:
                found = tuple(self.function(Node(case, at, value)))
            except Undecided as reason:
                undecided.append(f"{at}: {reason}")
                continue
            findings.extend(found)
            passed += not found
        return Answers(passed, tuple(findings), tuple(undecided))
