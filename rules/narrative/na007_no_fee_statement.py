"""Whether the report says anything on the fee for processing information."""

from collections.abc import Iterator

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Words

_UNPAID = CELL_INDEX[f"{TABLES['applications']}/results/other/fee_unpaid/total"]
_SECTION = "/sections/other/paragraphs/"
_FEE = Words("处理费", "收费", "收取", "费用", "缴费", "收缴")


def check(here: Node) -> Iterator[Finding]:
    """Whether section six has a statement on the fee, or any text names the fee; unpaid ones are another rule's."""
    if "处理费" in here.case.joined:
        return
    text = "".join([text for at, text in here.case.texts if at.startswith(_SECTION)])
    if _FEE.any_in(text) or _FEE.any_in("".join(text.split())):
        return
    unpaid = here.case.figures[_UNPAID]
    if not (isinstance(unpaid, int) and unpaid > 0):
        yield Finding("/sections/other")
