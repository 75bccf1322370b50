"""What was or can be fixed in one report, in lines: each value, from what to what and why, and what stays."""

import difflib
from collections.abc import Iterator
from decimal import Decimal

from lint.formatters.escape import escape
from lint.formatters.words import BLANK, place_words
from lint.model.finding import Severity
from lint.model.fix import Dropped, Figure, Fix, Plan
from lint.model.text import Language, Text

_CHANGE = Text("{where} 由 {actual} 改为 {expected}", "{where} from {actual} to {expected}")
_LINE = Text("  {place}{change}：{why}", "  {place}{change} ({why})")
_AFTER_PLACE = Text(" ", ": ")
_DROPPED = Text("  未改 {change}：{why}", "  not changed: {change}: {why}")
_BETWEEN = Text("；", "; ")
_LEFT = Text("  留下：{items}", "  left: {items}")
UNDECIDED = Text("无法断定错在哪一格的不符 {count} 处", "undecided which cell is wrong: {count}")
UNSAFE = Text("诊断已确定、加 --unsafe 才改的 {count} 处", "diagnosed, corrected with --unsafe only: {count}")
DROPPED = Text("改了又撤回的 {count} 处", "tried and taken back: {count}")
CONTRADICTED = Text(
    "诊断已确定、但与正文或上年报告不符而不改的 {count} 处",
    "diagnosed, but contradicted by the text or last year's report: {count}",
)
BLANKS = Text("关系式不能证明为 0 的空白 {count} 格", "blanks that no relation proves to be 0: {count}")
ERRORS = Text("错误 {count} 项", "errors: {count}")
_NO_LINE_END = "\\ No newline at end of file"


def fix_lines(plan: Plan, language: Language) -> Iterator[str]:
    """The lines about one report, without their ends."""
    for fix in plan.fixes:
        place = place_words(fix.place.as_dict()).say(language) if fix.place is not None else ""
        values = {
            "place": place + _AFTER_PLACE.say(language) if place else "",
            "change": _change(fix, language),
            "why": fix.why.say(language),
        }
        yield escape(_LINE.say(language).format(**values))
    yield from (escape(_dropped(one, language)) for one in (*plan.dropped, *plan.contradicted))
    items = left_words(left_of(plan), language)
    if items:
        yield _LEFT.say(language).format(items=items)


def left_of(plan: Plan) -> dict[Text, int]:
    """What stays after the fixes, counted, by the words for it."""
    errors = sum(one.severity is Severity.ERROR and one.waived is None for one in plan.after.diagnostics)
    return {
        UNDECIDED: plan.undecided,
        UNSAFE: plan.unsafe,
        DROPPED: len(plan.dropped),
        CONTRADICTED: len(plan.contradicted),
        BLANKS: plan.blanks,
        ERRORS: errors,
    }


def left_words(left: dict[Text, int], language: Language) -> str:
    """What stays, in one line; empty where nothing does."""
    known = (words.say(language).format(count=count) for words, count in left.items() if count)
    return _BETWEEN.say(language).join(known)


def unified(source: str, before: str, after: str) -> Iterator[str]:
    """A unified diff of two texts, without line ends but a CR, which ``patch`` must see."""
    old, new = _lines(before), _lines(after)
    for line in difflib.unified_diff(old, new, escape(source), escape(source)):
        sign = "\r" if line.endswith("\r\n") else ""
        yield escape(line.rstrip("\r\n") if sign else line.removesuffix("\n")) + sign
        if not line.endswith("\n"):
            yield _NO_LINE_END


def _lines(text: str) -> list[str]:
    """Lines with their ends; only LF ends one, as in ``diff``."""
    *whole, rest = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([rest] if rest else [])]


def _change(fix: Fix, language: Language) -> str:
    actual = BLANK.say(language) if fix.actual is None else _figure(fix.actual)
    values = {"where": fix.where.say(language), "actual": actual, "expected": _figure(fix.expected)}
    return _CHANGE.say(language).format(**values)


def _figure(value: Figure | str) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _dropped(dropped: Dropped, language: Language) -> str:
    changes = _BETWEEN.say(language).join(_change(fix, language) for fix in dropped.group.fixes)
    return _DROPPED.say(language).format(change=changes, why=dropped.reason.say(language))
