"""The figures of the tables that a statement may stand for: writers count in several ways, so it is a set of sums."""

from decimal import Decimal
from itertools import islice, product
from typing import NamedTuple, TypeAlias

from lint.model.case import Case
from lint.model.figures import ABSENT, is_figure
from lint.model.form import ALL_ROWS, CELL_INDEX, CELLS, GROUPS, OUTCOMES, PARTS, TABLES
from lint.model.pointer import Pointer
from lint.model.undecided import NO_FIGURE, Undecided
from lint.prose.quantities import Quantity

Sum: TypeAlias = tuple[tuple[int, int], ...]  # (factor, cell)
_MOST_READINGS = 64


class Accepted(NamedTuple):
    """What a statement may say: the values, the likeliest reading first, and the cells that they are made of.

    ``ways`` are the rows of the form that make each value, as 一+二 or （七）, "" where no rows of table three do.
    """

    values: tuple[Decimal, ...]
    cells: tuple[Pointer, ...]
    ways: tuple[str, ...] = ()

    def holds(self, quantity: Quantity) -> bool:
        """Whether a quantity may stand for one of the values."""
        return any(map(quantity.agrees, self.values))


def _rows(*rows: str) -> Sum:
    """The totals of rows of table three, added; a minus sign before a row takes it off."""
    return tuple((-1 if row[0] == "-" else 1, CELL_INDEX[_total(row.lstrip("-"))]) for row in rows)


def _total(row: str) -> Pointer:
    return f"{TABLES['applications']}/{row}/total"


def _below(branch: str) -> Sum:
    """The totals of all result rows of a branch such as 不予公开."""
    start = f"{TABLES['applications']}/results/{branch}/"
    return tuple((1, index) for cell, index in CELL_INDEX.items() if cell.startswith(start) and cell.endswith("/total"))


def _dispute(outcome: str, *groups: str) -> Sum:
    return tuple((1, CELL_INDEX[f"{TABLES['disputes']}/{group}/{outcome}"]) for group in groups)


def _block(cell: str) -> tuple[Sum, ...]:
    return (((1, CELL_INDEX[f"{TABLES['proactive']}/{cell}"]),),)


def _in_force(row: str) -> tuple[Sum, ...]:
    """Documents in force; or those that a clean-up left in force, to which those issued were added since."""
    (in_force,) = _block(f"{row}/in_force")
    (issued,) = _block(f"{row}/issued")
    return (in_force, (*in_force, *((-factor, cell) for factor, cell in issued)))


_SUITS = GROUPS[1:]
_RULES = ("regulations", "normative_documents")
_NEW, _CARRIED_IN, _TOTAL, _CARRIED_OUT = "new", "carried_in", "results/total", "carried_out"

# The rows of table three that a text may name by their reasons, by the branch that they are rows of.
REASONS = {
    branch: tuple(f"{branch}/{row}" for row in rows.split())
    for branch, rows in (
        ("denied", "third_party internal process enforcement_file admin_query"),
        ("unavailable", "not_held needs_creation unclear"),
        ("not_processed", "petition repeated"),
    )
}

# Each topic with the sums it may mean; for those about applications see the law's own count of 新收, 结转 and 总计.
SUMS: dict[str, tuple[Sum, ...]] = {
    "received": (_rows(_NEW), _rows(_NEW, _CARRIED_IN), _rows(_TOTAL)),
    "answered": (
        _rows(_TOTAL),
        _rows(_TOTAL, _CARRIED_OUT),
        _rows(_TOTAL, f"-{_CARRIED_IN}"),
        _rows(_NEW),
        _rows(_NEW, f"-{_CARRIED_OUT}"),
    ),
    "carried_in": (_rows(_CARRIED_IN),),
    "carried_out": (_rows(_CARRIED_OUT),),
    "granted": (_rows("results/granted"), _rows("results/granted", "results/partial")),
    "partial": (_rows("results/partial"),),
    "granted+partial": (_rows("results/granted", "results/partial"),),
    "denied": (_below("denied"),),
    "unavailable": (_below("unavailable"),),
    "not_processed": (_below("not_processed"),),
    "other_results": (_below("other"),),
    **{row.rpartition("/")[2]: (_rows(f"results/{row}"),) for branch in REASONS.values() for row in branch},
    **{group: (_dispute("total", group),) for group in GROUPS},
    **{f"{group}/{outcome}": (_dispute(outcome, group),) for group in GROUPS for outcome in OUTCOMES[:-1]},
    "litigation": (_dispute("total", *_SUITS),),
    **{f"litigation/{outcome}": (_dispute(outcome, *_SUITS),) for outcome in OUTCOMES[:-1]},
    **{f"{row}/{column}": _block(f"{row}/{column}") for row in _RULES for column in ("issued", "repealed")},
    **{f"{row}/in_force": _in_force(row) for row in _RULES},
    **{row: _block(f"{row}/decisions") for row in ("licensing", "penalties", "coercion")},
    "fees": _block("fees/amount"),
}
_NUMERALS = {
    CELL_INDEX[_total(row)]: numeral
    for row, numeral in ((_NEW, "一"), (_CARRIED_IN, "二"), (_TOTAL, "（七）"), (_CARRIED_OUT, "四"))
}
# The total of （七） is the sum of the results too, not only of the applicants.
_ALL_RESULTS = CELL_INDEX[_total(_TOTAL)]
_RESULTS = tuple(CELL_INDEX[_total(row)] for row in ALL_ROWS if row.startswith("results/") and row != _TOTAL)
_SINGLE_OTHER = _rows("results/other")
# What edition 2019 calls 本年新制作数量 is what edition 2021 calls 本年制发件数.
_MADE = {f"{row}/issued": _block(f"{row}/made") for row in _RULES}
_YUAN = 10_000


def plainly_holds(case: Case, stated: Quantity, topic: str, *, exact: bool = False) -> bool:
    """A quick look whether a quantity is one of the sums as typed; False says nothing."""
    figures, amount = case.figures, stated.amount
    scale = scale_of(topic)
    try:
        for terms in sums_of(case, topic, exact=exact):
            if sum([factor * figures[cell] for factor, cell in terms]) * scale == amount:
                return True
    except TypeError:  # a blank, missing or unreadable figure
        pass
    return False


def scale_of(topic: str) -> int:
    """How many of the unit in which a topic is stated make one of its cells: amounts of money are stated in yuan."""
    return _YUAN if topic == "fees" else 1


def sums_of(case: Case, topic: str, *, exact: bool) -> tuple[Sum, ...]:
    """The sums of cells that a topic may mean in a report; ``exact``: only the first, where the words name one cell."""
    sums = (_SINGLE_OTHER,) if topic == "other_results" and case.single_other else SUMS[topic]
    if topic in _MADE and case.figures[sums[0][0][1]] is ABSENT:
        sums = _MADE[topic]
    return sums[:1] if exact else sums


def accepted(case: Case, topic: str, *, exact: bool = False) -> Accepted:
    """The figures that the tables give for a topic, amounts of money in yuan.

    ``exact``: only the first reading, where the words name one cell. A total is read as typed and as its parts add up:
    a wrong total makes no wrong text. Raises Undecided where a cell is blank, missing or unreadable.
    """
    chosen = sums_of(case, topic, exact=exact)
    values: dict[Decimal, str] = {}
    for one in chosen:
        for value in _readings(case, one):
            values.setdefault(value, _way(one))
    scale = scale_of(topic)
    cells = dict.fromkeys(CELLS[cell] for one in chosen for _, cell in one)
    return Accepted(tuple(value * scale for value in values), tuple(cells), tuple(values.values()))


def _way(terms: Sum) -> str:
    """The rows of a sum by their numerals in the form, "" where one has none of its own."""
    rows = [(factor, _NUMERALS.get(cell)) for factor, cell in terms]
    if any(numeral is None for _, numeral in rows):
        return ""
    return "".join(f"{'-' if factor < 0 else '+'}{numeral}" for factor, numeral in rows).lstrip("+")


def _readings(case: Case, terms: Sum) -> list[Decimal]:
    """The values of a sum, each of its totals read in both ways."""
    options = [_options(case, cell) for _, cell in terms]
    blanks = [option for option in options if not option]
    if len(blanks) == len(options):
        raise Undecided(NO_FIGURE, CELLS[terms[0][1]])
    factors = [factor for factor, _ in terms]
    readings = islice(product(*(option or (Decimal(0),) for option in options)), _MOST_READINGS)
    return [
        sum((factor * figure for factor, figure in zip(factors, figures, strict=True)), Decimal(0))
        for figures in readings
    ]


def _options(case: Case, cell: int) -> tuple[Decimal, ...]:
    """The figure of a cell, and the sum of its parts where that differs; none where it is blank."""
    figures = case.figures
    written = figures[cell]
    if not is_figure(written) and written is not None:
        raise Undecided(NO_FIGURE, CELLS[cell])
    options = [] if written is None else [written]
    for parts in (PARTS.get(cell, ()), _RESULTS if cell == _ALL_RESULTS else ()):
        known = [part for part in (figures[part] for part in parts) if is_figure(part)]
        if known:
            options.append(sum(known))
    return tuple(map(Decimal, dict.fromkeys(options)))
