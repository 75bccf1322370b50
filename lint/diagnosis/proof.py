"""The proof in words, with figures that a person can check with a pencil."""

from collections.abc import Callable, Collection, Mapping, Sequence
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from lint.diagnosis.branching import at_least
from lint.diagnosis.diagnose import Change, Diagnosis
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation
from lint.model.cause import Proof
from lint.model.text import Text

UNEQUAL = {"=": "≠", "<=": ">", ">=": "<", "<": "≥", ">": "≤"}
_HOLDS: dict[str, Callable[[Figure, Figure], bool]] = {"=": eq, "<=": le, ">=": ge, "<": lt, ">": gt}


class Names(NamedTuple):
    """What cells are called: a cell by itself, a cell within a relation, and what all cells of a relation share."""

    whole: Callable[[int], Text]
    within: Callable[[int, Relation], Text]
    shared: Callable[[Relation], Text]


class _Case(NamedTuple):
    """All that a proof is made from; ``own`` are the relations that the diagnosis explains."""

    own: Sequence[Relation]
    relations: Sequence[Relation]
    values: Figures
    names: Names
    bounds: Bounds


def prove(
    diagnosis: Diagnosis,
    relations: Sequence[Relation],
    values: Figures,
    names: Names,
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
) -> Proof:
    """The proof of a diagnosis. ``relations`` and ``values`` are those that it was made from."""
    case = _Case([relations[index] for index in diagnosis.explains], relations, values, names, bounds)
    first = diagnosis.repairs[0].cells if diagnosis.repairs else ()
    mended = _with(values, {change.cell: change.expected for change in first})
    marked = {change.cell for change in first} if len(diagnosis.repairs) == 1 else set()
    return Proof(
        tuple(_line(relation, values, names, UNEQUAL[relation.operator], marked) for relation in case.own),
        _because(diagnosis, case),
        _conclusion(diagnosis, names),
        tuple(_line(relation, mended, names, relation.operator, marked) for relation in case.own) if first else (),
    )


def _with(values: Figures, changed: Mapping[int, Figure]) -> list[Figure | None]:
    return [changed.get(cell, value) for cell, value in enumerate(values)]


def _line(relation: Relation, values: Figures, names: Names, sign: str, marked: Collection[int] = ()) -> Text:
    """A relation with its figures, those of marked cells in brackets."""
    constant = relation.constant
    left = [(factor, cell) for factor, cell in relation.terms if factor > 0]
    right = [(-factor, cell) for factor, cell in relation.terms if factor < 0]
    one, other = (
        _side([(factor, names.within(cell, relation), cell) for factor, cell in terms], rest, values, marked)
        for terms, rest in ((left, max(-constant, 0)), (right, max(constant, 0)))
    )
    shared = names.shared(relation)
    return Text(
        f"{shared.zh}{'：' if shared.zh else ''}{one.zh} {sign} {other.zh}",
        f"{shared.en}{': ' if shared.en else ''}{one.en} {sign} {other.en}",
    )


def _side(terms: Sequence[tuple[int, Text, int]], constant: Figure, values: Figures, marked: Collection[int]) -> Text:
    """A sum, without the cells that hold 0: all that is to be seen of them is that they add nothing."""
    filled = [(factor, name, cell) for factor, name, cell in terms if values[cell] or cell in marked or len(terms) == 1]
    said = [_term(factor, name, values[cell], marked=cell in marked) for factor, name, cell in filled]
    if constant or not said:
        said.append(Text(str(constant), str(constant)))
    total = sum(factor * (values[cell] or 0) for factor, _, cell in terms) + constant
    ending = f" = {total}" if len(said) > 1 or any(factor > 1 for factor, _, _ in filled) else ""
    return Text(" + ".join(one.zh for one in said) + ending, " + ".join(one.en for one in said) + ending)


def _term(factor: int, name: Text, value: Figure | None, *, marked: bool) -> Text:
    times = f"{factor} × " if factor > 1 else ""
    zh, en = (f"[{one}]" if marked else one for one in _figure(value))
    return Text(f"{times}{name.zh} {zh}", f"{times}{name.en} {en}")


def _figure(value: Figure | None) -> Text:
    return Text("空白", "blank") if value is None else Text(str(value), str(value))


def _because(diagnosis: Diagnosis, case: _Case) -> tuple[Text, ...]:
    if diagnosis.too_many or diagnosis.by_one_slip or not diagnosis.repairs:
        return ()
    cells = diagnosis.repairs[0].cells
    if len(cells) > 1:
        return (_fewest(diagnosis, case.relations),)
    return _others(cells[0], case) if diagnosis.decided else ()


def _fewest(diagnosis: Diagnosis, relations: Sequence[Relation]) -> Text:
    """Why fewer cells would not do."""
    size = len(diagnosis.repairs[0].cells)
    masks = [sum(1 << cell for cell in {cell for _, cell in relations[index].terms}) for index in diagnosis.explains]
    if masks and at_least(masks) == size:
        return Text(
            f"这些关系中有 {size} 个没有共同的单元格，所以至少要改 {size} 格",
            f"{size} of these relations have no cell in common, so that at least {size} cells must change",
        )
    return Text(
        f"改动少于 {size} 格的办法都试过，没有一种能使全部关系成立",
        f"every way to change fewer than {size} cells was tried, and none makes all relations hold",
    )


def _conclusion(diagnosis: Diagnosis, names: Names) -> Text:
    """What the smallest repairs are."""
    if diagnosis.too_many:
        count = len(diagnosis.explains)
        return Text(
            f"有 {count} 个关系不成立，矛盾太多，无法确定是哪些单元格",
            f"{count} relations do not hold: too many contradictions to name the cells",
        )
    if not diagnosis.repairs:
        return Text("无论填什么数，这些关系都不能同时成立", "no figures at all make these relations hold together")
    said = [_change(change, names) for change in diagnosis.repairs[0].cells]
    return _choice(diagnosis, Text("，".join(one.zh for one in said), " and ".join(one.en for one in said)))


def _choice(diagnosis: Diagnosis, first: Text) -> Text:
    """That a repair is the only one, or the likeliest of many."""
    size, count = len(diagnosis.repairs[0].cells), len(diagnosis.repairs) + diagnosis.omitted
    if diagnosis.decided:
        return Text(
            f"除非改动此处，这些关系不能同时成立：{first.zh}",
            f"these relations cannot all hold unless this changes: {first.en}",
        )
    if count == 1 and diagnosis.complete:
        return Text(
            f"只须改动：{first.zh}；但不能断定应为何数", f"it is enough to change: {first.en}; figures are open"
        )
    least = Text("", "") if diagnosis.complete else Text("至少", "at least ")
    if diagnosis.by_one_slip:
        return Text(
            f"一处笔误可以全部解释：{first.zh}；但改法{least.zh}有 {count} 种，凭这些关系不能断定是哪一种",
            f"one slip would explain them all: {first.en}; but there are {least.en}{count} ways to make the relations "
            "hold, and they cannot decide between them",
        )
    return Text(
        f"改 {size} 格的办法{least.zh}有 {count} 种，凭这些关系不能断定是哪一种；最可能的是：{first.zh}",
        f"there are {least.en}{count} ways to change {size} cell{'s' * (size > 1)}, and the relations cannot "
        f"decide between them; the likeliest: {first.en}",
    )


def _change(change: Change, names: Names) -> Text:
    name, actual = names.whole(change.cell), _figure(change.actual)
    if not change.free:
        return Text(f"{name.zh} {actual.zh} 应为 {change.expected}", f"{name.en} from {actual.en} to {change.expected}")
    return Text(
        f"{name.zh} {actual.zh} 应改（例如 {change.expected}）",
        f"{name.en} from {actual.en} (to {change.expected}, for example)",
    )


def _others(change: Change, case: _Case) -> tuple[Text, ...]:
    """Why no other cell alone would do: where it stands, what it would have to be, what it would break."""
    shared = set.intersection(*({cell for _, cell in relation.terms} for relation in case.own)) if case.own else set()
    others = sorted(shared - {change.cell})
    if not others:
        name = case.names.whole(change.cell)
        if len(case.own) == 1:
            return (Text(f"这个关系中只有“{name.zh}”", f"only {name.en} stands in this relation"),)
        return (Text(f"只有“{name.zh}”在所有这些关系中", f"only {name.en} stands in all of these relations"),)
    needed = {cell: _needed(cell, case.own, case.values) for cell in others}
    negative = [cell for cell, values in needed.items() if _single(values) < 0 and cell not in case.bounds.signed]
    rest = tuple(_refuted(cell, needed[cell], case) for cell in others if cell not in negative)
    return (*_below(negative, needed, case), *rest)


def _single(values: Sequence[Figure]) -> Figure:
    """The one value that all relations ask of a cell; 0 where they do not agree, or leave it open."""
    return values[0] if len(set(values)) == 1 else 0


def _below(negative: Sequence[int], needed: Mapping[int, Sequence[Figure]], case: _Case) -> tuple[Text, ...]:
    """All cells that would have to be negative, in one sentence."""
    if not negative:
        return ()
    names = {cell: case.names.within(cell, case.own[0]) for cell in negative}
    zh = "，".join(f"“{names[cell].zh}”须为 {needed[cell][0]}" for cell in negative)
    en = ", ".join(f"{names[cell].en} would have to be {needed[cell][0]}" for cell in negative)
    both = "都" if len(negative) > 1 else ""
    return (Text(f"{zh}，{both}不能为负", f"{en}: below 0"),)


def _refuted(cell: int, needed: Sequence[Figure], case: _Case) -> Text:
    name = case.names.whole(cell)
    if len(set(needed)) > 1:
        one, other = needed[0], next(value for value in needed if value != needed[0])
        return Text(
            f"“{name.zh}”按一个关系须为 {one}，按另一个却须为 {other}",
            f"{name.en} would have to be {one} by one relation and {other} by another",
        )
    broken = _broken_by(cell, needed[0], case) if needed else None
    if broken is not None:
        return Text(
            f"“{name.zh}”须为 {needed[0]}，但那样就有 {broken.zh}",
            f"{name.en} would have to be {needed[0]}, but then {broken.en}",
        )
    return Text(f"只改“{name.zh}”，不能使所有关系成立", f"changing {name.en} alone does not make every relation hold")


def _broken_by(cell: int, value: Figure, case: _Case) -> Text | None:
    """The first relation that holds no more, or still not, with the cell changed so."""
    changed = _with(case.values, {cell: value})
    for relation in case.relations:
        factors = [factor for factor, other in relation.terms if other == cell]
        total = sum(factor * (changed[other] or 0) for factor, other in relation.terms)
        if factors and not _HOLDS[relation.operator](total, relation.constant):
            return _line(relation, changed, case.names, UNEQUAL[relation.operator], {cell})
    return None


def _needed(cell: int, own: Sequence[Relation], values: Figures) -> list[Figure]:
    """The whole values with which the cell alone would make each of the relations true."""
    found = (_needed_by(relation, cell, values) for relation in own)
    return [value for value in found if value is not None]


def _needed_by(relation: Relation, cell: int, values: Figures) -> Figure | None:
    factor = sum(one for one, other in relation.terms if other == cell)
    if relation.operator != "=" or abs(factor) != 1:
        return None
    rest = sum(one * (values[other] or 0) for one, other in relation.terms if other != cell)
    return factor * (relation.constant - rest)
