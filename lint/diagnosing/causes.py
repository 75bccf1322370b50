"""From the broken relations of a report to their causes: the middle between the engine and the diagnosis."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from lint.diagnosing.sources import Said, said_of
from lint.diagnosis.claims import fits
from lint.diagnosis.diagnose import Diagnosis, diagnose
from lint.diagnosis.diagnose import Repair as Found
from lint.diagnosis.lines import Names
from lint.diagnosis.patterns import PATTERNS
from lint.diagnosis.places import form_places
from lint.diagnosis.proof import prove
from lint.diagnosis.relation import Bounds, Figures, Relation
from lint.engine.admitting import is_for
from lint.engine.checks.relation import RelationCheck
from lint.engine.equations import Equation
from lint.model.case import Case
from lint.model.cause import Cause, Change, Evidence, Excerpt, Repair
from lint.model.corpus import Corpus
from lint.model.finding import Diagnostic, Severity
from lint.model.form import CELLS, CONTAINERS, SINGLE_OTHER, TABLES
from lint.model.layout import Layout
from lint.model.pointer import Pointer, last, parent
from lint.model.report import Report
from lint.model.rule import Rule
from lint.model.text import Text

MOST_SHOWN = 3  # of equally small repairs; the excerpt has the cells of these
MOST_EVIDENCE = 5  # pieces told with a repair: a text may say the same in many places
_NO_WORDS = Text("", "")
_NUMBERING = 4  # characters at most, such as （六）, behind which a bracket explains


class _Asked(NamedTuple):
    """A relation that was decided, and the fingerprint of the finding that it is where it is broken."""

    equation: Equation
    fingerprint: str | None


class _Known(NamedTuple):
    """What the causes of one report are told from."""

    report: Report
    layout: Layout
    asked: Sequence[_Asked]
    relations: Sequence[Relation]
    values: Figures
    bounds: Bounds
    said: Sequence[Said]


def causes_of(
    report: Report,
    rules: Iterable[Rule],
    diagnostics: Iterable[Diagnostic],
    layout: Layout,
    corpus: Corpus | None = None,
) -> tuple[Cause, ...]:
    """The causes of all broken relations that are certain; none where none is broken. ``layout`` names the cells.

    A relation that is undecided, since a cell of it is blank or unread, says nothing about the others. ``corpus`` has
    last year's report, if anyone gave it: what this and the text say of the cells orders the repairs.
    """
    certain = [one for one in diagnostics if one.terms and one.severity is Severity.ERROR]
    if not certain:
        return ()
    broken = {(one.rule, one.pointer): one.fingerprint for one in certain}
    case = Case(report, corpus)
    asked = tuple(_asked(case, rules, broken))
    values = [figure if type(figure) in (int, Decimal) else None for figure in case.figures]
    relations = [_relation(one.equation) for one in asked]
    bounds = Bounds().wide_enough(values)
    places = form_places(report.identity.edition or "2021")
    said = said_of(case, layout)
    found = diagnose(relations, values, places, [one.claim for one in said], bounds)
    known = _Known(report, layout, asked, relations, values, bounds, said)
    return tuple(_cause(one, known) for one in found)


def _asked(case: Case, rules: Iterable[Rule], broken: Mapping[tuple[str, Pointer | None], str]) -> Iterator[_Asked]:
    """The certain relations: those that were found broken, and those that hold, since no repair may break these."""
    for rule in rules:
        if rule.severity is not Severity.ERROR or not isinstance(rule.check, RelationCheck):
            continue
        if is_for(rule, case.report.identity) is not True:
            continue
        for equation, holds in rule.check.decided(case):
            fingerprint = None if holds else broken.get((rule.id, CELLS[equation.target]))
            if holds or fingerprint is not None:
                yield _Asked(equation, fingerprint)


def _relation(equation: Equation) -> Relation:
    right = tuple((-factor, cell) for factor, cell in equation.right)
    return Relation((*equation.left, *right), equation.operator, equation.constant)


@cache
def _columns() -> tuple[int, ...]:
    """The number of the column of every cell of the form within its row, or within its group of disputes."""
    return tuple(column for _, columns in CONTAINERS for column in range(len(columns)))


def _cause(found: Diagnosis, known: _Known) -> Cause:
    explains = (known.asked[index].fingerprint for index in found.explains)
    names = Names(partial(_whole, known), partial(_within, known.layout), partial(_shared, known.layout))
    return Cause(
        explains=tuple(one for one in explains if one is not None),
        decided=found.decided,
        repairs=tuple(_repair(one, known) for one in found.repairs),
        omitted=found.omitted,
        too_many=found.too_many,
        complete=found.complete,
        by_one_slip=found.by_one_slip,
        proof=prove(found, known.relations, known.values, names, known.bounds),
        excerpt=_excerpt(found, known) if found.repairs else None,
    )


def _repair(found: Found, known: _Known) -> Repair:
    cells = []
    for one in found.cells:
        at = CELLS[one.cell]
        where, row = _whole(known, one.cell), known.layout.words(parent(at) or at, _row_of(known.report, at))
        column = known.layout.short_words(at, by_column=True)
        expected = None if one.free else one.expected
        cells.append(Change(at, where, known.report.locate(at), one.actual, expected, row, column))
    return Repair(tuple(cells), found.pattern, PATTERNS.get(found.pattern or ""), _evidence(found, known))


def _evidence(found: Found, known: _Known) -> tuple[Evidence, ...]:
    """What other sources say of a repair, what speaks against it first."""
    expected = {one.cell: one.expected for one in found.cells}
    free = [one.cell for one in found.cells if one.free]
    told = [(fits(one.claim, expected, free, known.values), one) for one in known.said]
    evidence = [Evidence(fit, one.words, one.pointer) for fit, one in told if fit is not None]
    return tuple(sorted(evidence, key=lambda one: one.fits)[:MOST_EVIDENCE])


def _row_of(report: Report, at: Pointer) -> int | None:
    """The number of a cell's row in the grid of a document; None elsewhere."""
    place = report.locate(at)
    return place.row if place is not None and place.table is not None else None


def _whole(known: _Known, cell: int) -> Text:
    at = CELLS[cell]
    return known.layout.words(at, _row_of(known.report, at))


def _within(layout: Layout, cell: int, relation: Relation) -> Text:
    """A cell by what tells it from the others of its relation: its column where all stand in one row, else its row."""
    return _brief(layout.short_words(CELLS[cell], by_column=_in_one_row(relation)))


def _shared(layout: Layout, relation: Relation) -> Text:
    """The row, or the column, that all cells of a relation stand in."""
    pointers = [CELLS[cell] for _, cell in relation.terms]
    if _in_one_row(relation):
        return _brief(layout.short_words(pointers[0], by_column=False))
    return layout.short_words(pointers[0], by_column=True) if len(set(map(last, pointers))) == 1 else _NO_WORDS


def _in_one_row(relation: Relation) -> bool:
    return len({parent(CELLS[cell]) for _, cell in relation.terms}) == 1


def _brief(words: Text) -> Text:
    """A label without what only explains it: what stands in brackets, or after a comma, behind its first words."""
    numbering, bracket, rest = words.zh[:_NUMBERING], "（", words.zh[_NUMBERING:]
    return Text(numbering + rest.partition(bracket)[0].partition("、")[0], words.en)


def _excerpt(found: Diagnosis, known: _Known) -> Excerpt | None:
    """The rows and columns in which the broken relations have figures, or a repair has a cell."""
    repaired = {change.cell for repair in found.repairs[:MOST_SHOWN] for change in repair.cells}
    equations = [known.asked[index].equation for index in found.explains]
    summed = {one for equation in equations for one in equation.cells if known.values[one] or one == equation.target}
    cells = {CELLS[cell]: _columns()[cell] for cell in summed | repaired}
    if sum(any(at.startswith(f"{table}/") for at in cells) for table in TABLES.values()) != 1:
        return None
    words = known.layout.short_words
    rows = {parent(at) or at: _brief(words(at, by_column=False)) for at in cells}
    columns = {number: (last(at), words(at, by_column=True)) for at, number in cells.items()}
    return Excerpt(
        tuple(sorted(rows.items(), key=lambda row: _order()[row[0]])),
        tuple(column for _, column in sorted(columns.items())),
    )


@cache
def _order() -> dict[Pointer, int]:
    """The rows in the order of the form: the single row of other processing stands before the total of results."""
    rows = [at for at, _ in CONTAINERS]
    single, total = (f"{TABLES['applications']}/{row}" for row in (SINGLE_OTHER, "results/total"))
    rows.remove(single)
    rows.insert(rows.index(total), single)
    return {at: number for number, at in enumerate(rows)}
