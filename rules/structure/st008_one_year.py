"""Title, data period, opening words and date of publication agree on the report year."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity, Text, Undecided, years_named

_FIRST, _LAST = 1900, 2200  # another year is SC008, and all else would only follow from it

_DATE = r"(20\d\d)\s{0,2}[年./-]\s{0,2}\d{1,2}\s{0,2}[月./-]\s{0,2}\d{1,2}\s{0,2}日?"
_UNTIL = r"[^。;；\d]{0,8}?(?:至|到|-|—|~|～)\s{0,2}"
_PERIOD = Pattern(rf"(?:数据|统计)[^。;；\d]{{0,24}}?{_DATE}{_UNTIL}(?:{_DATE}|\d{{1,2}}\s{{0,2}}[月./-])")
_QUOTED = Pattern(r"《[^》]{0,200}》|〈[^〉]{0,200}〉|<[^>]{0,200}>")
_WRITTEN = Pattern(
    r"(?:编制|现将|现公布|现发布)[^。；;\d]{0,40}?(20\d\d)\s{0,2}年度?(?:的)?政府信息公开(?:工作)?(?:年度|年报|报告)"
)
_OPENING = Pattern(r"(20\d\d)\s{0,2}年(?:度)?(?:[,，、]|我|本)")
_PLANNED = Pattern("计划|将|拟|力争|争取")
_TITLE = Pattern(r"(?<!\d)(20\d\d)\s{0,2}年")
_NAMED = Pattern(r"20\d\d(?=\s{0,2}[年./-])")
_SECTION = "/sections/overview/paragraphs/"


def check(here: Node) -> Iterator[Finding]:
    """Every place that names the year of the report, against the report year."""
    here = here.in_plain_digits
    year = here.year()
    if not _FIRST <= year <= _LAST:
        raise Undecided(Text("报告年度不成年份", "the report year is none"))
    yield from _outside_the_text(here, year)
    if years_named(here.case) <= {str(year)}:  # whatever the text says of a year, it is its own
        return
    period = "统计" in here.case.joined or "所列数据" in here.case.joined
    opened = False
    for at, text in here.case.lead_in:
        overview = at.startswith(_SECTION)
        if not overview or (period and "统计" in text):
            yield from _lead_in(at, text, year)
        if overview and not opened and (named := _OPENING.match(text)):
            opened = True  # the first words of section one, behind a lead-in that may stand there
            first = text[: text.find("。") + 1] or text
            planned = int(named[1]) == year + 1 and _PLANNED.search(first)
            if int(named[1]) != year and not planned and str(year) not in first and "今年" not in first:
                yield _finding(at, year, named[1], Severity.WARNING)


def _outside_the_text(here: Node, year: int) -> Iterator[Finding]:
    tree = here.case.report.tree
    title, published = tree.get("title"), tree.get("published")
    if isinstance(title, str) and (named := _TITLE.search(title)) and int(named[1]) != year:
        yield _finding("/title", year, named[1], None)
    if isinstance(published, str) and published[:4].isdecimal() and int(published[:4]) <= year:
        yield _finding("/published", year, published[:4], Severity.WARNING, year + 1)


def _lead_in(at: str, text: str, year: int) -> Iterator[Finding]:
    if text.count("20") == text.count(str(year)):  # no other year is named: a quick look, enough for most texts
        return
    if all(named == str(year) for named in _NAMED.findall(text)):
        return
    period = _PERIOD.search(text) if "统计" in text or "所列数据" in text else None
    wrong = next((one for one in (period.groups() if period else ()) if one and int(one) != year), None)
    if wrong:
        yield _finding(at, year, wrong, None)
        return
    report = at.startswith("/preamble/") or "统计" in text or "部分" in text
    report = report and any(word in text for word in ("编制", "现将", "现公布", "现发布"))
    written = _WRITTEN.search(_QUOTED.sub("", text)) if report else None
    if written and int(written[1]) != year:
        yield _finding(at, year, written[1], Severity.WARNING)


def _finding(at: str, year: int, found: str, severity: Severity | None, expected: int | None = None) -> Finding:
    """``expected`` where not the year of the report itself should stand."""
    values = {"year": str(year), "found": found, "expected": str(expected or year)}
    return Finding(at, values, severity=severity)
