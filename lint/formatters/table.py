"""All formats in one table: one new format is one new file and one new line. Each is imported when it is asked for."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TypeAlias

from lint.formatters.look import Look
from lint.model.run import Checked, Summary

Formatter: TypeAlias = Callable[[Iterable[Checked], Summary, Look], Iterator[str]]

# The module below this package, and its function.
FORMATTERS: dict[str, tuple[str, str]] = {
    "text": ("quiet", "render"),
    "plain": ("plain", "render"),
    "json": ("json_", "render"),
    "jsonl": ("json_", "render_lines"),
}


def formatter(name: str) -> Formatter:
    """The formatter of that name. Raises KeyError for an unknown one."""
    module, function = FORMATTERS[name]
    found: Formatter = getattr(import_module(f"lint.formatters.{module}"), function)
    return found
