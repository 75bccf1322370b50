"""规章 in the reports of members that have no power to make any."""

from collections.abc import Iterator

from lint.authoring import CELLS, TABLES, Finding, Node, Text, Undecided, makes_regulations

# What edition 2019 counts as disclosed may have been made by others.
_OPEN = Text("看不出有没有制定规章的权限：{members}", "whether it may make 规章 is not known of {members}")
_MADE = ("issued", "repealed", "in_force", "made")
_ROW = f"{TABLES['proactive']}/regulations"
_CELLS = [CELLS.index(f"{_ROW}/{column}") for column in _MADE]


def check(here: Node) -> Iterator[Finding]:
    """One finding for each member that certainly has no such power and reports some."""
    open_ones: list[str] = []
    found: list[Finding] = []
    for who, figures in here.case.members.tables():
        made = max((figure for figure in map(figures.__getitem__, _CELLS) if type(figure) is int), default=0)
        may = makes_regulations(who) if made else True
        if may is None:
            open_ones.append(str(who.agency))
        elif not may:
            found.append(Finding(here.pointer, {"member": str(who.agency), "actual": str(made)}))
    if open_ones and not found:
        raise Undecided(_OPEN.fill({"members": ", ".join(open_ones)}))
    yield from found
