"""What the text of a report and the report of last year say of its cells: claims, each with the words of its source."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.diagnosis.claims import Claim
from lint.diagnosis.relation import Relation
from lint.model.case import Case
from lint.model.figures import is_figure
from lint.model.form import CELL_INDEX, COLUMNS, TABLES
from lint.model.layout import Layout
from lint.model.pointer import Pointer
from lint.model.text import Text
from lint.model.undecided import Undecided
from lint.prose.accepted import Sum, scale_of, sums_of
from lint.prose.statements import Statement, is_asked, other_scope, statements_of

_STOCKS = ("regulations", "normative_documents")


class Said(NamedTuple):
    """A claim, how its source puts it, and the piece of the report's own text; None: last year's report."""

    claim: Claim
    words: Text
    pointer: Pointer | None


def said_of(case: Case, layout: Layout) -> tuple[Said, ...]:
    """All claims about the cells of a report, each once: last year's report where it is given, then the text."""
    found = (*_last_year(case, layout), *_text(case, layout))
    return tuple({one.claim: one for one in reversed(found)}.values())[::-1]


def _text(case: Case, layout: Layout) -> Iterator[Said]:
    """The statements of the text that are exact and of this body."""
    for stated in case.once(statements_of):
        if is_asked(stated) and stated.quantity.step <= 1 and not other_scope(stated, case):
            claim = _claim(stated, case)
            if claim.readings:
                yield Said(claim, _quoted(stated, layout), stated.at)


def _claim(stated: Statement, case: Case) -> Claim:
    """A part contradicts only a change of what it confirms; that there is none of some vague thing, nothing at all."""
    sums = [one for one in sums_of(case, stated.topic, exact=stated.explicit) if _readable(case, one)]
    amount = stated.quantity.amount / scale_of(stated.topic)
    certain = len(sums) == 1 == len(sums[0]) and not stated.part
    return Claim(tuple(Relation(one, "=", amount) for one in sums), certain, bool(amount) or stated.explicit)


def _readable(case: Case, terms: Sum) -> bool:
    """Whether every cell was read; a blank counts as 0."""
    return all(case.figures[cell] is None or is_figure(case.figures[cell]) for _, cell in terms)


def _quoted(stated: Statement, layout: Layout) -> Text:
    where = layout.words(stated.at)
    return Text(f"{where.zh}“{stated.quote}”", f"{where.en} ('{stated.quote}')")


def _last_year(case: Case, layout: Layout) -> Iterator[Said]:
    if case.corpus is None:
        return
    try:
        before = case.last_year
    except Undecided:
        return
    carried, rules = TABLES["applications"], TABLES["proactive"]
    pairs = [(f"{carried}/carried_out/{column}", {f"{carried}/carried_in/{column}": 1}) for column in COLUMNS]
    for row in _STOCKS:
        stock = {f"{rules}/{row}/in_force": 1, f"{rules}/{row}/issued": -1, f"{rules}/{row}/repealed": 1}
        pairs.append((f"{rules}/{row}/in_force", stock))
    for source, factors in pairs:
        figure = before.figures[CELL_INDEX[source]]
        terms = tuple((factor, CELL_INDEX[cell]) for cell, factor in factors.items())
        if is_figure(figure) and _readable(case, terms):
            where, year = layout.words(source), before.report.identity.year
            words = Text(f"{year}年报告的{where.zh} {figure}", f"{where.en} {figure} in the report of {year}")
            yield Said(Claim((Relation(terms, "=", figure),), len(terms) == 1), words, None)
