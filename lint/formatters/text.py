"""``text``: for people. What is wrong is drawn: the place, the words, the equation with its figures, the law."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text as Styled

from lint.formatters.blocks import INDENT, STYLES, basis_line, foreign, indented, printed
from lint.formatters.cause_block import cause_block
from lint.formatters.causes import in_turn, waived
from lint.formatters.equation import draw
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.summary import summary_line
from lint.formatters.undecided import undecided_line
from lint.formatters.words import HALF, PASSED_OVER, SEVERITIES, UNREADABLE, WAIVED, place_words
from lint.model.finding import Diagnostic, Severity
from lint.model.run import Checked, Summary

_STATES = {"half": HALF, "unreadable": UNREADABLE}


def render(summary: Summary, look: Look, first: Checked | None = None) -> Rendering:
    """A block for each file with findings, then the summary. ``first`` is a result that was asked for already."""
    checked = first or (yield None)
    while checked:
        if checked.diagnostics or checked.undecided or checked.state != "read":
            yield printed(_block(checked, look), look)
        checked = yield None
    line = Styled(look.shown(summary_line(summary, look)), style=_summary_style(summary))
    yield printed(line, look)


def _block(checked: Checked, look: Look) -> RenderableType:
    title = Styled(foreign(checked.source, look), style="bold underline")
    if checked.state == "passed_over":
        return Styled(f"{foreign(checked.source, look)}  {look.shown(PASSED_OVER.say(look.language))}", style="dim")
    if checked.report and checked.report.identity.agency:
        year = checked.report.identity.year
        title.append(f"  {foreign(checked.report.identity.agency, look)} {year or ''}".rstrip(), style="not underline")
    if checked.state in _STATES:
        title.append(f"  {look.shown(_STATES[checked.state].say(look.language))}", style="not underline red")
    blocks = [indented(block) for block in _findings(checked, look)]
    if undecided := undecided_line(checked, look):
        blocks.append(indented(Styled(foreign(undecided, look), style="dim")))
    return Group(title, *blocks, Styled(""))


def _findings(checked: Checked, look: Look) -> Iterator[RenderableType]:
    """One block for each cause where its first finding stands, and one for each finding that no cause explains."""
    tree = checked.report.tree if checked.report else {}
    for cause, findings in in_turn(checked):
        if waived(findings):
            yield from (_waived(found, look) for found in findings)
        elif cause is not None:
            yield cause_block(cause, findings, tree, look)
        else:
            yield from (_finding(found, look) for found in findings)


def _finding(found: Diagnostic, look: Look) -> RenderableType:
    language = look.language
    head = Styled(look.shown(SEVERITIES[found.severity].say(language)), style=STYLES[found.severity])
    head.append(f" {foreign(found.rule, look)}", style="bold")
    head.append(f" {foreign(found.name, look)}", style="dim")
    place = place_words(found.place.as_dict() if found.place else {}).say(language)
    message, told = found.message.say(language), found.where.say(language)
    where = " ".join(filter(None, (place, "" if told in message else told)))
    lines: list[RenderableType] = [head]
    lines += [indented(Styled(foreign(line, look))) for line in (where, message) if line]
    if len({term.side for term in found.terms}) > 1:
        lines.append(indented(draw(found, look, look.width - 3 * INDENT), 2))
    if not found.rule.startswith("LT"):
        lines.append(basis_line(found.basis.say(language), look))
    return Group(*lines)


def _waived(found: Diagnostic, look: Look) -> RenderableType:
    """A finding that is accepted, with the reason: seen, and not in the way."""
    language = look.language
    message, told = found.message.say(language), found.where.say(language)
    where = "" if told in message else f"{told}："
    words = f"{WAIVED.say(language)} {found.rule} {where}{message}（{found.waived}）"
    return Styled(foreign(words, look), style="dim")


def _summary_style(summary: Summary) -> str:
    if summary.exit_code("error"):
        return "bold red"
    return "bold yellow" if summary.counts[Severity.WARNING] else "bold green"
