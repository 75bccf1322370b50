"""How a format and a run meet: the format asks for one result after the other, and gives its pieces in between.

So all formats of a run are told of a report while it is at hand, and none has to be kept for the next format.
"""

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from lint.formatters.look import Look
from lint.model.run import Checked, Summary

if TYPE_CHECKING:
    from lint.formatters.pages import Page

Piece = TypeVar("Piece")

# ``yield None`` asks for the next result, and is None once there is none; whatever else is yielded is a piece of the
# output. The summary has counted a result when a format is told of it.
Rendering: TypeAlias = Generator[str | None, Checked | None, None]
Archiving: TypeAlias = Generator[bytes | None, Checked | None, None]
Paging: TypeAlias = "Generator[Page | None, Checked | None, None]"

Formatter: TypeAlias = Callable[[Summary, Look], Generator[str | bytes | None, Checked | None, None]]
FolderFormatter: TypeAlias = Callable[[Summary, Look], Paging]


def pieces(
    render: Callable[[Summary, Look], Generator[Piece | None, Checked | None, None]],
    results: Iterable[Checked],
    look: Look,
) -> Iterator[Piece]:
    """What one format alone gives of some results, each of which is taken only when the format asks for it."""
    summary, rest = Summary(), iter(results)
    rendering = render(summary, look)
    with contextlib.suppress(StopIteration):
        piece = next(rendering)
        while True:
            if piece is not None:
                yield piece
                piece = next(rendering)
            else:
                if checked := next(rest, None):
                    summary.add(checked)
                piece = rendering.send(checked)
