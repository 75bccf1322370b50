"""Licensing decisions that are as many as the errands of a service counter."""

from collections.abc import Iterator

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Pattern

_CELL = f"{TABLES['proactive']}/licensing/decisions"
_INDEX = CELL_INDEX[_CELL]
_FEWEST = 10
_BEFORE = Pattern(r"(?:办件|办结事项|服务事项|网上办理|办理业务|受理业务)[^。；;，\n\d]*$")
_UNIT = Pattern(r"\s?余?(?:件|次|个|项|笔)(?P<after>[^。；;，\n\d]{0,4}办件)?")
_WIDEST = 18


def check(here: Node) -> Iterator[Finding]:
    """Whether the text gives the very number of licences as that of errands."""
    licences = here.case.figures[_INDEX]
    if not isinstance(licences, int) or isinstance(licences, bool) or licences < _FEWEST:
        return
    figure = str(licences)
    here = here.in_plain_digits
    if figure not in here.case.joined.replace(",", ""):
        return
    for at, text in here.texts:
        words = _errands(text.replace(",", ""), figure) if "办" in text else None
        if words:
            yield Finding(_CELL, {"actual": figure, "text": words}, (at,))
            return


def _errands(text: str, figure: str) -> str | None:
    """The words in which a text, without its separators, gives a figure as a number of errands."""
    start = text.find(figure)
    while start >= 0:
        end = start + len(figure)
        unit = None if text[start - 1 : start].isdecimal() or text[start - 1 : start] == "." else _UNIT.match(text, end)
        if unit:
            before = _BEFORE.search(text[max(0, start - _WIDEST) : start])
            if before or unit["after"]:
                return (before[0] if before else "") + figure + unit[0]
        start = text.find(figure, end)
    return None
