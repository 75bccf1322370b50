"""Licences, penalties and coercion by bodies that hardly have any such power."""

from collections.abc import Iterator

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Pattern

_CELLS = tuple(f"{TABLES['proactive']}/{row}/decisions" for row in ("licensing", "penalties", "coercion"))
_INDEXES = {at: CELL_INDEX[at] for at in _CELLS}
_POWERLESS = Pattern(
    r"(?:信访局|机关事务(?:管理|服务)?(?:局|中心)|地方志|史志|研究室|发展研究中心|参事室|接待办|对外联络|驻[^局]{2,6}办事处|档案馆)",
    holding=(
        *(
            "信访局",
            "机关事务",
            "地方志",
            "史志",
            "研究室",
            "发展研究中心",
            "参事室",
            "接待办",
            "对外联络",
            "办事处",
            "档案馆",
        ),
    ),
)


def check(here: Node) -> Iterator[Finding]:
    """Whether such a body reports decisions. Its name matters only then."""
    figures = here.case.figures
    filled = [at for at, index in _INDEXES.items() if type(figures[index]) is int and figures[index] > 0]
    if filled and _POWERLESS.search(here.agency()):
        at, *others = filled
        yield Finding(at, {"actual": str(figures[_INDEXES[at]])}, tuple(others))
