"""What the relations of a rule book say of each other: contradictions, redundancies, cells that they fix or bound."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from lint.diagnosis.freedom import Exhausted
from lint.diagnosis.relation import Relation
from lint.model.form import CELLS
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.verifying.conflicts import conflicts
from lint.rulebook.verifying.found import At, Found
from lint.rulebook.verifying.placed import SIGNED, Placed, relations
from lint.rulebook.verifying.polyhedron import Extent, Polyhedron, apart
from lint.rulebook.verifying.redundancy import implied_by, rank, redundant

MOST_RELATIONS = 300
MOST_CELLS = 400
MOST_EXPLAINED = 10

_NEVER = Text("这 {count} 个关系不可能同时成立", "these {count} relations can never hold together")
_NEVER_ALONE = Text("这个关系不可能成立", "this relation can never hold")
_COUNTS = Text("（所有数字都不小于 0）", " where no figure is below 0")
_MORE = Text("；矛盾太多，没有列全", "; there are more contradictions than were looked for")
_FOLLOWS = Text("由另外 {count} 个关系推出", "{count} others say the same")
_ITSELF = Text("只要数字都不小于 0 就成立", "it holds wherever no figure is below 0")
_TIGHT = Text("两边总是相等", "both sides are always equal")
_FIXED = Text("只能是 {least}", "can only be {least}")
_BOUNDED = Text("只能在 {least} 到 {most} 之间", "lies between {least} and {most}")
_UNSOLVED = Text(
    "{count} 个关系联在一起，超出了计算的限度", "{count} relations in one: beyond the bounds of the search"
)


class Form(NamedTuple):
    """The relations of one layout of table three in figures."""

    name: str
    relations: int
    equalities: int
    rank: int


FORMS = (("2021", False), ("2019", True))


def forms(rules: Sequence[Rule]) -> tuple[Form, ...]:
    """How many relations each layout of the form has, and the rank of its equalities."""
    return tuple(_form(name, [one.relation for one in relations(rules, single_other=single)]) for name, single in FORMS)


def _form(name: str, all_relations: Sequence[Relation]) -> Form:
    equalities = [relation for relation in all_relations if relation.operator == "="]
    return Form(name, len(all_relations), len(equalities), rank(equalities))


def linear(rules: Sequence[Rule]) -> Iterator[Found]:
    """Everything found about the relations; what is so on both layouts is told once."""
    told: set[tuple[str, str | None, str | None]] = set()
    for _, single in FORMS:
        placed = relations(rules, single_other=single)
        for numbers in apart([one.relation for one in placed]):
            for found in _part([placed[number] for number in numbers]):
                if (key := (found.kind, found.rule, found.at)) not in told:
                    told.add(key)
                    yield found


def _part(placed: Sequence[Placed]) -> Iterator[Found]:
    """Of relations that have cells in common, directly or through others."""
    if len(placed) > MOST_RELATIONS:
        yield _found("unsolved", placed[0], _UNSOLVED.fill({"count": str(len(placed))}), placed[1:])
        return
    polyhedron = Polyhedron([one.relation for one in placed], SIGNED)
    try:
        if not polyhedron.feasible():
            yield from _contradictions(placed)
            return
        yield from _redundant(placed)
        yield from _tight(placed, polyhedron)
        yield from _extents(placed, polyhedron)
    except Exhausted:
        yield _found("unsolved", placed[0], _UNSOLVED.fill({"count": str(len(placed))}), placed[1:])


def _contradictions(placed: Sequence[Placed]) -> Iterator[Found]:
    known = conflicts([one.relation for one in placed], SIGNED)
    everything = frozenset(range(len(CELLS)))
    for one in sorted(known.sets, key=lambda numbers: (len(numbers), numbers)):
        chosen = [placed[number] for number in one]
        words = _NEVER.fill({"count": str(len(one))}) if len(one) > 1 else _NEVER_ALONE
        if Polyhedron([each.relation for each in chosen], everything).feasible():
            words = _joined(words, _COUNTS)
        yield _found("contradiction", chosen[0], words if known.complete else _joined(words, _MORE), chosen[1:])


def _redundant(placed: Sequence[Placed]) -> Iterator[Found]:
    # Of relations that say the same, those of the later rule stay, and of one rule those that stand before the other.
    order = sorted(range(len(placed)), key=lambda number: placed[number].at.rule, reverse=True)
    for follows in redundant([one.relation for one in placed], order, SIGNED):
        one = placed[follows.number]
        by = [placed[number] for number in follows.by]
        kind = "redundant" if one.relation.operator == "=" else "implied"
        yield _found(kind, one, _FOLLOWS.fill({"count": str(len(by))}) if by else _ITSELF, by)


def _tight(placed: Sequence[Placed], polyhedron: Polyhedron) -> Iterator[Found]:
    for number in polyhedron.inside().tight:
        yield _found("hidden-equality", placed[number], _TIGHT, [one for one in placed if one != placed[number]])


def _extents(placed: Sequence[Placed], polyhedron: Polyhedron) -> Iterator[Found]:
    fixed = polyhedron.inside().fixed
    # Where every constant is 0, whatever holds also holds tenfold: a cell is 0 throughout, or has no end.
    open_ended = not any(one.relation.constant for one in placed) and not SIGNED.intersection(polyhedron.cells)
    if not open_ended and len(polyhedron.cells) > MOST_CELLS:
        raise Exhausted
    ends = {cell: polyhedron.extent(cell) for cell in polyhedron.cells if cell in fixed or not open_ended}
    closed = [(cell, end) for cell, end in ends.items() if end.least is not None and end.most is not None]
    for number, (cell, end) in enumerate(closed):
        yield _extent(cell, end, placed, explained=number < MOST_EXPLAINED)


def _extent(cell: int, extent: Extent, placed: Sequence[Placed], *, explained: bool) -> Found:
    """A cell that has an end on both sides, and where ``explained`` the relations that give it the upper one."""
    least, most = extent
    bound = Relation(((Fraction(most or 0).denominator, cell),), "<=", Fraction(most or 0).numerator)
    relations = [*(one.relation for one in placed), bound]
    by = implied_by(relations, len(placed), range(len(placed)), SIGNED) if explained else None
    kind, words = ("fixed-cell", _FIXED) if least == most else ("bounded-cell", _BOUNDED)
    # The later rule is the one to look at: what stood before it did without the bound.
    chosen = [placed[number] for number in by or range(len(placed))]
    last = chosen[-1]._replace(at=At(chosen[-1].at.rule, CELLS[cell]))
    return _found(kind, last, words.fill({"least": str(least), "most": str(most)}), chosen if by else ())


def _found(kind: str, one: Placed, words: Text, others: Iterable[Placed]) -> Found:
    return Found(kind, one.at.rule, one.at.pointer, words, tuple(other.at for other in others))


def _joined(words: Text, more: Text) -> Text:
    return Text(words.zh + more.zh, words.en + more.en)
