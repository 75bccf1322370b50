"""The table of the reports of a run: what each is, how it came out, and its counts. No report is left out."""

from typing import NamedTuple

from lint.formatters.words import HALF, PASSED_OVER, UNREADABLE
from lint.model.finding import Severity
from lint.model.run import Checked
from lint.model.text import Language, Text

HEADINGS = (
    Text("文件", "file"),
    Text("机关", "agency"),
    Text("年度", "year"),
    Text("结果", "result"),
    Text("错误", "errors"),
    Text("警告", "warnings"),
    Text("提示", "infos"),
    Text("未能判断", "undecided"),
)
_STATES = {"half": HALF, "unreadable": UNREADABLE, "passed_over": PASSED_OVER}
_NOTHING = Text("未发现问题", "nothing found")
_FOUND = Text("有问题", "findings")
_UNDECIDED = Text("有未能判断的", "undecided in part")


class Line(NamedTuple):
    """One report as the document says it, foreign words as they are; the counts are None where nobody looked."""

    source: str
    agency: str
    year: int | None
    outcome: str
    counts: tuple[int | None, ...]


def line(checked: Checked, language: Language) -> Line:
    """The line of one file."""
    identity = checked.report.identity if checked.report else None
    open_ones = [one.severity for one in checked.diagnostics if one.waived is None]
    counts = (*(open_ones.count(severity) for severity in Severity), len(checked.undecided))
    return Line(
        checked.source,
        (identity.agency or "") if identity else "",
        identity.year if identity else None,
        _outcome(checked, open_ones).say(language),
        counts if checked.state != "passed_over" else (None,) * len(counts),
    )


def _outcome(checked: Checked, found: list[Severity]) -> Text:
    if checked.state in _STATES:
        return _STATES[checked.state]
    return _FOUND if found else _UNDECIDED if checked.undecided else _NOTHING
