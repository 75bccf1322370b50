"""Why it must be these cells: where they stand, and what others would have to be, or would break."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from lint.diagnosis.branching import at_least
from lint.diagnosis.diagnose import Change, Diagnosis
from lint.diagnosis.lines import UNEQUAL, Names, changed, line_of
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation
from lint.model.text import Text

_HOLDS: dict[str, Callable[[Figure, Figure], bool]] = {"=": eq, "<=": le, ">=": ge, "<": lt, ">": gt}


class Case(NamedTuple):
    """All that a proof is made from; ``own`` are the relations that the diagnosis explains."""

    own: Sequence[Relation]
    relations: Sequence[Relation]
    values: Figures
    names: Names
    bounds: Bounds


def because(diagnosis: Diagnosis, case: Case) -> tuple[Text, ...]:
    """Why it must be the cells of the likeliest repair, or why at least so many; empty where nothing is certain."""
    if diagnosis.too_many or diagnosis.by_one_slip or not diagnosis.repairs:
        return ()
    cells = diagnosis.repairs[0].cells
    if len(cells) == 1:
        return _others(cells[0], case) if diagnosis.decided else ()
    return (_fewest(diagnosis, case.relations), *(_these(cells, case) if diagnosis.decided else ()))


def _these(cells: Sequence[Change], case: Case) -> Iterator[Text]:
    """Why it is these of so many cells.

    Where the relations of one cell share no cell with those of another, each of them needs a change of its own: then it
    can only be the cell that all its relations share.
    """
    own = {change.cell: [one for one in case.own if change.cell in _cells(one)] for change in cells}
    apart = sum(len(_all(group)) for group in own.values()) == len(_all(case.own))
    proved = [cell for cell, group in own.items() if apart and group and _shared(group) == {cell}]
    for cell in proved:
        name, count = case.names.whole(cell), len(own[cell])
        yield Text(
            f"“{name.zh}”所在的 {count} 个关系，除它以外没有共同的单元格",
            f"the {count} relations with {name.en} have no other cell in common",
        )
    if len(proved) < len(cells):
        size = len(cells)
        yield Text(
            f"改 {size} 格的其他办法都试过，没有一种能使全部关系成立",
            f"every other way to change {size} cells was tried, and none makes all relations hold",
        )


def _cells(relation: Relation) -> set[int]:
    return {cell for _, cell in relation.terms}


def _all(group: Sequence[Relation]) -> set[int]:
    return set().union(*map(_cells, group))


def _shared(group: Sequence[Relation]) -> set[int]:
    return set.intersection(*map(_cells, group)) if group else set()


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


def _others(change: Change, case: Case) -> tuple[Text, ...]:
    """Why no other cell alone would do: where it stands, what it would have to be, what it would break."""
    others = sorted(_shared(case.own) - {change.cell})
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


def _below(negative: Sequence[int], needed: Mapping[int, Sequence[Figure]], case: Case) -> tuple[Text, ...]:
    """All cells that would have to be negative, in one sentence."""
    if not negative:
        return ()
    names = {cell: case.names.within(cell, case.own[0]) for cell in negative}
    zh = "，".join(f"“{names[cell].zh}”须为 {needed[cell][0]}" for cell in negative)
    en = ", ".join(f"{names[cell].en} would have to be {needed[cell][0]}" for cell in negative)
    both = "都" if len(negative) > 1 else ""
    return (Text(f"{zh}，{both}不能为负", f"{en}: below 0"),)


def _refuted(cell: int, needed: Sequence[Figure], case: Case) -> Text:
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


def _broken_by(cell: int, value: Figure, case: Case) -> Text | None:
    """The first relation that holds no more, or still not, with the cell changed so."""
    after = changed(case.values, {cell: value})
    for relation in case.relations:
        factors = [factor for factor, other in relation.terms if other == cell]
        total = sum(factor * (after[other] or 0) for factor, other in relation.terms)
        if factors and not _HOLDS[relation.operator](total, relation.constant):
            return line_of(relation, after, case.names, UNEQUAL[relation.operator], {cell})
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
