"""Grounds for refusal that a township hardly has."""

from collections.abc import Iterator

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Text, Undecided

_ROWS = {
    at: CELL_INDEX[at]
    for row in ("state_secret", "three_safety")
    for at in (f"{TABLES['applications']}/results/denied/{row}/total",)
}


def check(here: Node) -> Iterator[Finding]:
    """Whether a township refuses for state secrets or for security and stability. The level matters only then."""
    figures = here.case.figures
    for at, index in _ROWS.items():
        figure = figures[index]
        if isinstance(figure, int) and figure > 0:
            if here.identity.level is None:
                raise Undecided(Text("看不出本机关的层级", "the report does not say of which level this body is"))
            if here.identity.level == "township":
                yield Finding(at, {"actual": str(figure)})
