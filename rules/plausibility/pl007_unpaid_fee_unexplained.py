"""Requests dropped for an unpaid fee, and no word on any fee."""

from collections.abc import Iterator

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Pattern

_CELL = f"{TABLES['applications']}/results/other/fee_unpaid/total"
_INDEX = CELL_INDEX[_CELL]
_FEE = ("处理费", "收费", "收取", "缴费", "费用")
_NOTICE = Pattern(r"收费(?:告知|通知)")
_DENIED = Pattern(r"(?:未|没有|无)[^。；;，,\n]*$")
_FARTHEST = 14


def check(here: Node) -> Iterator[Finding]:
    """Whether the text says something on the fee, and does not deny that a notice was sent."""
    unpaid = here.case.figures[_INDEX]
    if not isinstance(unpaid, int) or isinstance(unpaid, bool) or unpaid <= 0:
        return
    text = here.case.joined
    denied = next(filter(None, (_denial(text, found.start(), found.end()) for found in _NOTICE.finditer(text))), None)
    if denied:
        yield Finding(_CELL, {"actual": str(unpaid), "text": f"“{denied}”"})
    elif not any(word in text for word in _FEE):
        yield Finding(_CELL, {"actual": str(unpaid), "text": "—"})


def _denial(text: str, start: int, end: int) -> str | None:
    """The words that deny a notice, from the denial up to the notice; None where there are none."""
    before = text[max(0, start - _FARTHEST) : start]
    found = _DENIED.search(before)
    return found[0] + text[start:end] if found else None
