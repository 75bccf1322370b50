"""The title names the body, the year and the kind of report."""

import re
import unicodedata
from collections.abc import Iterator

from lint.authoring import Finding, Node, Severity, Undecided

_FORM = 2019
_KIND = "政府信息公开工作年度报告"
_NEARLY = re.compile(r"政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)")
_YEAR = re.compile(r"20\d\d年")
_REST = re.compile(r"20\d\d年|年度|年报|关于|[\s的《》“”\"()、,.·:]")


def check(here: Node) -> Iterator[Finding]:
    """Kind of report, year and body, each looked for in the title."""
    if "title" not in here.case.report.tree or (here.identity.year or _FORM) < _FORM:
        raise Undecided("no title, or a report before the unified form")
    title = here.case.report.tree["title"]
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", title)) if isinstance(title, str) else ""
    exact = _KIND in text
    nearly = exact or _NEARLY.search(text) is not None
    named = len(_REST.sub("", _NEARLY.sub("", text))) > 1
    if not exact or not named or not _YEAR.search(text):
        sound = nearly and named and _YEAR.search(text) is not None
        yield Finding("/title", {"actual": text[:60]}, severity=Severity.INFO if sound else None)
