"""Decided diagnoses as fixes: exactly one smallest repair exists, with exactly one value for each cell."""

from lint.model.cause import Cause, Change
from lint.model.certain import certain_figure, contradictions, is_decided, is_named
from lint.model.fix import Dropped, Fix, Group
from lint.model.run import Checked
from lint.model.text import Text

_WHY = Text("{count} 处不符只有这一种最小的改法", "the only smallest repair of {count} broken relation{plural}")
_AT_ODDS = Text("与{source}不符", "at odds with {source}")
_BETWEEN = Text("；", "; ")
_SLIP = Text("{why}（{slip}）", "{why} ({slip})")


def cause_groups(checked: Checked) -> list[Group]:
    """The fixes of every decided cause that nothing contradicts, those of one cause together."""
    return [_group(cause, checked) for cause in checked.causes if is_decided(cause)]


def contradicted(checked: Checked) -> tuple[Dropped, ...]:
    """The decided causes that the text or last year's report contradicts: never written, and why."""
    return tuple(
        Dropped(_group(cause, checked), _at_odds(contradictions(cause)))
        for cause in checked.causes
        if is_named(cause) and contradictions(cause)
    )


def _at_odds(sources: tuple[Text, ...]) -> Text:
    zh, en = zip(*sources, strict=True)
    return Text(_AT_ODDS.zh.format(source=_BETWEEN.zh.join(zh)), _AT_ODDS.en.format(source=_BETWEEN.en.join(en)))


def _group(cause: Cause, checked: Checked) -> Group:
    questions = {one.fingerprint: (one.rule, one.pointer) for one in checked.diagnostics}
    fixes = (_fix(change, _why(cause)) for change in cause.repairs[0].cells)
    explained = tuple(questions[one] for one in cause.explains if one in questions)
    return Group(tuple(fix for fix in fixes if fix is not None), explained)


def _why(cause: Cause) -> Text:
    count, slip = len(cause.explains), cause.repairs[0].pattern_words
    plain = _WHY.fill({"count": str(count), "plural": "s" * (count != 1)})
    if slip is None:
        return plain
    return Text(*(words.format(why=why, slip=name) for words, why, name in zip(_SLIP, plain, slip, strict=True)))


def _fix(change: Change, why: Text) -> Fix | None:
    value = certain_figure(change)
    if value is None:
        return None
    return Fix(change.pointer, change.where, change.place, change.actual, value, why, safe=False)
