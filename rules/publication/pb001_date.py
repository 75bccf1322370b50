"""The report was published by the date that the regulation sets for its kind of body."""

import datetime
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity, Text, Undecided, signature_of

_DEPARTMENTS, _GOVERNMENTS = (1, 31), (3, 31)
_DEADLINES = {"department": _DEPARTMENTS, "subdistrict": _DEPARTMENTS, "government": _GOVERNMENTS}
# The office of a government publishes the government's report.
_OFFICE = Pattern(r"(?:人民政府|政府|行政公署)(?:党政)?办公[厅室]$|政府办$", holding=("办",))
# Systems that report to their own superiors.
_SYSTEMS = (
    *(
        "税务",
        "海关",
        "海事",
        "气象",
        "地震",
        "烟草",
        "邮政管理",
        "通信管理",
        "国家统计",
        "调查总队",
        "调查队",
        "金融监督管理",
    ),
    *("金融监管", "证监", "银保监", "外汇管理", "人民银行", "消防救援", "铁路", "民用航空", "专员办"),
)
_EITHER = Text("可能是部门的报告，也可能是政府的报告", "it may be the report of the department or of the government")


def check(here: Node) -> Iterator[Finding]:
    """The date of publication against the last day of the body's kind; info where a later upload is as likely."""
    year = here.year()
    at, day = _published(here, year)
    first, last = _days(here, year + 1)
    if day <= first:
        return
    if day <= last:
        raise Undecided(_EITHER)
    later = day.year > year + 1
    values = {"published": day.isoformat(), "last": last.isoformat()}
    yield Finding(at, values, (), Severity.INFO if later else None)


def _published(here: Node, year: int) -> tuple[str, datetime.date]:
    """Where the day of publication stands, and the day; that of the signature, before which nothing was published."""
    published = here.case.report.tree.get("published")
    if isinstance(published, str):
        return "/published", _day(published)
    signed = signature_of(here.case)
    if signed is None or signed.day is None or signed.day.year != year + 1:
        raise Undecided(Text("公布日期不明", "the date of publication is unknown"))
    return signed.at, signed.day


def _days(here: Node, year: int) -> tuple[datetime.date, datetime.date]:
    """The last day on which the report is in time for sure, and the one after which it is late for sure."""
    kind, name = here.identity.kind, here.identity.agency or ""
    if kind not in _DEADLINES:
        raise Undecided(
            Text(
                "条例没有为这类机关规定日期，或机关类型不明",
                "the regulation names no day for this kind of body, or the kind is unknown",
            )
        )
    if here.identity.level == "township" and kind == "government":
        raise Undecided(Text("第四十九条没有为乡镇规定日期", "article 49 names no day for townships"))
    if any(system in name for system in _SYSTEMS):
        raise Undecided(Text("垂直管理系统的机关可能依照其他日期", "a body of a national system may follow other days"))
    last = _GOVERNMENTS if _OFFICE.search(name) else _DEADLINES[kind]
    return datetime.date(year, *_DEADLINES[kind]), datetime.date(year, *last)


def _day(published: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(published)
    except ValueError:
        raise Undecided(Text("公布日期不成日期", "the date of publication is none")) from None
