"""What a worker does: the session of a run made once, then piece after piece checked by it."""

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lint.api import Session
from lint.cluster.likeness import Likeness, likeness_of, refuse_unlike
from lint.cluster.pieces import Piece
from lint.columns.checking import Checker
from lint.columns.opening import read_part
from lint.columns.spans import Part
from lint.model.errors import Unreadable, UsageError
from lint.model.run import Checked
from lint.model.settings import Settings
from lint.model.text import Text
from lint.parallel import sendable

_NO_FOLDER = Text(
    "工作进程所在的 {host} 上没有文件夹 {folder}：各台机器须能以同一路径读到报告",
    "there is no folder {folder} on {host}: every machine has to reach the reports by the same path",
)


@dataclass(frozen=True)
class Order:
    """What a run asks of every worker; ``key`` tells one run from another.

    ``folder`` is where relative names start, None where there are none. ``light`` leaves out the trees of reports that
    pass, ``places`` sends the places of all, ``read_only`` asks no rules.
    """

    key: str
    settings: Settings
    cache_folder: Path | None
    folder: str | None
    likeness: Likeness
    light: bool
    places: bool
    read_only: bool


class Answer(NamedTuple):
    """The results of a piece; ``ended`` says that the rest of its collection cannot be read."""

    results: list[Checked]
    ended: bool = False


@dataclass
class _Held:
    """The session of an order, and what it has learned of collections."""

    order: Order
    session: Session

    @cached_property
    def checker(self) -> Checker:
        return Checker(self.session.asking())


_ONE_AT_A_TIME = threading.Lock()  # a worker may have several threads; a session, and the current folder, are for one
_held: dict[str, _Held] = {}


def placed(order: Order) -> Order:
    """The order, as data that the workers pass on to each other: each gets it once."""
    return order


def answer(order: Order, piece: Piece) -> Answer:
    """Check a piece. Raises UsageError where this machine cannot do as that of the user would."""
    with _ONE_AT_A_TIME, _inside(order.folder):
        held = _held_for(order)
        return _rows(held, piece) if piece.rows else Answer([_sent(one, order) for one in _files(held, piece)])


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


def _held_for(order: Order) -> _Held:
    if order.key not in _held:
        refuse_unlike(order.likeness, likeness_of(order.settings.rules), socket.gethostname())
        session = Session(order.settings, order.cache_folder)
        session.light = order.light
        _held.clear()
        _held[order.key] = _Held(order, session)
    return _held[order.key]


def _files(held: _Held, piece: Piece) -> Iterator[Checked]:
    session = held.session
    return session.read_targets(piece.targets) if held.order.read_only else session.check_targets(piece.targets)


def _rows(held: _Held, piece: Piece) -> Answer:
    assert piece.rows is not None  # noqa: S101 - as answer knows
    path, results = piece.targets[0].path, list[Checked]()
    asking = held.session.asking()
    try:
        part = Part(path, piece.rows)
        found = read_part(part, asking) if held.order.read_only else held.checker.check(part)
        results.extend(_sent(one, held.order) for one in found)
    except Unreadable as error:
        return Answer([*results, asking.refuse(path, error)], ended=True)
    return Answer(results)


def _sent(checked: Checked, order: Order) -> Checked:
    """A result as it travels: where nobody looks at a report that passes, only whose it is."""
    return sendable(checked, places=order.places, light=order.light and not order.read_only)
