"""What has to wait until the end of a run is written aside: little of it in memory, more in a temporary file.

The file has no name where the system allows it, belongs to this process alone, and is gone with it.
"""

import codecs
import contextlib
import os
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import IO, Self

from lint.model.errors import OutputError
from lint.model.text import Text

IN_MEMORY = 1 << 21  # bytes, before they go to the file
_CHUNK = 1 << 16  # bytes read at once
_NO_ROOM = Text(
    "临时文件夹里放不下中间结果：{reason}", "what is written aside cannot be put into the temporary folder: {reason}"
)


class Aside:
    """Text or bytes, written piece by piece, read back once all are there. ``size`` is in bytes.

    Raises OutputError where the temporary folder cannot take them.
    """

    def __init__(self) -> None:
        self.size = 0
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed with this object

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):  # what a full disk refuses is not wanted any longer
            self._file.close()

    def write(self, piece: str | bytes) -> None:
        """Write a piece behind the others."""
        data = piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece
        self.size += len(data)
        with _room():
            self._file.write(data)

    @contextlib.contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """The file itself, for what is not written from its beginning to its end."""
        with _room():
            yield self._file
            self.size = self._file.seek(0, os.SEEK_END)

    def pieces(self) -> Iterator[bytes]:
        """All that was written, in pieces of any length."""
        return self._read(0, self.size)

    def text(self) -> Iterator[str]:
        """The same as text."""
        return codecs.iterdecode(self.pieces(), "utf-8", "surrogatepass")

    def lines(self, start: int, end: int) -> Iterator[bytes]:
        """The lines between two places, without their ends; lines of elsewhere may be read in turn."""
        held: list[bytes] = []
        for piece in self._read(start, end):
            rest, *begun = piece.split(b"\n")
            held.append(rest)
            for one in begun:
                yield b"".join(held)
                held = [one]

    def _read(self, start: int, end: int) -> Iterator[bytes]:
        while start < end:
            with _room():
                self._file.seek(start)
                piece = self._file.read(min(_CHUNK, end - start))
            start += len(piece)
            yield piece


@contextlib.contextmanager
def _room() -> Iterator[None]:
    """Say in which folder it is that something cannot be written."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(_NO_ROOM.fill({"reason": reason}), tempfile.tempdir) from None
