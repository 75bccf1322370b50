"""The formats of a run on their way to where they go: each is told every result, and one that fails ends alone."""

from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from lint.cli.output import Sink, encoded, replacing
from lint.model.errors import OutputError

if TYPE_CHECKING:
    from lint.formatters.look import Look
    from lint.model.run import Checked, Summary

# It is sent one result after the other, then None. Closed before, it leaves nothing half written.
Writing: TypeAlias = "Generator[None, Checked | None, None]"


def writing(output: Sink, summary: "Summary", look: "Look") -> Writing:
    """One format on its way. Raises OutputError where it cannot be written."""
    from lint.cli.standard_output import standard_output
    from lint.formatters.table import folder_formatter, formatter

    if output.path is None:
        with standard_output() as put:
            yield from _passed(formatter(output.format)(summary, look), put)
    elif output.is_folder and isinstance(output.path, Path):
        from lint.cli.folders import replacing_folder

        with replacing_folder(output.path) as put_page:
            yield from _passed(folder_formatter(output.format)(summary, look), put_page)
    else:
        with replacing(output.path) as file:
            yield from _passed(formatter(output.format)(summary, look), lambda piece: file.write(encoded(piece)))


def _passed(rendering: "Generator[Any, Checked | None, None]", put: Callable[[Any], object]) -> Writing:
    """Hand a format the results that it asks for, and ``put`` the pieces that it gives."""
    try:
        piece = next(rendering)
        while True:
            if piece is None:
                piece = rendering.send((yield))
            else:
                put(piece)
                piece = next(rendering)
    except StopIteration:
        return


class Several:
    """The formats of a run. Left before its end, it leaves nothing half written."""

    def __init__(self, writings: Iterable[Writing]) -> None:
        self._under_way = dict(enumerate(writings))
        self._failed: dict[int, OutputError] = {}

    def __enter__(self) -> Self:
        self._send(None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in self._under_way.values():
            one.close()

    def wanted(self, results: "Iterator[Checked]") -> "Iterator[Checked]":
        """The results as long as any format is under way."""
        while self._under_way and (checked := next(results, None)):
            yield checked

    def tell(self, checked: "Checked") -> None:
        """One result for every format."""
        self._send(checked)

    def end(self) -> None:
        """There are no more results."""
        self._send(None)

    def _send(self, checked: "Checked | None") -> None:
        for number, one in tuple(self._under_way.items()):
            try:
                one.send(checked)
            except StopIteration:
                del self._under_way[number]
            except OutputError as error:
                self._failed[number] = error
                del self._under_way[number]

    def raise_failed(self) -> None:
        """Raise the OutputError of the first format that could not be written."""
        for number in sorted(self._failed):
            raise self._failed[number]
