"""Many files on all cores: the results are those of one process, in the same order, and never all in memory at once."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint.model.report import Document, Places, Report
from lint.model.run import Checked
from lint.readers.files import Target, suffix_of
from lint.readers.table import TEXTS

if TYPE_CHECKING:  # loading them takes longer than checking a few reports
    from concurrent.futures import Future, ProcessPoolExecutor

# What reading and checking costs, as a multiple of a JSON report; from so much on a second process is worth its start.
_DOCUMENT, _WORTH, _WORTH_SPAWNED = 10, 400, 4_000
_NOTHING = Document()
_SHARE = 20  # of that cost in one piece of work
_AHEAD = 3  # pieces that wait for each process, so that none idles and results do not pile up


class Worker(Protocol):
    """What checks files one after the other."""

    def check_here(self, found: Sequence[Target]) -> Iterator[Checked]:
        """Check files in this process."""
        ...


class Plan(NamedTuple):
    """How to make a worker in another process, and what to answer for a file that ended it.

    ``places`` says that reports without findings are asked for places too, ``light`` that nobody looks at them.
    """

    make: Callable[[], Worker]
    refuse: Callable[[Target], Checked]
    jobs: int
    places: bool = False
    light: bool = False


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a process can take over what this one has loaded; elsewhere each loads its own."""
    return os.name == "posix" and hasattr(os, "sched_getaffinity")


def processes_for(found: Sequence[Target], asked: int | None) -> int:
    """How many processes to use: as asked, else all cores where there is enough to do."""
    if asked is not None:
        return min(asked, max(1, len(found)))
    worth = _WORTH if can_fork() else _WORTH_SPAWNED
    return cores() if sum(map(_cost, found)) >= worth else 1


def _cost(target: Target) -> int:
    return 1 if suffix_of(target.path) in TEXTS else _DOCUMENT


def _same(places: Places) -> Places:
    return places


_worker: Worker | None = None
_places = _light = False


def _begin(make: Callable[[], Worker], places: bool, light: bool) -> None:  # noqa: FBT001 - as a pool passes it on
    """Make the worker of a new process. An interruption from the keyboard is the first process's to answer."""
    global _worker, _places, _light  # what a worker process holds
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _worker, _places, _light = make(), places, light


def _work(piece: Sequence[Target]) -> list[Checked]:
    """The results of a piece of work."""
    assert _worker is not None  # noqa: S101 - _begin has run
    return [sendable(one, places=_places, light=_light) for one in _worker.check_here(piece)]


def sendable(checked: Checked, *, places: bool = False, light: bool = False) -> Checked:
    """A result whose places are a value: none where nothing was found, unless all ``places`` are wanted.

    ``light``: nobody looks at a report without findings, and only whose it is goes along.
    """
    report = checked.report
    if report is None:
        return checked
    if light and not checked.diagnostics:
        return checked._replace(report=Report(report.source, {}, report.identity, _NOTHING))
    found = report.find_places() if checked.diagnostics or places else {}
    return checked._replace(report=report._replace(find_places=partial(_same, found)))


def check_in_parallel(found: Sequence[Target], plan: Plan) -> Iterator[Checked]:
    """Check files in several processes. A file that ends its process is told as unreadable; the others go on."""
    pieces = deque(pieces_of(found))
    while pieces:
        yield from _until_broken(pieces, plan)
        if pieces:  # a process died: of the pieces under way the first may be to blame, and is done file by file
            for target in pieces.popleft():
                yield _alone(target, plan)


def pieces_of(found: Sequence[Target], share: int = _SHARE) -> Iterator[tuple[Target, ...]]:
    """Files that follow each other, as many as cost about so much, as a multiple of one JSON report."""
    held: list[Target] = []
    cost = 0
    for target in found:
        held.append(target)
        cost += _cost(target)
        if cost >= share:
            yield tuple(held)
            held, cost = [], 0
    if held:
        yield tuple(held)


def _until_broken(pieces: deque[tuple[Target, ...]], plan: Plan) -> Iterator[Checked]:
    """The results of the pieces in order, each taken off once told; ends early where a process died."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = _pool(plan, plan.jobs)
    try:
        under_way: deque[Future[list[Checked]]] = deque()
        while pieces:
            for piece in islice(pieces, len(under_way), plan.jobs * _AHEAD):
                under_way.append(pool.submit(_work, piece))
            results = under_way.popleft().result()
            pieces.popleft()
            yield from results
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(target: Target, plan: Plan) -> Checked:
    """One file in a process of its own."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    with _pool(plan, 1) as pool:
        try:
            return pool.submit(_work, (target,)).result()[0]
        except BrokenProcessPool:
            return plan.refuse(target)


def _pool(plan: Plan, jobs: int) -> "ProcessPoolExecutor":
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    return ProcessPoolExecutor(jobs, context, _begin, (plan.make, plan.places, plan.light))
