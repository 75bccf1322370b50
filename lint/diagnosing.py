"""From the broken relations of a report to their causes: the middle between the engine and the diagnosis."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from lint.diagnosis.diagnose import Diagnosis, diagnose
from lint.diagnosis.diagnose import Repair as Found
from lint.diagnosis.patterns import PATTERNS
from lint.diagnosis.relation import Bounds, Relation
from lint.engine.checks.relation import RelationCheck
from lint.engine.equations import Equation
from lint.model.case import Case
from lint.model.cause import Cause, Change, Repair
from lint.model.finding import Diagnostic, Severity
from lint.model.form import CELLS, CONTAINERS, TABLES
from lint.model.layout import Layout
from lint.model.pointer import Pointer
from lint.model.report import Report
from lint.model.rule import Rule


class _Asked(NamedTuple):
    """A relation that was decided, and the fingerprint of the finding that it is where it is broken."""

    equation: Equation
    fingerprint: str | None


def causes_of(
    report: Report, rules: Iterable[Rule], diagnostics: Iterable[Diagnostic], layout: Layout
) -> tuple[Cause, ...]:
    """The causes of all broken relations that are certain; none where none is broken. ``layout`` names the cells.

    A relation that is undecided, since a cell of it is blank or unread, says nothing about the others.
    """
    certain = [one for one in diagnostics if one.terms and one.severity is Severity.ERROR]
    if not certain:
        return ()
    broken = {(one.rule, one.pointer): one.fingerprint for one in certain}
    case = Case(report)
    asked = tuple(_asked(case, rules, broken))
    values = [figure if type(figure) in (int, Decimal) else None for figure in case.figures]
    relations = [_relation(one.equation) for one in asked]
    found = diagnose(relations, values, _neighbourhood(), (), Bounds().wide_enough(values))
    return tuple(_cause(one, asked, report, layout) for one in found)


def _asked(case: Case, rules: Iterable[Rule], broken: Mapping[tuple[str, Pointer | None], str]) -> Iterator[_Asked]:
    """The certain relations: those that were found broken, and those that hold, since no repair may break these."""
    for rule in rules:
        if rule.severity is not Severity.ERROR or not isinstance(rule.check, RelationCheck):
            continue
        for equation, holds in rule.check.decided(case):
            fingerprint = None if holds else broken.get((rule.id, CELLS[equation.target]))
            if holds or fingerprint is not None:
                yield _Asked(equation, fingerprint)


def _relation(equation: Equation) -> Relation:
    right = tuple((-factor, cell) for factor, cell in equation.right)
    return Relation((*equation.left, *right), equation.operator, equation.constant)


@cache
def _neighbourhood() -> dict[int, tuple[int, int]]:
    """Row and column of every cell of the form; the tables lie apart."""
    tables = [*TABLES.values()]
    places: dict[int, tuple[int, int]] = {}
    for row, (at, columns) in enumerate(CONTAINERS):
        table = next(number for number, table in enumerate(tables) if at.startswith(f"{table}/"))
        for column in range(len(columns)):
            places[len(places)] = (row + 2 * table, column)
    return places


def _cause(found: Diagnosis, asked: Sequence[_Asked], report: Report, layout: Layout) -> Cause:
    explains = (asked[index].fingerprint for index in found.explains)
    return Cause(
        explains=tuple(one for one in explains if one is not None),
        decided=found.decided,
        repairs=tuple(_repair(one, report, layout) for one in found.repairs),
        omitted=found.omitted,
    )


def _repair(found: Found, report: Report, layout: Layout) -> Repair:
    cells = []
    for one in found.cells:
        at = CELLS[one.cell]
        place = report.locate(at)
        where = layout.words(at, place.row if place is not None and place.table is not None else None)
        cells.append(Change(at, where, place, one.actual, None if one.free else one.expected))
    return Repair(tuple(cells), found.pattern, PATTERNS.get(found.pattern or ""))
