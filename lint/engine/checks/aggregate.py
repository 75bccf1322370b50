"""``aggregate``: the figures of a whole against those of its members."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from lint.engine.checks.table import Written
from lint.model.case import Case
from lint.model.figures import is_figure
from lint.model.finding import Finding, Severity
from lint.model.form import CELLS
from lint.model.later import Cases
from lint.model.node import Node
from lint.model.pointer import matches, parent
from lint.model.rule import Answers
from lint.model.scope import scope_of
from lint.model.text import Text
from lint.model.undecided import Reason, Undecided

_Number: TypeAlias = Decimal | int
# The members of whom no report is given; None where nobody said who all of them are.
_Missing: TypeAlias = tuple[str, ...] | None
# The values of a finding, why it is undecided, or None where all is well.
_Told: TypeAlias = dict[str, str] | Text | None
LARGEST = "largest"
SUM = "sum"
_MEMBER_UNKNOWN = Text("有下级的数字缺失或读不出", "the figure of a member is missing or unreadable")
_WHO_ALL_ARE = Text("没有说明全部下级是哪些机关", "nobody said which bodies are all members")
_OWN = Text("这些数字只是本机关的，不含下级", "the figures are the body's own, not those of its members too")
_ONE_OF_THEM = Text(
    "本机关也在下级之列，又没有说明数字是汇总的",
    "the body is one of the members, and nobody says that its figures are those of all",
)


@dataclass(slots=True)
class _Parts:
    """One cell of all members: their ``sum``, the ``largest`` and whose it is; of ``unknown`` ones no figure."""

    count: int = 0
    unknown: int = 0
    sum: _Number = 0
    largest: _Number | None = None
    name: str = ""

    def add(self, figure: _Number | None, name: str) -> None:
        """One member more; None is a figure that is not known."""
        self.count += 1
        if figure is None:
            self.unknown += 1
            return
        self.sum += figure
        if self.largest is None or figure > self.largest:
            self.largest, self.name = figure, name


@dataclass(frozen=True, slots=True)
class AggregateCheck:
    """Asks each cell of a whole, by its index, whether it is at least that of its ``largest`` member, or the ``sum``.

    A sum below the whole is a finding only where the list of all members is told and each of them is given; above it,
    always. A member's blank counts as 0. Of a row only the total is told where that is wrong too. Where neither text
    nor configuration says whose figures they are, only the first difference is told, as a note. Undecided where they
    say that the figures are the body's own, where nobody says it and the body is one of the members given, and where a
    member's figure cannot be read.
    """

    cells: tuple[int, ...]
    compare: str

    def ask(self, case: Case) -> Answers:
        """One answer for each cell. Raises Undecided where no member is given, or the figures are the body's own."""
        members = case.members
        scope = _scope(case)
        asked = [index for index in self.cells if is_figure(case.figures[index])]
        missing = case.beside.missing(case.report)
        parts = _parts(members, asked)
        answers = [self._answer(index, case, parts[index], missing) for index in asked]
        undecided = tuple(answer for answer in answers if isinstance(answer, Reason))
        found = [answer for answer in answers if isinstance(answer, Finding)]
        told = _told(found) if scope else [one._replace(severity=Severity.INFO) for one in found[:1]]
        return Answers(len(answers) - len(undecided) - len(found), tuple(told), undecided)

    def _answer(self, index: int, case: Case, parts: _Parts, missing: _Missing) -> Finding | Reason | None:
        whole: _Number = case.figures[index]
        compared = _against_largest if self.compare == LARGEST else _against_sum
        answer = compared(whole, parts, missing)
        if isinstance(answer, Text):
            return Reason(CELLS[index], answer)
        return Finding(CELLS[index], {"actual": str(whole), **answer}) if answer else None


def _scope(case: Case) -> str | None:
    scope = scope_of(Node(case, "", case.report.tree))
    if scope == "own":
        raise Undecided(_OWN)
    if scope is None and case.beside.is_member(case.report):
        raise Undecided(_ONE_OF_THEM)
    return scope


def _parts(members: Cases, asked: Iterable[int]) -> dict[int, _Parts]:
    """The cells that are asked, of all members; each is looked at once, since there may be many."""
    parts = {index: _Parts() for index in asked}
    for who, figures in members.tables() if parts else ():
        for index, cell in parts.items():
            cell.add(_known(figures[index]), who.agency or "")
    return parts


def _known(figure: object) -> _Number | None:
    """A figure of a member, a blank being 0; None where it is not known."""
    return 0 if figure is None else figure if is_figure(figure) else None


def _against_largest(whole: _Number, parts: _Parts, missing: _Missing) -> _Told:
    del missing
    if parts.largest is not None and parts.largest > whole:
        return {"member": parts.name, "expected": str(parts.largest)}
    return _MEMBER_UNKNOWN if parts.unknown else None


def _against_sum(whole: _Number, parts: _Parts, missing: _Missing) -> _Told:
    if parts.sum > whole:
        return {"count": str(parts.count), "expected": str(parts.sum)}
    if parts.unknown:
        return _MEMBER_UNKNOWN
    if parts.sum == whole:
        return None
    if missing is None:
        return _WHO_ALL_ARE
    if missing:
        return Text(f"没有{'、'.join(missing)}的报告", f"no report of {', '.join(missing)}")
    return {"count": str(parts.count), "expected": str(parts.sum)}


def _told(found: Iterable[Finding]) -> Iterator[Finding]:
    """Of each row the total where it is wrong, else all its cells."""
    findings = list(found)
    totals = {parent(one.at or "") for one in findings if (one.at or "").endswith("/total")}
    return (one for one in findings if (one.at or "").endswith("/total") or parent(one.at or "") not in totals)


def made(written: Written) -> AggregateCheck:
    """The check that a rule file asks for."""
    cells = (index for index, at in enumerate(CELLS) if any(matches(pattern, at) for pattern in written.given))
    return AggregateCheck(tuple(cells), written.options["aggregate"])
