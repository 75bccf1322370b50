"""One question to a store: answered in bounded time, and every failure told as an ``OSError`` with its reason."""

import errno
import os
import threading
import time
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from lint.model.address import Url

_Answer = TypeVar("_Answer")
SECONDS = 60  # for an answer, or a piece of a file
_MOST = 300  # characters of a driver's words
# A store that is away is not waited for file by file: after so many calls in vain it is left alone for a while.
_IN_VAIN, _ALONE = 3, 300  # calls, seconds
_REASONS: tuple[tuple[type[BaseException], int], ...] = (
    (FileNotFoundError, errno.ENOENT),
    (PermissionError, errno.EACCES),
    (IsADirectoryError, errno.EISDIR),
    (NotADirectoryError, errno.ENOTDIR),
    (TimeoutError, errno.ETIMEDOUT),
)


class Question(Generic[_Answer]):
    """A question on its way: what came of it, once ``done``."""

    def __init__(self, call: Callable[[], _Answer]) -> None:
        self._call = call
        self.done = threading.Event()
        self.answer: list[_Answer] = []
        self.error: Exception | None = None

    def __call__(self) -> None:
        """Ask it, in the thread of its own."""
        try:
            self.answer.append(self._call())
        except Exception as error:  # noqa: BLE001 - a driver raises whatever its libraries do, and it is told, never lost
            self.error = error
        finally:
            self.done.set()

    def result(self) -> _Answer:
        """The answer, once it is there. Raises what the call raised."""
        self.done.wait()
        if self.error is not None:
            raise self.error
        return self.answer[0]


class _Away(NamedTuple):
    """A store that does not answer: how often in a row, with what reason, and since when."""

    times: int
    reason: OSError
    since: float


_away: dict[str, _Away] = {}


def asked(url: Url, call: Callable[[], _Answer], seconds: int = SECONDS) -> _Answer:
    """What a call answers about an address. Raises OSError, whose ``strerror`` is fit to be shown.

    Not every driver bounds how long it waits: the call is made in a thread of its own, which is left to itself when
    its time is up, and does not keep the process from ending.
    """
    _refuse_vain(url)
    question = Question(call)
    threading.Thread(target=question, name="xxgk-lint storage", daemon=True).start()
    if not question.done.wait(seconds):
        question.error = TimeoutError(errno.ETIMEDOUT, f"no answer within {seconds} s")
    if question.error is None:
        _away.pop(url.store, None)
        return question.answer[0]
    reason = told(url, question.error)
    if _is_silence(question.error):
        before = _away.get(url.store)
        _away[url.store] = _Away(before.times + 1 if before else 1, reason, time.monotonic())
    else:
        _away.pop(url.store, None)
    raise reason from None


def _refuse_vain(url: Url) -> None:
    away = _away.get(url.store)
    if away is not None and away.times >= _IN_VAIN and time.monotonic() - away.since < _ALONE:
        raise OSError(away.reason.errno, away.reason.strerror)


def _is_silence(error: Exception) -> bool:
    """Whether nobody answered, rather than somebody with a refusal; drivers have exceptions of their own for it."""
    names = (kind.__name__ for kind in type(error).__mro__)
    return any("Connect" in name or "Timeout" in name for name in names)


def told(url: Url, error: Exception) -> OSError:
    """A failure of a driver as one that may be shown: in one line, and without what opens doors."""
    number = next((number for kind, number in _REASONS if isinstance(error, kind)), None)
    said = _said(url, error)
    if number is None:
        return OSError(errno.EIO, said or type(error).__name__)
    named = os.strerror(number)
    return OSError(number, named if not said or said == named else f"{named}: {said}")


def _said(url: Url, error: Exception) -> str:
    """The words of a driver; none where they only repeat the path."""
    status = getattr(error, "status", None)
    if isinstance(status, int) and isinstance(getattr(error, "message", None), str):
        return f"HTTP {status} {error.message}".strip()  # type: ignore[attr-defined]  # as aiohttp has it
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    line = url.without_secrets(" ".join(str(words).split()))
    path = line.strip("'\"")
    if isinstance(error, FileNotFoundError) and (" " not in path or str(url).endswith(path.lstrip("/"))):
        return ""
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"
