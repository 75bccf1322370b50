"""规章 in the reports of members that have no power to make any."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Text, Undecided, makes_regulations

# What edition 2019 counts as disclosed may have been made by others.
_OPEN = Text("看不出有没有制定规章的权限：{members}", "whether it may make 规章 is not known of {members}")
_MADE = ("issued", "repealed", "in_force", "made")


def check(here: Node) -> Iterator[Finding]:
    """One finding for each member that certainly has no such power and reports some."""
    open_ones: list[str] = []
    found: list[Finding] = []
    for member in here.case.members:
        who = member.report.identity
        made = _made(Node(member, here.pointer, dict(member.select(here.pointer)).get(here.pointer)))
        may = makes_regulations(who) if made else True
        if may is None:
            open_ones.append(str(who.agency))
        elif not may:
            found.append(Finding(here.pointer, {"member": str(who.agency), "actual": str(made)}))
    if open_ones and not found:
        raise Undecided(_OPEN.fill({"members": ", ".join(open_ones)}))
    yield from found


def _made(row: Node) -> int:
    """The largest figure of the row."""
    figures = [(row / column).value for column in _MADE]
    return max((figure for figure in figures if type(figure) is int), default=0)
