"""A cause as a block of the text format: what is wrong is the headline, the broken relations stand below it."""

import re
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Styled

from lint.formatters.blocks import INDENT, STYLES, basis_line, foreign, indented, signs
from lint.formatters.causes import cause_lines, place_of, rules_of
from lint.formatters.excerpt import draw_excerpt
from lint.formatters.look import Look
from lint.formatters.words import SEVERITIES, place_words
from lint.model.cause import Cause
from lint.model.finding import Diagnostic
from lint.model.report import Tree

_MARKED = re.compile(r"\[[^\]]*\]")


def cause_block(cause: Cause, explained: Sequence[Diagnostic], tree: Tree, look: Look) -> RenderableType:
    """The headline with the cell, the table around it, the relations that it breaks, why it must be it, the law."""
    return Group(
        *_head(cause, explained, look),
        *_excerpt(cause, tree, look),
        *_relations(cause, explained, look),
        *_reasons(cause, look),
        basis_line(_laws(explained, look), look),
    )


def _head(cause: Cause, explained: Sequence[Diagnostic], look: Look) -> Iterator[RenderableType]:
    severity = min((found.severity for found in explained), key=lambda one: one.rank)
    head = Styled(look.shown(SEVERITIES[severity].say(look.language)), style=STYLES[severity])
    head.append(f" {foreign(' '.join(rules_of(explained)), look)} ", style="bold")
    first, *repairs = cause_lines(cause, look)
    head.append(look.shown(signs(first, look)), style="bold")
    yield head
    yield from (indented(Styled(look.shown(signs(line, look)))) for line in repairs)
    place = place_of(cause, explained)
    if where := place_words(place.as_dict() if place else {}).say(look.language):
        yield indented(Styled(foreign(where, look), style="dim"))


def _excerpt(cause: Cause, tree: Tree, look: Look) -> Iterator[RenderableType]:
    drawn = draw_excerpt(cause, tree, look, look.width - 3 * INDENT)
    if drawn is not None:
        yield indented(drawn, 2)


def _relations(cause: Cause, explained: Sequence[Diagnostic], look: Look) -> Iterator[RenderableType]:
    """One line each: the rule, and the relation with its figures."""
    rules = {found.fingerprint: found.rule for found in explained}
    for fingerprint, words in zip(cause.explains, cause.proof.broken, strict=True):
        if fingerprint in rules:
            line = Styled(f"{foreign(rules[fingerprint], look)} ", style="bold")
            line.append(foreign(signs(words.say(look.language), look), look), style="not bold")
            line.highlight_regex(_MARKED, "bold red")
            yield indented(line)


def _reasons(cause: Cause, look: Look) -> Iterator[RenderableType]:
    for words in cause.proof.because:
        yield indented(Styled(foreign(signs(words.say(look.language), look), look), style="dim"))


def _laws(explained: Sequence[Diagnostic], look: Look) -> str:
    laws = dict.fromkeys(found.basis.say(look.language) for found in explained)
    return ("；" if look.language == "zh" else "; ").join(laws)
