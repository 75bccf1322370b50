"""All formats in one table: one new format is one new file and one new line."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from lint.formatters import json_, plain
from lint.formatters.look import Look
from lint.model.run import Checked, Summary

Formatter: TypeAlias = Callable[[Iterable[Checked], Summary, Look], Iterator[str]]


def _text(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    """The text format; rich is imported only when there is something to draw."""
    from lint.formatters.quiet import render  # noqa: PLC0415

    return render(results, summary, look)


FORMATTERS: dict[str, Formatter] = {
    "text": _text,
    "plain": plain.render,
    "json": json_.render,
    "jsonl": json_.render_lines,
}
