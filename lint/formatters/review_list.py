"""The list that an office sends back after its review, as ``csv`` and ``xlsx`` have it: a row for each annotation."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.formatters.annotations import (
    Annotation,
    annotation_lines,
    annotations,
    laws,
    level_words,
    proposal,
    where_words,
)
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.undecided import undecided_line
from lint.formatters.words import PASSED_OVER
from lint.model.run import Checked
from lint.model.text import Language, Text

# What a spreadsheet takes for the beginning of a formula, in half and in full width; tab and CR are escaped before.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_000  # characters; Excel's limit is 32,767
_UNDECIDED = Text("未能判断", "undecided")
_PASSED_OVER = Text("略过", "passed over")
_WAIVED = Text("已豁免：{reason}", "waived: {reason}")


class Row(NamedTuple):
    """One row; every cell is text, which may hold line ends of ours, but the year."""

    agency: str
    year: int | None
    file: str
    level: str
    rules: str
    place: str
    finding: str
    law: str
    proposal: str


COLUMNS = (
    Text("机关", "agency"),
    Text("年度", "year"),
    Text("文件", "file"),
    Text("级别", "level"),
    Text("规则", "rules"),
    Text("位置", "place"),
    Text("问题", "finding"),
    Text("依据", "law"),
    Text("建议", "proposal"),
)


def rows(checked: Checked, look: Look) -> Iterator[Row]:
    """The rows about one file. What stayed undecided, or was no report, has a row too: no row is no pass."""
    identity = checked.report.identity if checked.report else None
    agency = escape(identity.agency or "") if identity else ""
    year = identity.year if identity else None
    blank = Row(agency, year, escape(checked.source), "", "", "", "", "", "")
    yield from (_row(one, blank, look) for one in annotations(checked))
    if undecided := undecided_line(checked, look):
        yield blank._replace(level=_UNDECIDED.say(look.language), finding=escape(undecided))
    if checked.state == "passed_over":
        yield blank._replace(level=_PASSED_OVER.say(look.language), finding=PASSED_OVER.say(look.language))


def headings(language: Language) -> list[str]:
    """The names of the columns."""
    return [words.say(language) for words in COLUMNS]


def _row(one: Annotation, blank: Row, look: Look) -> Row:
    language = look.language
    return blank._replace(
        level=level_words(one.severity, language),
        rules=" ".join(one.rules),
        place=where_words(one, language),
        finding="\n".join(annotation_lines(one, look)),
        law=laws(one.findings, language),
        proposal=_to_do(one, language),
    )


def _to_do(one: Annotation, language: Language) -> str:
    if one.waived is not None:
        return escape(_WAIVED.say(language).format(reason=one.waived))
    return proposal(one, language)


def is_like_a_formula(cell: str) -> bool:
    """Whether a spreadsheet might run a cell."""
    return cell.startswith(_FORMULA)


def cut(cell: str) -> str:
    """A cell as long as Excel lets one be: what is longer, it would divide among others."""
    return cell if len(cell) <= LONGEST_CELL else cell[:LONGEST_CELL] + "…"
