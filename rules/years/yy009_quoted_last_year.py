"""The applications of last year, as this year's text gives them."""

from collections.abc import Iterator
from itertools import chain

from lint.authoring import TABLES, Finding, Node, Pattern, Text, Undecided, plain_text

_QUOTED = Pattern(
    r"(?:(?P<year>20\d\d)年度?|上一?年度?|去年度?)(?:同期|全年|度)?,?(?:我[局委办镇乡县市区]|本[机局单]?[关位]?)?(?:共|共计|累计)?"
    r"(?:新收|收到|受理|接收|收办)(?:的)?(?:政府信息公开|信息公开|依申请公开|政府信息)?(?:的)?申请(?:共|共计|数量?|总[数量])?(?:为|是|有)?"
    r"(?P<count>\d{1,3}(?:,\d{3}){1,2}|\d{1,7})件"
)
# 收到申请36件（上年30件）; 收到申请36件，较2023年的30件增长20%.
_BESIDE = Pattern(
    r"(?:新收|收到|受理|接收|收办)(?:的)?(?:政府信息公开|信息公开|依申请公开|政府信息)?(?:的)?申请(?:共|共计|数量?|总[数量])?(?:为|是|有)?"
    r"[\d,]{1,9}件[,(](?:较|比|相比)?(?:(?P<year>20\d\d)年度?|上一?年度?|去年度?)(?:同期)?(?:的|为|是|共?收到|新收|受理){0,2}"
    r"(?P<count>\d{1,3}(?:,\d{3}){1,2}|\d{1,7})件"
)
_TABLE = TABLES["applications"]


def check(here: Node) -> Iterator[Finding]:
    """Whether each count quoted is one of those that last year's report gives."""
    before = here.before
    if "件" not in here.case.joined or "申请" not in here.case.joined:
        return
    year = here.year() - 1
    quoted = list(_quoted(here, str(year)))
    if not quoted:
        return
    accepted = _accepted(before)
    for at, count in quoted:
        if count not in accepted:
            yield Finding(at, {"stated": str(count), "expected": str(accepted[0]), "year": str(year)})


def _quoted(here: Node, year: str) -> Iterator[tuple[str, int]]:
    for at, text in here.texts:
        if at.startswith("/sections/") and "申请" in text:
            plain = plain_text(text)
            for found in chain(_QUOTED.finditer(plain), _BESIDE.finditer(plain)):
                if found["year"] in (None, year):
                    yield at, int(found["count"].replace(",", ""))


def _accepted(before: Node) -> list[int]:
    """新收; with 结转; 总计; with 结转下年度: writers use all four. Raises Undecided where 新收 is not known."""
    rows = ("new", "carried_in", "results/total", "carried_out")
    new, carried_in, total, carried_out = ((before / f"{_TABLE[1:]}/{row}/total").value for row in rows)
    if type(new) is not int:
        raise Undecided(
            Text("上一年的报告没有写明新收申请的件数", "last year's report does not say how many applications came")
        )
    sums = [new]
    if type(carried_in) is int:
        sums.append(new + carried_in)
    if type(total) is int:
        sums += [total, total + carried_out] if type(carried_out) is int else [total]
    return sums
