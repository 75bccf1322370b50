"""``range``: a figure must lie between two bounds."""

from decimal import Decimal

from lint.engine.checks.table import Written
from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.pointer import Pointer
from lint.model.rule import Answers
from lint.model.undecided import NO_FIGURE, Reason


class RangeCheck:
    """Asks whether each given figure lies between ``least`` and ``most``, both included. Blank is undecided."""

    def __init__(self, given: tuple[Pointer, ...], least: Decimal | int | None, most: Decimal | int | None) -> None:
        self.given = given
        self.least = least
        self.most = most

    def ask(self, case: Case) -> Answers:
        """One answer for each figure."""
        asked = [found for pattern in self.given for found in case.select(pattern)]
        figures = [
            (at, value) for at, value in asked if isinstance(value, int | Decimal) and not isinstance(value, bool)
        ]
        outside = tuple(Finding(at, self._values(value)) for at, value in figures if not self._inside(value))
        known = {at for at, _ in figures}
        undecided = tuple(Reason(at, NO_FIGURE) for at, _ in asked if at not in known)
        return Answers(len(figures) - len(outside), outside, undecided)

    def _inside(self, value: Decimal | int) -> bool:
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)

    def _values(self, value: Decimal | int) -> dict[str, str]:
        bounds = {"least": self.least, "most": self.most}
        return {"actual": str(value)} | {name: str(bound) for name, bound in bounds.items() if bound is not None}


def made(written: Written) -> RangeCheck:
    """The check that a rule file asks for."""
    bounds = written.options["range"]
    return RangeCheck(written.given, bounds.get("least"), bounds.get("most"))
