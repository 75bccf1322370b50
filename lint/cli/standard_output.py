"""Standard output in pieces: what is written stays whole when the run is ended from outside."""

import codecs
import contextlib
import io
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from types import FrameType
from typing import TypeAlias

from lint.model.errors import OutputError
from lint.model.text import Text

CHUNK = 1 << 16  # characters that are written at once
SOON = 0.2  # seconds that a piece may wait for others, when more of them come
_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")

Put: TypeAlias = Callable[[str | bytes], None]
Answer: TypeAlias = Callable[[int, FrameType | None], object]


@contextlib.contextmanager
def standard_output() -> Iterator[Put]:
    """What takes the pieces, bytes as they are; all are written at the end, also where that comes early.

    Raises BrokenPipeError where the reader went away, OutputError where it cannot be written.
    """
    if sys.stdout is None:
        raise OutputError(Text("标准输出已关闭", "standard output is closed"))
    held = _Held()
    try:
        yield held.put
    except BaseException:
        with contextlib.suppress(OSError, OutputError):
            held.end()
        raise
    held.end()


class _Held:
    """Pieces that wait for each other, and not for long: a reader behind a pipe wants to see them."""

    def __init__(self) -> None:
        self._pieces: list[str | bytes] = []
        self._size = 0
        self._written = 0.0

    def put(self, piece: str | bytes) -> None:
        """Take a piece."""
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > CHUNK or time.monotonic() - self._written > SOON or sys.stdout.isatty():
            self._write()

    def end(self) -> None:
        """Write what is still held."""
        if self._pieces:
            self._write()

    def _write(self) -> None:
        pieces, self._pieces, self._size = self._pieces, [], 0
        try:
            with whole():
                _write(pieces)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(Text(f"无法输出：{error.strerror}", f"cannot write: {error.strerror}")) from None
        self._written = time.monotonic()


def _write(pieces: list[str | bytes]) -> None:
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    raw = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase) and not sys.stdout.isatty():
        # Without a buffer (PYTHONUNBUFFERED), Python forgets what a write that a signal cut short has left.
        encoder = _encoder(sys.stdout.encoding, sys.stdout.errors or "strict")
        encoded = encoder.encode(text.replace("\n", os.linesep))
        _write_raw(b"".join([encoded, *(piece for piece in pieces if isinstance(piece, bytes))]), raw)
        return
    sys.stdout.write(text)
    sys.stdout.flush()
    for piece in pieces:
        if isinstance(piece, bytes):
            sys.stdout.buffer.write(piece)
    sys.stdout.flush()


@cache
def _encoder(encoding: str, errors: str) -> codecs.IncrementalEncoder:
    """One for all that is written: a mark of the order of bytes stands at the beginning only."""
    return codecs.getincrementalencoder(encoding)(errors)


def _write_raw(data: bytes, file: io.RawIOBase) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]


@contextlib.contextmanager
def whole() -> Iterator[None]:
    """A signal that ends the run waits until this is done: no line stays half written. A second one does not wait."""
    answers = _answers()
    heard: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        heard.append(number)
        if len(heard) > 1:
            answers[number](number, frame)

    for number in answers:
        signal.signal(number, hear)
    try:
        yield
    finally:
        for number, answer in answers.items():
            signal.signal(number, answer)
        if len(heard) == 1:
            answers[heard[0]](heard[0], None)


def _answers() -> dict[int, Answer]:
    """What this program does about each signal that ends it; what is ignored, or ends it at once, stays as it is."""
    numbers = (getattr(signal, name, None) for name in _ENDINGS)
    found = ((number, signal.getsignal(number)) for number in numbers if number is not None)
    return {number: answer for number, answer in found if callable(answer)}
