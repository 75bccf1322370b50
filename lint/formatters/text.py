"""``text``: for people. What is wrong is drawn: the place, the words, the equation with its figures, the law."""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from lint.formatters.equation import draw
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.summary import summary_line
from lint.formatters.words import BASIS, HALF, PASSED_OVER, SEVERITIES, UNREADABLE, place_words
from lint.model.finding import Diagnostic, Severity
from lint.model.run import Checked, Summary

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_STATES = {"half": HALF, "unreadable": UNREADABLE}


def render(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    """A block for each file with findings, then the summary."""
    for checked in results:
        summary.add(checked)
        if checked.diagnostics or checked.state != "read":
            yield _drawn(_block(checked, look), look)
    yield _drawn(Styled(summary_line(summary, look), style=_summary_style(summary)), look)


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
        safe_box=look.ascii,
        legacy_windows=False,
    )
    console.print(block)
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))


def _block(checked: Checked, look: Look) -> RenderableType:
    title = Styled(escape(checked.source), style="bold underline")
    if checked.report and checked.report.identity.agency:
        year = checked.report.identity.year
        title.append(f"  {escape(checked.report.identity.agency)} {year or ''}".rstrip(), style="not underline")
    if checked.state == "passed_over":
        return Styled(f"{escape(checked.source)}  {PASSED_OVER.say(look.language)}", style="dim")
    if checked.state != "read":
        title.append(f"  {_STATES[checked.state].say(look.language)}", style="not underline red")
    blocks = [Padding(_finding(found, look), (0, 0, 0, 2)) for found in checked.diagnostics]
    return Group(title, *blocks, Styled(""))


def _finding(found: Diagnostic, look: Look) -> RenderableType:
    language = look.language
    head = Styled(SEVERITIES[found.severity].say(language), style=STYLES[found.severity])
    head.append(f" {found.rule}", style="bold")
    head.append(f" {found.name}", style="dim")
    place = place_words(found.place.as_dict() if found.place else {}).say(language)
    message, told = found.message.say(language), found.where.say(language)
    where = " ".join(filter(None, (place, "" if told in message else told)))
    lines: list[RenderableType] = [head, *(_indented(Styled(escape(line))) for line in (where, message) if line)]
    if found.terms:
        lines.append(_indented(_indented(draw(found, look))))
    if not found.rule.startswith("LT"):
        lines.append(_indented(Styled(f"{BASIS.say(language)}: {found.basis.say(language)}", style="dim")))
    return Group(*lines)


def _indented(block: RenderableType) -> RenderableType:
    return Padding(block, (0, 0, 0, 2))


def _summary_style(summary: Summary) -> str:
    if summary.exit_code("error"):
        return "bold red"
    return "bold yellow" if summary.counts[Severity.WARNING] else "bold green"
