"""What a worker does: the session of a run made once, then piece after piece checked by it."""

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lint.api import Session
from lint.cluster.likeness import Likeness, likeness_of, refuse_unlike
from lint.model.errors import UsageError
from lint.model.settings import Settings
from lint.model.text import Text
from lint.pieces import Answer, Piece, Want

_NO_FOLDER = Text(
    "工作进程所在的 {host} 上没有文件夹 {folder}：各台机器须能以同一路径读到报告",
    "there is no folder {folder} on {host}: every machine has to reach the reports by the same path",
)


@dataclass(frozen=True)
class Order:
    """What a run asks of every worker; ``key`` tells one run from another.

    ``folder`` is where relative names start, None where there are none.
    """

    key: str
    settings: Settings
    cache_folder: Path | None
    folder: str | None
    likeness: Likeness
    want: Want


_ONE_AT_A_TIME = threading.Lock()  # a worker may have several threads; a session, and the current folder, are for one
_held: dict[str, Session] = {}


def placed(order: Order) -> Order:
    """The order, as data that the workers pass on to each other: each gets it once."""
    return order


def answer(order: Order, piece: Piece) -> Answer:
    """Check a piece. Raises UsageError where this machine cannot do as that of the user would."""
    with _ONE_AT_A_TIME, _inside(order.folder):
        return _session_for(order).answer(piece, order.want)


@contextlib.contextmanager
def _inside(folder: str | None) -> Iterator[None]:
    """The current folder is that of the user for a while: relative names mean, and are called, the same."""
    if folder is None:
        yield
        return
    before = os.getcwd()  # noqa: PTH109 - a name, to go back to
    try:
        os.chdir(folder)
    except OSError:
        raise UsageError(_NO_FOLDER.fill({"host": socket.gethostname(), "folder": folder})) from None
    try:
        yield
    finally:
        os.chdir(before)


def _session_for(order: Order) -> Session:
    """The session of an order, with what it has learned."""
    if order.key not in _held:
        refuse_unlike(order.likeness, likeness_of(order.settings.rules), socket.gethostname())
        session = Session(order.settings, order.cache_folder)
        session.light = order.want.light
        _held.clear()
        _held[order.key] = session
    return _held[order.key]
