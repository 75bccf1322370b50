"""``xlsx``: the list that an office sends back, as a workbook; and a sheet with every report looked at."""

from contextlib import ExitStack

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.rendering import Archiving
from lint.formatters.report_table import HEADINGS, Line, line
from lint.formatters.review_list import cut, headings, is_like_a_formula, rows
from lint.formatters.workbook import Cell, Sheet, workbook
from lint.model.aside import Aside
from lint.model.run import Summary
from lint.model.text import Language, Text

MOST_ROWS = 1_048_575  # of a sheet, below its head; what is beyond goes on in a further sheet
_FINDINGS = Text("问题", "findings")
_REPORTS = Text("报告", "reports")
_WIDTHS = (22, 7, 26, 9, 14, 34, 60, 40, 40)
_REPORT_WIDTHS = (34, 22, 7, 20, 8, 8, 8, 10)


def render(_: Summary, look: Look) -> Archiving:
    """The whole file at the end: a workbook is an archive, whose parts are written one after the other."""
    language = look.language
    with ExitStack() as asides:
        found = [_findings(1, asides.enter_context(Aside()), language)]
        heads = [words.say(language) for words in HEADINGS]
        reports = Sheet(_REPORTS.say(language), heads, _REPORT_WIDTHS, asides.enter_context(Aside()))
        while checked := (yield None):
            for row in rows(checked, look):
                if found[-1].count == MOST_ROWS:
                    found.append(_findings(len(found) + 1, asides.enter_context(Aside()), language))
                found[-1].add(map(_cell, row))
            reports.add(map(_cell, _report(line(checked, language))))
        yield from workbook([*found, reports])


def _findings(number: int, rows: Aside, language: Language) -> Sheet:
    name = _FINDINGS.say(language)
    return Sheet(name if number == 1 else f"{name} {number}", headings(language), _WIDTHS, rows)


def _report(told: Line) -> list[str | int | None]:
    return [escape(told.source), escape(told.agency), told.year, told.outcome, *told.counts]


def _cell(value: str | int | None) -> Cell:
    if isinstance(value, str):
        return Cell(cut(value), quoted=is_like_a_formula(value))
    return Cell(value)
