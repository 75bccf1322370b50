"""A text that counts what its office received, beside a table that adds up the whole."""

from collections.abc import Iterator

from lint.authoring import TABLES, Finding, Node, Pattern, Text, Undecided, plain_text

_RECEIVED = Pattern(r"(?:收到|新收|接收|受理|收办)[^。；;,\d]{0,24}申请(?:共|总?计|数量?|量)?(?:为|是)?(\d{1,7})件")
_OFFICE = Pattern(r"(?:人民政府|政府|管理委员会|管委会)?(?:党政|综合)?办公[室厅]$")
_TABLE = TABLES["applications"]


def check(here: Node) -> Iterator[Finding]:
    """Whether a count of the text is not this report's, but that of the body's own office."""
    stated = list(_stated(here))
    own = _counts(here / _TABLE[1:])
    foreign = [(at, number) for at, number in stated if own and number not in own]
    if not foreign:
        return
    office = _office(here)
    theirs = _counts(office / _TABLE[1:])
    for at, number in foreign:
        if number in theirs:
            actual = str(next(iter(own)))
            yield Finding(at, {"stated": str(number), "actual": actual, "member": office.agency()})
            return


def _office(here: Node) -> Node:
    name = _OFFICE.sub("", here.agency().removesuffix("人民政府"))
    members = here.case.members
    for number, who in enumerate(members.whose()):
        other = who.agency or ""
        if _OFFICE.search(other) and _OFFICE.sub("", other) == name:
            member = members[number]
            return Node(member, "", member.report.tree)
    raise Undecided(Text("没有给出本级办公室的报告", "the report of the body's own office is not given"))


def _stated(here: Node) -> Iterator[tuple[str, int]]:
    if "申请" in here.case.joined:
        for at, text in here.case.lead_in:
            if "申请" in text:
                yield from ((at, int(found)) for found in _RECEIVED.findall(plain_text(text)) if int(found))


def _counts(table: Node) -> dict[int, None]:
    """What a text may give as the number of applications: 新收, with 结转, 总计; the first first."""
    new, carried, total = ((table / f"{row}/total").value for row in ("new", "carried_in", "results/total"))
    if type(new) is not int:
        return {}
    known = [new, *([new + carried] if type(carried) is int else []), *([total] if type(total) is int else [])]
    return dict.fromkeys(known)
