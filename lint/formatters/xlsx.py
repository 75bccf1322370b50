"""``xlsx``: the list that an office sends back, as a workbook; and a sheet with every report looked at."""

from collections.abc import Iterable, Iterator

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.report_table import HEADINGS, Line, line
from lint.formatters.review_list import cut, headings, is_like_a_formula, rows
from lint.formatters.workbook import Cell, Sheet, workbook
from lint.model.run import Checked, Summary
from lint.model.text import Text

MOST_ROWS = 1_048_575  # of a sheet, below its head; what is beyond goes on in a further sheet
_FINDINGS = Text("问题", "findings")
_REPORTS = Text("报告", "reports")
_WIDTHS = (22, 7, 26, 9, 14, 34, 60, 40, 40)
_REPORT_WIDTHS = (34, 22, 7, 20, 8, 8, 8, 10)


def render(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[bytes]:
    """The whole file in one piece: a workbook is an archive, whose parts are written one after the other."""
    found: list[list[Cell]] = []
    reports: list[list[Cell]] = []
    for checked in results:
        summary.add(checked)
        found += [[_cell(value) for value in row] for row in rows(checked, look)]
        reports.append([_cell(value) for value in _report(line(checked, look.language))])
    name = _FINDINGS.say(look.language)
    pieces = [found[start : start + MOST_ROWS] for start in range(0, len(found), MOST_ROWS)] or [[]]
    heads = [words.say(look.language) for words in HEADINGS]
    yield workbook(
        [
            *(
                Sheet(name if not number else f"{name} {number + 1}", headings(look.language), _WIDTHS, piece)
                for number, piece in enumerate(pieces)
            ),
            Sheet(_REPORTS.say(look.language), heads, _REPORT_WIDTHS, reports),
        ]
    )


def _report(told: Line) -> list[str | int | None]:
    return [escape(told.source), escape(told.agency), told.year, told.outcome, *told.counts]


def _cell(value: str | int | None) -> Cell:
    if isinstance(value, str):
        return Cell(cut(value), quoted=is_like_a_formula(value))
    return Cell(value)
