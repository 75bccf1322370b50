"""Decided diagnoses as fixes: exactly one smallest repair exists, with exactly one value for each cell."""

from decimal import Decimal

from lint.model.cause import Cause, Change
from lint.model.fix import Figure, Fix, Group
from lint.model.form import DECIMAL_CELLS
from lint.model.run import Checked
from lint.model.text import Text

_WHY = Text("{count} 处不符只有这一种最小的改法", "the only smallest repair of {count} broken relations")
_SLIP = Text("{why}（{slip}）", "{why} ({slip})")


def cause_groups(checked: Checked) -> list[Group]:
    """The fixes of every decided cause, those of one cause together."""
    questions = {one.fingerprint: (one.rule, one.pointer) for one in checked.diagnostics}
    return [
        Group(
            tuple(fix for fix in (_fix(change, _why(cause)) for change in cause.repairs[0].cells) if fix is not None),
            tuple(questions[one] for one in cause.explains if one in questions),
        )
        for cause in checked.causes
        if is_decided(cause)
    ]


def is_decided(cause: Cause) -> bool:
    """Whether a cause has one repair only, which says for every cell a figure that the cell can hold."""
    return (
        cause.decided
        and len(cause.repairs) == 1
        and all(_figure(change) is not None for change in cause.repairs[0].cells)
    )


def _figure(change: Change) -> Figure | None:
    """The figure to write; None where none is known, or where a count would get a fraction."""
    value = change.expected
    if not isinstance(value, Decimal) or change.pointer in DECIMAL_CELLS:
        return value
    return int(value) if value == int(value) else None


def _why(cause: Cause) -> Text:
    count, slip = len(cause.explains), cause.repairs[0].pattern_words
    plain = Text(_WHY.zh.format(count=count), _WHY.en.format(count=count))
    if slip is None:
        return plain
    return Text(*(words.format(why=why, slip=name) for words, why, name in zip(_SLIP, plain, slip, strict=True)))


def _fix(change: Change, why: Text) -> Fix | None:
    value = _figure(change)
    if value is None:
        return None
    return Fix(change.pointer, change.where, change.place, change.actual, value, why, safe=False)
