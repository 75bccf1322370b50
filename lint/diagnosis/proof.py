"""The proof in words, with figures that a person can check with a pencil."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from lint.diagnosis.branching import at_least
from lint.diagnosis.diagnose import Change, Diagnosis
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation
from lint.model.text import Text

Label: TypeAlias = Callable[[int], Text]  # what a cell is called

UNEQUAL = {"=": "≠", "<=": ">", ">=": "<", "<": "≥", ">": "≤"}


class Proof(NamedTuple):
    """The relations that do not hold, why it must be these cells, and the same relations after the likeliest repair."""

    broken: tuple[Text, ...]
    because: tuple[Text, ...]
    after: tuple[Text, ...]


def prove(
    diagnosis: Diagnosis,
    relations: Sequence[Relation],
    values: Figures,
    label: Label,
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
) -> Proof:
    """The proof of a diagnosis. ``relations`` and ``values`` are those that it was made from."""
    own = [relations[index] for index in diagnosis.explains]
    mended = list(values)
    for change in diagnosis.repairs[0].cells if diagnosis.repairs else ():
        mended[change.cell] = change.expected
    return Proof(
        tuple(_line(relation, values, label, UNEQUAL[relation.operator]) for relation in own),
        _because(diagnosis, relations, values, label, bounds),
        tuple(_line(relation, mended, label, relation.operator) for relation in own) if diagnosis.repairs else (),
    )


def _line(relation: Relation, values: Figures, label: Label, sign: str) -> Text:
    left, right = _sides(relation, values, label)
    return Text(f"{left.zh} {sign} {right.zh}", f"{left.en} {sign} {right.en}")


def _sides(relation: Relation, values: Figures, label: Label) -> tuple[Text, Text]:
    """The terms with a plus on the left, those with a minus on the right; cells that hold 0 are left out of sums."""
    constant = relation.constant
    left = [(factor, cell) for factor, cell in relation.terms if factor > 0]
    right = [(-factor, cell) for factor, cell in relation.terms if factor < 0]
    return _side(left, max(-constant, 0), values, label), _side(right, max(constant, 0), values, label)


def _side(terms: Sequence[tuple[int, int]], constant: Figure, values: Figures, label: Label) -> Text:
    filled = [(factor, cell) for factor, cell in terms if values[cell]] if len(terms) > 1 else list(terms)
    said = [_term(factor, label(cell), values[cell]) for factor, cell in filled]
    if constant or not said:
        said.append(Text(str(constant), str(constant)))
    total = sum(factor * (values[cell] or 0) for factor, cell in terms) + constant
    ending = f" = {total}" if len(said) > 1 or any(factor > 1 for factor, _ in filled) else ""
    return Text(" + ".join(one.zh for one in said) + ending, " + ".join(one.en for one in said) + ending)


def _term(factor: int, name: Text, value: Figure | None) -> Text:
    times = f"{factor} × " if factor > 1 else ""
    shown = Text("空白", "blank") if value is None else Text(str(value), str(value))
    return Text(f"{times}{name.zh} {shown.zh}", f"{times}{name.en} {shown.en}")


def _because(
    diagnosis: Diagnosis, relations: Sequence[Relation], values: Figures, label: Label, bounds: Bounds
) -> tuple[Text, ...]:
    count = len(diagnosis.explains)
    if diagnosis.too_many:
        return (
            Text(
                f"有 {count} 个关系不成立，矛盾太多，无法确定是哪些单元格",
                f"{count} relations do not hold: too many contradictions to name the cells",
            ),
        )
    if not diagnosis.repairs:
        return (Text("无论填什么数，这些关系都不能同时成立", "no figures at all make these relations hold together"),)
    cells = diagnosis.repairs[0].cells
    if len(cells) > 1:
        return (_fewest(diagnosis, relations), _choice(diagnosis, label))
    if not diagnosis.decided:
        return (_choice(diagnosis, label),)
    return (*_others(diagnosis, cells[0], relations, values, (label, bounds)), _choice(diagnosis, label))


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


def _choice(diagnosis: Diagnosis, label: Label) -> Text:
    """What the smallest repairs are."""
    said = [_change(change, label) for change in diagnosis.repairs[0].cells]
    first = Text("，".join(one.zh for one in said), " and ".join(one.en for one in said))
    size, count = len(said), len(diagnosis.repairs) + diagnosis.omitted
    if diagnosis.decided:
        return Text(
            f"除非改动此处，这些关系不能同时成立：{first.zh}",
            f"these relations cannot all hold unless this changes: {first.en}",
        )
    at_least_ = Text("", "") if diagnosis.complete else Text("至少", "at least ")
    if count == 1:
        return Text(
            f"只须改动：{first.zh}；但不能断定应为何数", f"it is enough to change: {first.en}; figures are open"
        )
    return Text(
        f"改 {size} 格的办法{at_least_.zh}有 {count} 种，凭这些关系不能断定是哪一种；最可能的是：{first.zh}",
        f"there are {at_least_.en}{count} ways to change {size} cell{'s' * (size > 1)}, and the relations cannot "
        f"decide between them; the likeliest: {first.en}",
    )


def _change(change: Change, label: Label) -> Text:
    name = label(change.cell)
    blank = Text("空白", "blank")
    actual = blank if change.actual is None else Text(str(change.actual), str(change.actual))
    if not change.free:
        return Text(f"{name.zh} {actual.zh} 应为 {change.expected}", f"{name.en} from {actual.en} to {change.expected}")
    return Text(
        f"{name.zh} {actual.zh} 应改（例如 {change.expected}）",
        f"{name.en} from {actual.en} (to {change.expected}, for example)",
    )


def _others(
    diagnosis: Diagnosis, change: Change, relations: Sequence[Relation], values: Figures, known: tuple[Label, Bounds]
) -> tuple[Text, ...]:
    """Why no other cell alone would do: where it stands, or that it would have to be negative."""
    label, bounds = known
    own = [relations[index] for index in diagnosis.explains]
    shared = set.intersection(*({cell for _, cell in relation.terms} for relation in own)) if own else set()
    others = sorted(shared - {change.cell})
    if not others:
        name = label(change.cell)
        return (Text(f"只有“{name.zh}”在所有这些关系中", f"only {name.en} stands in all of these relations"),)
    return tuple(_refuted(cell, own, values, label, bounds) for cell in others)


def _refuted(cell: int, own: Sequence[Relation], values: Figures, label: Label, bounds: Bounds) -> Text:
    name = label(cell)
    needed = [value for value in (_needed(relation, cell, values) for relation in own) if value is not None]
    if len(set(needed)) > 1:
        one, other = needed[0], next(value for value in needed if value != needed[0])
        return Text(
            f"“{name.zh}”按一个关系须为 {one}，按另一个却须为 {other}",
            f"{name.en} would have to be {one} by one relation and {other} by another",
        )
    if needed and needed[0] < 0 and cell not in bounds.signed:
        return Text(f"“{name.zh}”须为 {needed[0]}，不能为负", f"{name.en} would have to be {needed[0]}, below 0")
    return Text(f"只改“{name.zh}”，不能使所有关系成立", f"changing {name.en} alone does not make every relation hold")


def _needed(relation: Relation, cell: int, values: Figures) -> Figure | None:
    """The whole value with which the cell alone would make the relation true."""
    factor = sum(one for one, other in relation.terms if other == cell)
    if relation.operator != "=" or abs(factor) != 1:
        return None
    rest = sum(one * (values[other] or 0) for one, other in relation.terms if other != cell)
    return factor * (relation.constant - rest)
