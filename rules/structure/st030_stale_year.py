"""No year of an older text is left in: paragraphs begin with the report year, plans are for the years after it."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, years_named

_SECTIONS = "/sections/"
_FIRST = "/sections/overview/paragraphs/0"  # asked by ST008
_SUBHEADING = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．][^，,。；;\d]{0,24}?[。：: ]?)?"
_OWN = r"(?:我|本|全)(?:[省市县区州旗镇乡局厅委办院]|街道|单位|机关|部门)"
_LEADING = Pattern(
    rf"^\s{{0,4}}{_SUBHEADING}\s{{0,4}}(?P<year>20\d{{1,3}})年度?(?:全年)?[，,]?(?:{_OWN}|共|全年|累计|未|没有)"
)
# What may well be told of another year, or of more years than one.
_OTHER_YEAR = Pattern(
    r"上年|去年|前年|同期|同比|相比|较20|比20|以来|至今|[年月日]起|截至|结转|转结|遗留|问题|不足|整改|历史|曾|当时|当年|通报|评估|考核"
    r"|印发|出台|制定|修订|成立|组建|改革|划转|更名|启动|试点|年度?报告|该|—|-|~"
)
_PLAN = Pattern(
    rf"(?<!\d)(?P<year>20\d\d)年(?:度)?[，,]?(?:{_OWN})?将(?:会)?"
    r"(?:进一步|继续|持续|重点|采取|着力|着重|不断|加大|加强|加快|深入|积极|坚持|严格|认真|围绕|努力|主动|切实|从以下|全面|适应)"
)
# 2023年，我局将公开纳入考核: no plan. Nor is what was planned a year before: 上年报告提出2023年将进一步优化.
_MADE = Pattern("^[^，,。；;]{0,40}(?:作为|纳入|列为|列入|融入|视为)")
_QUOTED = Pattern("(?:提出|承诺|要求|报告|计划|安排|明确|部署)[^。；;]{0,8}$|“[^”]{0,20}$")
_BEFORE_PLAN = 6  # characters between 年 and 将, at most
_NAMED = Pattern(r"20\d{1,3}(?=年)")
_NEAR = 30
_EARLIER = 10  # nobody counts in a paragraph of its own what was done so many years before
_COUNTED = Pattern(r"收到|受理|主动公开|公开(?:政府)?信息|发布(?:政府)?信息|办结|答复|被申请|被提起|未收取|未发生")


def check(here: Node) -> Iterator[Finding]:
    """Each paragraph that begins with another year than the report's, and each plan for the report year or before."""
    here = here.in_plain_digits
    year = here.year()
    if not _may_find(here, year):
        return
    for at, text in here.case.texts:
        if at.startswith(_SECTIONS):
            found = (_leading(text, year) if at != _FIRST else None) or _plan(text, year)
            if found:
                yield Finding(at, {"found": found, "year": str(year)})


def _may_find(here: Node, year: int) -> bool:
    """A quick look: whether a year but the report's and the next is named, or one is planned for."""
    text = here.case.joined
    if years_named(here.case) <= {str(year)}:
        return "将" in text and any("年" in before[-_BEFORE_PLAN:] for before in text.split("将")[:-1])
    return "将" in text or any(named not in (str(year), str(year + 1)) for named in _NAMED.findall(text))


def _leading(text: str, year: int) -> str | None:
    """The year (2022年) with which a paragraph begins that tells what was done, and does not name the report year."""
    found = _LEADING.match(text)
    if not found or found["year"] == str(year) or f"{year}年" in text:
        return None
    first = text[: text.find("。", found.end()) + 1] or text
    if not _COUNTED.search(first) or "将" in first or "拟" in first:
        return None
    misspelt = not year - _EARLIER < int(found["year"]) <= year + 1
    return f"{found['year']}年" if misspelt or not _OTHER_YEAR.search(first) else None


def _plan(text: str, year: int) -> str | None:
    """The first words of a plan for a year that is not after the report year."""
    if "将" not in text:
        return None
    plans = (one for one in _PLAN.finditer(text) if int(one["year"]) <= year)
    return next((one[0] for one in plans if not _is_past(text, one.start(), one.end())), None)


def _is_past(text: str, start: int, end: int) -> bool:
    """Whether words are no plan of this report."""
    near = text[max(0, start - _NEAR) : start]
    return _MADE.search(text[end : end + 2 * _NEAR]) is not None or _QUOTED.search(near) is not None
