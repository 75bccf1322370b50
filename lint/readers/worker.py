"""A parser in a process of its own: what it does to itself on a hostile file harms nothing else.

``python -m lint.readers.worker MODULE`` reads a file from its standard input and writes the outline that the module's
``outline_of`` makes of it.
"""

import contextlib
import os
import signal
import struct
import subprocess
import sys
import threading
from importlib import import_module
from pathlib import Path

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.limits import ANSWER_BYTES, WORKER_BYTES, WORKER_SECONDS
from lint.readers.missing import missing
from lint.readers.outline import Outline
from lint.readers.wire import BadAnswer, pack, pack_refusal, unpack

_LENGTH = struct.Struct("<Q")
_END = b"outline complete"
_KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG", "LC_ALL", "LD_LIBRARY_PATH")
_DIED = Text("读取程序中途退出（文件可能已损坏或有害）", "the reader ended midway: the file may be damaged or hostile")
_SLOW = Text(f"读取超过 {WORKER_SECONDS} 秒，已中止", f"reading took more than {WORKER_SECONDS} s and was stopped")
_LARGE = Text("读取所需内存超过上限，已中止", "reading needed more memory than the limit and was stopped")
_FAILED = 70
_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0) or 1  # Windows has none, and no such exit code
_LONGEST = ANSWER_BYTES + _LENGTH.size + len(_END) + 1


def read_apart(module: str, data: bytes, *, text: bool = False) -> Outline:
    """The outline of a file by the ``outline_of`` of a module, in a process of its own.

    ``text`` says that ``data`` is UTF-8 and the parser takes text.
    Raises Unreadable (LT001) where the parser refuses the file, takes more than 8 s or 1 GB, or dies.
    """
    command = [sys.executable, "-P", "-s", "-m", "lint.readers.worker", module, *(["text"] if text else [])]
    code, written, stopped = _run(command, data)
    if stopped:
        raise Unreadable("LT001", _SLOW)
    if code == _FAILED:
        raise Unreadable("LT001", _LARGE)
    try:
        return unpack(_answer(written))
    except BadAnswer as error:
        raise Unreadable("LT001", _DIED) from error


def _run(command: list[str], data: bytes) -> tuple[int, bytes, bool]:
    """Exit code, what was written up to the limit, and whether time ran out. Nothing that a parser says is kept."""
    stopped = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own program, no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as process:

        def stop() -> None:
            stopped.set()
            process.kill()

        timer = threading.Timer(WORKER_SECONDS, stop)
        timer.start()
        try:
            written = _exchange(process, data)
            code = process.wait()
        finally:
            timer.cancel()
            process.kill()
    # A busy one may use up its time on the processor before the clock says so.
    return code, written, stopped.is_set() or code == -_OUT_OF_TIME


def _exchange(process: "subprocess.Popen[bytes]", data: bytes) -> bytes:
    """All of its input first, then its answer: it reads to the end before it writes."""
    if process.stdin is None or process.stdout is None:
        return b""
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(data)
        process.stdin.close()
    written = process.stdout.read(_LONGEST)
    if len(written) == _LONGEST:
        process.kill()
    return written


def _answer(written: bytes) -> bytes:
    """The one whole answer that was written. Raises BadAnswer where it is missing, cut off or too long."""
    size = _LENGTH.unpack_from(written)[0] if len(written) >= _LENGTH.size else 0
    body = written[_LENGTH.size : _LENGTH.size + size]
    if not size or len(body) != size or size > ANSWER_BYTES or written[_LENGTH.size + size :] != _END:
        raise BadAnswer(f"{len(written)} bytes")
    return body


def _environment() -> dict[str, str]:
    """Nothing of the user's but what a process needs to start; this very package, wherever it lies."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    package = str(Path(__file__).parents[2])
    return {**kept, "PYTHONPATH": package, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


def main(module: str, *, text: bool = False) -> int:
    """Read standard input, write the answer between its length and its end; 70 where memory ran out."""
    data = sys.stdin.buffer.read()
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever a parser prints goes elsewhere
    try:
        outline_of = import_module(module).outline_of
        _limit()
        body = pack(outline_of(data.decode() if text else data))
    except ModuleNotFoundError as error:
        body = pack_refusal(missing(error))
    except Unreadable as error:
        body = pack_refusal(error)
    except MemoryError:
        return _FAILED
    with os.fdopen(answers, "wb") as stream:
        stream.write(_LENGTH.pack(len(body)) + body + _END)
    return 0


def _limit() -> None:
    """No more memory, no files, no core: where the system can say so."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for name, limit in (
        ("RLIMIT_AS", WORKER_BYTES),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
    ):
        resource.setrlimit(getattr(resource, name), (limit, limit))
    # The first limit ends it by a signal of its own, which tells why.
    resource.setrlimit(resource.RLIMIT_CPU, (WORKER_SECONDS, WORKER_SECONDS + 1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], text=len(sys.argv) > 2))  # noqa: PLR2004
