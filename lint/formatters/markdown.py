"""``markdown``: for a comment on a merge request or the summary of a job: a table of the reports, then each in turn.

Nothing of a report becomes markup, a link, or the mention of a person.
"""

import re
from collections.abc import Iterator

from lint.formatters.annotations import Annotation, annotation_lines, annotations, laws, level_words, where_words
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.report_table import HEADINGS, line
from lint.formatters.summary import summary_line
from lint.formatters.undecided import undecided_line
from lint.formatters.words import BASIS
from lint.model.aside import Aside
from lint.model.pattern import Pattern
from lint.model.run import Checked, Summary
from lint.model.text import Language, Text

_TITLE = Text("年度报告检查结果", "Check of annual reports")
_NUMBERS = 4  # of the columns, at the end
_WAIVED = Text("已豁免：{reason}", "waived: {reason}")
# What may be markup, and what GitHub and GitLab look for in the text when it is rendered: persons, issues, labels,
# addresses. Behind these a zero-width space is set, so that they are none.
_SIGNS = Pattern(r"[\\`*_{}\[\]()#+\-.!|~$=&<>@%^:]")
_REFERENCES = Pattern(r"[@#!&%$~^:](?=[\w/])|(?<=[wW]{3})\.")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PLAIN = "@%^:"  # no markup by themselves
_BREAK = "&#8203;"


def render(summary: Summary, look: Look) -> Rendering:
    """The summary and the table stand first: what comes of each report is written aside until all is checked."""
    with Aside() as rows, Aside() as sections:
        while checked := (yield None):
            rows.write(_row(_cells(checked, look.language)))
            sections.write("".join(_section(checked, look)))
        yield f"# {_TITLE.say(look.language)}\n\n{plain(summary_line(summary, look))}\n"
        if rows.size:
            yield _table_head(look.language)
        yield from rows.text()
        yield from sections.text()


def _table_head(language: Language) -> str:
    heads = [words.say(language) for words in HEADINGS]
    rules = [*("---" for _ in heads[_NUMBERS:]), *("--:" for _ in range(_NUMBERS))]
    return "\n" + _row(heads) + _row(rules)


def plain(text: str) -> str:
    """Foreign text as text of Markdown, on one line: every sign that could be markup is escaped."""
    return _SIGNS.compiled.sub(_written, escape(text))


def _written(found: re.Match[str]) -> str:
    sign = found[0]
    written = _ENTITIES.get(sign) or (sign if sign in _PLAIN else f"\\{sign}")
    return written + (_BREAK if _REFERENCES.compiled.match(found.string, found.start()) else "")


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cells(checked: Checked, language: Language) -> list[str]:
    told = line(checked, language)
    counts = ["" if count is None else str(count) for count in told.counts]
    return [plain(told.source), plain(told.agency), str(told.year or ""), plain(told.outcome), *counts]


def _section(checked: Checked, look: Look) -> Iterator[str]:
    """A heading and a list, an item for each annotation; nothing where there is nothing to say."""
    found = [_item(one, look) for one in annotations(checked)]
    if undecided := undecided_line(checked, look):
        found.append(f"- {plain(undecided)}\n")
    if found:
        yield f"\n## {plain(checked.source)}\n\n"
        yield from found


def _item(one: Annotation, look: Look) -> str:
    """What is wrong in bold, then where, the relations of a cause, and the law, each on its line."""
    language = look.language
    first, *rest = annotation_lines(one, look)
    lines = [f"- **{level_words(one.severity, language)} {plain(' '.join(one.rules))}** {plain(first)}"]
    lines += [f"  - {plain(words.removeprefix('- '))}" for words in rest]
    if where := where_words(one, language):
        lines.append(f"  - {plain(where)}")
    if law := laws(one.findings, language):
        lines.append(f"  - {BASIS.say(language)}: {plain(law)}")
    if one.waived is not None:
        lines.append(f"  - {plain(_WAIVED.say(language).format(reason=one.waived))}")
    return "\n".join(lines) + "\n"
