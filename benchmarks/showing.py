"""Figures in the words of a page, in either language."""

from collections.abc import Iterator, Sequence

from benchmarks.table import Bar, Measured, Measurement
from lint.model.text import Language, Text

_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))
_RATIO = {"<=": Text("用时为其 {0} 倍", "{0} times as long"), ">=": Text("速度为其 {0} 倍", "{0} times as fast")}
_LIMIT = {"<=": Text("不超过 {0}", "at most {0}"), ">=": Text("不低于 {0}", "at least {0}")}
_HOLDS, _MISSED = Text("达到", "holds"), Text("**未达到**", "**missed**")
_AHEAD = Text("**它更快**", "**it is ahead**")
_ABSENT = Text("未测：{0}", "not measured: {0}")
_BETWEEN = Text("；", "; ")
_FLOOR = Text("下限：{0}", "floor: {0}")
_HEAD = Text("| | 用时 | 我们与它相比 | 指标 |", "| | time | ours to it | bar |")
_AHEAD_IN = Text("“{title}”，我们 {ours}：{peers}", "{title}, ours {ours}: {peers}")
_AHEAD_BY = Text("{peer} {theirs}（速度是我们的 {times} 倍）", "{peer} {theirs} ({times} times as fast)")
_MISSED_IN = Text("“{title}”，与 {peer} 相比：{ratio}（{limit}）", "{title}, against {peer}: {ratio} ({limit})")


def seconds(value: float) -> str:
    """Three digits with a unit."""
    factor, unit = next((one for one in _UNITS if value >= one[0]), _UNITS[-1])
    number = value / factor
    return f"{number:.{max(0, 3 - len(str(int(number))))}f} {unit}"


def times(value: float) -> str:
    """A ratio: two digits behind the point or that are not zero, fewer where it is large."""
    if value < 0.1:  # noqa: PLR2004
        return f"{value:.2g}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"  # noqa: PLR2004


def ratio(one: Measured, language: Language) -> str:
    """Ours to a peer, or why there is none."""
    value = one.ratio()
    if value is None:
        return _ABSENT.say(language).format(one.reason)
    return _RATIO[one.bar.sign].say(language).format(times(value))


def name(bar: Bar, language: Language) -> str:
    """What ours is held against."""
    said = bar.peer.say(language)
    return _FLOOR.say(language).format(said) if bar.kind == "floor" else said


def rows(one: Measurement, language: Language) -> Iterator[str]:
    """The rows of one question: ours, then all that it is held against."""
    yield f"| **{one.question.title.say(language)}** | {seconds(one.ours)} | | |"
    for bar in one.bars:
        theirs = "" if bar.theirs is None else seconds(bar.theirs)
        yield f"| {name(bar.bar, language)} | {theirs} | {ratio(bar, language)} | {_verdict(bar, language)} |"


def table(answers: Sequence[Measurement], language: Language) -> Iterator[str]:
    """The table of a group."""
    yield _HEAD.say(language)
    yield "| --- | ---: | --- | --- |"
    for one in answers:
        yield from rows(one, language)


def ahead(answers: Sequence[Measurement], language: Language) -> list[str]:
    """A sentence for each question in which peers took less than ours."""
    told = ((one, _faster(one, language)) for one in answers)
    return [
        _AHEAD_IN.say(language).format(
            title=one.question.title.say(language), ours=seconds(one.ours), peers=_BETWEEN.say(language).join(peers)
        )
        for one, peers in told
        if peers
    ]


def _faster(one: Measurement, language: Language) -> list[str]:
    return [
        _AHEAD_BY.say(language).format(
            peer=bar.bar.peer.say(language), theirs=seconds(bar.theirs), times=times(bar.ours / bar.theirs)
        )
        for bar in one.bars
        if bar.theirs is not None and bar.ahead()
    ]


def missed(answers: Sequence[Measurement], language: Language) -> list[str]:
    """A sentence for each bar that does not hold."""
    return [
        _MISSED_IN.say(language).format(
            title=one.question.title.say(language),
            peer=bar.bar.peer.say(language),
            ratio=ratio(bar, language),
            limit=_limit(bar.bar, language),
        )
        for one in answers
        for bar in one.bars
        if not bar.holds()
    ]


def _limit(bar: Bar, language: Language) -> str:
    return "" if bar.limit is None else _LIMIT[bar.sign].say(language).format(f"{bar.limit:g}")


def _verdict(one: Measured, language: Language) -> str:
    parts = []
    if one.bar.limit is not None:
        parts = [_limit(one.bar, language), (_HOLDS if one.holds() else _MISSED).say(language)]
    if one.ahead():
        parts.append(_AHEAD.say(language))
    return {"zh": "，", "en": ", "}[language].join(parts)
