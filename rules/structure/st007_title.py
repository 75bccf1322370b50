"""The title names the body, the year and the kind of report."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity, Text, Undecided, plain_text

_FORM = 2019
_KIND = "政府信息公开工作年度报告"
_NEARLY = Pattern(r"政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)")
_YEAR = Pattern(r"(?:20\d\d|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})年度?")
_REST = Pattern(r"年度|年报|关于|[\s的《》“”\"()、,.·:]")


def check(here: Node) -> Iterator[Finding]:
    """Kind of report, year and body, each looked for in the title."""
    if "title" not in here.case.report.tree or (here.identity.year or _FORM) < _FORM:
        raise Undecided(Text("没有标题，或报告早于统一格式", "no title, or a report before the unified form"))
    title = here.case.report.tree["title"]
    if title == f"{here.identity.agency}{here.identity.year}年{_KIND}":
        return
    text = plain_text(title) if isinstance(title, str) else ""
    exact = _KIND in text
    undated, years = _YEAR.compiled.subn("", text)
    named = len(_REST.sub("", _NEARLY.sub("", undated))) > 1
    if not exact or not named or not years:
        sound = named and years and _NEARLY.search(undated)
        values = {"actual": text[:60] or "—", "expected": _expected(here)}
        yield Finding("/title", values, severity=Severity.INFO if sound else None)


def _expected(here: Node) -> str:
    """The title as most bodies write it, with what is known of the body and the year."""
    return f"{(here.identity.agency or '（机关名称）')[:40]}{here.identity.year or '（年份）'}年{_KIND}"
