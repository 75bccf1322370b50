"""Blanks that can hold nothing but 0: where the filled cells of a sum already make its total.

A figure cannot be below 0, so the blanks of such a sum are all 0. Only what is certain counts: the printed relations,
and of these none with a cell about which any relation complains.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lint.engine.checks.relation import RelationCheck
from lint.engine.comparing import value_of
from lint.engine.equations import Equation, only_form
from lint.fixing.words import Writer
from lint.model.case import Case
from lint.model.figures import Figures
from lint.model.finding import Severity
from lint.model.fix import Fix
from lint.model.form import CELLS
from lint.model.layout import Layout
from lint.model.pointer import last, parent
from lint.model.report import Report
from lint.model.rule import Rule
from lint.model.text import Text

_SIGNED = "change"  # the only column that may be negative
_ROW, _COLUMN = Text("本行", "its row"), Text("本列", "its column")
_WHY = Text(
    "{where}的关系式中，已填各格两边都合 {value}，空白只能是 0",
    "in the relation of {where} the filled cells make {value} on both sides, so a blank can only be 0",
)


class _Proof(NamedTuple):
    """A relation that leaves nothing but 0 for its blanks, and what its filled cells make on either side."""

    equation: Equation
    value: int


def zero_fixes(report: Report, rules: Iterable[Rule], layout: Layout) -> list[Fix]:
    """Every blank of which a relation proves that it is 0."""
    case = Case(report)
    if not case.has_blanks:
        return []
    checks = [
        rule.check
        for rule in rules
        if rule.severity is Severity.ERROR and isinstance(rule.check, RelationCheck) and rule.for_all
    ]
    every = [one for check in checks for one in only_form(check.equations, single_other=case.single_other)]
    disputed = {cell for check in checks for one, holds in check.decided(case) if not holds for cell in one.cells}
    sums = [one for one in every if one.operator == "=" and _readable(one, case)]
    proofs = _proofs([one for one in sums if disputed.isdisjoint(one.cells)], case.figures)
    writer = Writer(report, layout)
    return [_fix(writer, cell, proof) for cell, proof in sorted(_agreed(proofs, sums, case.figures).items())]


def _readable(equation: Equation, case: Case) -> bool:
    """Whether all cells were read, and hold a whole number from 0 on or nothing."""
    figures = (case.figures[cell] for cell in equation.cells)
    return all(figure is None or (type(figure) is int and figure >= 0) for figure in figures) and not any(
        case.unread(CELLS[cell]) for cell in equation.cells
    )


def _proofs(sums: Iterable[Equation], figures: Figures) -> dict[int, _Proof]:
    proofs: dict[int, _Proof] = {}
    for one in sums:
        blanks = _blanks(one, figures)
        if not blanks or len(blanks) == len(one.cells) or _missing(one, figures) != 0:
            continue
        same_side = len({factor > 0 for factor in blanks.values()}) == 1
        if len(blanks) == 1 or (same_side and not any(last(CELLS[cell]) == _SIGNED for cell in blanks)):
            proof = _Proof(one, int(value_of(one.left, figures)))
            proofs.update((cell, proof) for cell in blanks if cell not in proofs or _own_row(one, cell))
    return proofs


def _own_row(equation: Equation, cell: int) -> bool:
    """Whether the relation adds up the very row of a cell: the easiest to check."""
    return parent(CELLS[equation.target]) == parent(CELLS[cell])


def _own_column(equation: Equation, cell: int) -> bool:
    return last(CELLS[equation.target]) == last(CELLS[cell])


def _agreed(proofs: dict[int, _Proof], sums: Iterable[Equation], figures: Figures) -> dict[int, _Proof]:
    """The proofs without those that another sum contradicts: where it needs more than the blanks left could hold."""
    kept = dict(proofs)
    for one in sums:
        open_ones = {cell: factor for cell, factor in _blanks(one, figures).items() if cell not in kept}
        missing = _missing(one, figures)
        if missing and not any(factor * missing > 0 for factor in open_ones.values()):
            kept = {cell: proof for cell, proof in kept.items() if cell not in one.cells}
    return kept


def _blanks(equation: Equation, figures: Figures) -> dict[int, int]:
    """The blank cells with their factors, all on the left side."""
    terms = (*equation.left, *((-factor, cell) for factor, cell in equation.right))
    return {cell: factor for factor, cell in terms if figures[cell] is None}


def _missing(equation: Equation, figures: Figures) -> int:
    """What the blanks have to add to the left side."""
    return int(value_of(equation.right, figures) + equation.constant - value_of(equation.left, figures))


def _fix(writer: Writer, cell: int, proof: _Proof) -> Fix:
    if _own_row(proof.equation, cell):
        where = _ROW
    elif _own_column(proof.equation, cell):
        where = _COLUMN
    else:
        where = writer.words(CELLS[proof.equation.target])
    why = Text(*(words.format(where=name, value=proof.value) for words, name in zip(_WHY, where, strict=True)))
    return writer.safe(CELLS[cell], None, 0, why)
