"""Fewer measures than problems, where both are counted out."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_ITEM = Pattern(r"([一二三四五六七八九])是(?!否|不是)")
_NUMERALS = "一二三四五六七八九"
_BOTH = 2


def check(here: Node) -> Iterator[Finding]:
    """Whether 一是、二是 is counted out twice in section five, the second time not as far."""
    text = "".join([text for _, text in here.texts])
    if text.count("一是") != _BOTH:
        return
    runs: list[list[int]] = []
    for found in _ITEM.finditer(text):
        number = _NUMERALS.index(found[1]) + 1
        if number == 1:
            runs.append([])
        if runs:
            runs[-1].append(number)
    if len(runs) == _BOTH and all(run == list(range(1, len(run) + 1)) for run in runs):
        problems, measures = map(len, runs)
        if measures < problems:
            yield Finding("/sections/problems", {"problems": str(problems), "measures": str(measures)})
