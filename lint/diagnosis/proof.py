"""The proof in words, with figures that a person can check with a pencil."""

from collections.abc import Sequence

from lint.diagnosis.diagnose import Change, Diagnosis
from lint.diagnosis.lines import UNEQUAL, Names, changed, figure_words, line_of
from lint.diagnosis.reasons import Case, because
from lint.diagnosis.relation import Bounds, Figures, Relation
from lint.model.cause import Proof
from lint.model.text import Text


def prove(
    diagnosis: Diagnosis,
    relations: Sequence[Relation],
    values: Figures,
    names: Names,
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
) -> Proof:
    """The proof of a diagnosis. ``relations`` and ``values`` are those that it was made from."""
    case = Case([relations[index] for index in diagnosis.explains], relations, values, names, bounds)
    first = diagnosis.repairs[0].cells if diagnosis.repairs else ()
    mended = changed(values, {change.cell: change.expected for change in first})
    marked = {change.cell for change in first} if len(diagnosis.repairs) == 1 else set()
    return Proof(
        tuple(line_of(relation, values, names, UNEQUAL[relation.operator], marked) for relation in case.own),
        because(diagnosis, case),
        _conclusion(diagnosis, names),
        tuple(line_of(relation, mended, names, relation.operator, marked) for relation in case.own) if first else (),
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
    name, actual = names.whole(change.cell), figure_words(change.actual)
    if not change.free:
        return Text(f"{name.zh} {actual.zh} 应为 {change.expected}", f"{name.en} from {actual.en} to {change.expected}")
    return Text(
        f"{name.zh} {actual.zh} 应改（例如 {change.expected}）",
        f"{name.en} from {actual.en} (to {change.expected}, for example)",
    )
