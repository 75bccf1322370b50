"""The text format while there is nothing to draw: a clean run says its one line without loading rich."""

import itertools
from collections.abc import Iterable, Iterator

from lint.formatters.look import Look
from lint.formatters.summary import summary_line
from lint.model.run import Checked, Summary


def render(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    """Clean reports are counted here; from the first that is not, the drawing formatter goes on."""
    rest = iter(results)
    for checked in rest:
        if checked.diagnostics or checked.state != "read":
            from lint.formatters import text  # noqa: PLC0415 - 40 ms that a clean run need not pay

            yield from text.render(itertools.chain([checked], rest), summary, look)
            return
        summary.add(checked)
    yield summary_line(summary, look) + "\n"
