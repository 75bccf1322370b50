"""``text``: for people. What is wrong is drawn: the place, the words, the equation with its figures, the law."""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from lint.formatters.causes import cause_lines
from lint.formatters.equation import draw
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.summary import summary_line
from lint.formatters.undecided import undecided_line
from lint.formatters.words import BASIS, HALF, PASSED_OVER, SEVERITIES, UNREADABLE, place_words
from lint.model.finding import Diagnostic, Severity
from lint.model.run import Checked, Summary

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
INDENT = 2
_STATES = {"half": HALF, "unreadable": UNREADABLE}


def render(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    """A block for each file with findings, then the summary."""
    for checked in results:
        summary.add(checked)
        if checked.diagnostics or checked.undecided or checked.state != "read":
            yield _drawn(_block(checked, look), look)
    line = Styled(look.shown(summary_line(summary, look)), style=_summary_style(summary))
    yield _drawn(line, look)


def _drawn(block: RenderableType, look: Look) -> str:
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(block, overflow="fold")
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))


def _block(checked: Checked, look: Look) -> RenderableType:
    title = Styled(_foreign(checked.source, look), style="bold underline")
    if checked.state == "passed_over":
        return Styled(f"{_foreign(checked.source, look)}  {look.shown(PASSED_OVER.say(look.language))}", style="dim")
    if checked.report and checked.report.identity.agency:
        year = checked.report.identity.year
        title.append(f"  {_foreign(checked.report.identity.agency, look)} {year or ''}".rstrip(), style="not underline")
    if checked.state != "read":
        title.append(f"  {look.shown(_STATES[checked.state].say(look.language))}", style="not underline red")
    blocks: list[RenderableType] = [_indented(_finding(found, look)) for found in checked.diagnostics]
    for cause in checked.causes:
        head, *repairs = cause_lines(cause, look)
        blocks.append(_indented(Styled(look.shown(head), style="bold")))
        blocks += [_indented(_indented(Styled(look.shown(line)))) for line in repairs]
    if undecided := undecided_line(checked, look):
        blocks.append(_indented(Styled(_foreign(undecided, look), style="dim")))
    return Group(title, *blocks, Styled(""))


def _finding(found: Diagnostic, look: Look) -> RenderableType:
    language = look.language
    head = Styled(look.shown(SEVERITIES[found.severity].say(language)), style=STYLES[found.severity])
    head.append(f" {_foreign(found.rule, look)}", style="bold")
    head.append(f" {_foreign(found.name, look)}", style="dim")
    place = place_words(found.place.as_dict() if found.place else {}).say(language)
    message, told = found.message.say(language), found.where.say(language)
    where = " ".join(filter(None, (place, "" if told in message else told)))
    lines: list[RenderableType] = [head]
    lines += [_indented(Styled(_foreign(line, look))) for line in (where, message) if line]
    if len({term.side for term in found.terms}) > 1:
        lines.append(_indented(_indented(draw(found, look, look.width - 3 * INDENT))))
    if not found.rule.startswith("LT"):
        basis = f"{BASIS.say(language)}: {found.basis.say(language)}"
        lines.append(_indented(Styled(_foreign(basis, look), style="dim")))
    return Group(*lines)


def _foreign(text: str, look: Look) -> str:
    return look.shown(escape(text))


def _indented(block: RenderableType) -> RenderableType:
    return Padding(block, (0, 0, 0, INDENT))


def _summary_style(summary: Summary) -> str:
    if summary.exit_code("error"):
        return "bold red"
    return "bold yellow" if summary.counts[Severity.WARNING] else "bold green"
