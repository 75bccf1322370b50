"""Many reports on all cores: the results are those of one process in their order, and never all in memory at once."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint.model.report import Document, Places, Report
from lint.model.run import Checked
from lint.pieces import Answer, Piece, answered, apart
from lint.readers.files import Target

if TYPE_CHECKING:  # loading them takes longer than checking a few reports
    from concurrent.futures import Future, ProcessPoolExecutor

# What all files cost, as a multiple of a JSON report, from which a second process is worth its start.
_WORTH, _WORTH_SPAWNED = 400, 4_000
_NOTHING = Document()
_SHARE = 50  # of that cost in one piece of work: some more than are asked together
_AHEAD = 3  # pieces that wait for each process, so that none idles and results do not pile up


class Worker(Protocol):
    """What answers to one piece of work after the other."""

    def answer(self, piece: Piece, *, read_only: bool) -> Answer:
        """The results of a piece in this process."""
        ...


class Want(NamedTuple):
    """What a run wants of each report.

    ``places`` says that reports without findings are asked for places too, ``light`` that nobody looks at them,
    ``read_only`` that nothing is asked about any.
    """

    places: bool = False
    light: bool = False
    read_only: bool = False


class Plan(NamedTuple):
    """How to make a worker in another process, and what to answer for a report that ended it."""

    make: Callable[[], Worker]
    refuse: Callable[[str], Checked]
    jobs: int
    want: Want = Want()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a process can take over what this one has loaded; elsewhere each loads its own."""
    return os.name == "posix" and hasattr(os, "sched_getaffinity")


def processes_for(count: int, cost: int, asked: int | None) -> int:
    """How many processes to use for so many reports: as asked, else all cores where their cost is worth it."""
    if asked is not None:
        return min(asked, max(1, count))
    return cores() if cost >= (_WORTH if can_fork() else _WORTH_SPAWNED) else 1


def _same(places: Places) -> Places:
    return places


_worker: Worker | None = None
_want = Want()


def _begin(make: Callable[[], Worker], want: Want) -> None:
    """Make the worker of a new process. An interruption from the keyboard is the first process's to answer."""
    global _worker, _want  # what a worker process holds
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _worker, _want = make(), want


def _work(piece: Piece) -> Answer:
    """The answer to a piece of work."""
    assert _worker is not None  # noqa: S101 - _begin has run
    answer = _worker.answer(piece, read_only=_want.read_only)
    return answer._replace(results=[sendable(one, _want) for one in answer.results])


def sendable(checked: Checked, want: Want) -> Checked:
    """A result whose places are a value: none where nothing was found, unless all are wanted.

    Where nobody looks at a report without findings, only whose it is goes along.
    """
    report = checked.report
    if report is None:
        return checked
    if want.light and not want.read_only and not checked.diagnostics:
        return checked._replace(report=Report(report.source, {}, report.identity, _NOTHING))
    found = report.find_places() if checked.diagnostics or want.places else {}
    return checked._replace(report=report._replace(find_places=partial(_same, found), flat=None))


def check_in_parallel(found: Sequence[Target], plan: Plan) -> Iterator[Checked]:
    """Check files in several processes. A report that ends its process is told as unreadable; the others go on."""
    return answered(found, _SHARE, partial(_answers, plan))


def _answers(plan: Plan, waiting: Iterator[Piece]) -> Iterator[tuple[Piece, Answer]]:
    """The answers to pieces in their order. Where a process died, the first piece under way may be to blame."""
    under_way: deque[Piece] = deque()
    while True:
        yield from _until_broken(plan, under_way, waiting)
        if not under_way:
            return
        first, waiting = under_way[0], chain(tuple(under_way)[1:], waiting)
        under_way.clear()
        yield first, apart(first, partial(_alone, plan), plan.refuse)


def _until_broken(plan: Plan, under_way: deque[Piece], waiting: Iterator[Piece]) -> Iterator[tuple[Piece, Answer]]:
    """The answers until all are given, or until a process died: then ``under_way`` has the pieces that were sent."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    futures: deque[Future[Answer]] = deque()
    pool = _pool(plan, plan.jobs)
    try:
        while True:
            for piece in islice(waiting, plan.jobs * _AHEAD - len(under_way)):
                under_way.append(piece)
                futures.append(pool.submit(_work, piece))
            if not under_way:
                return
            answer = futures.popleft().result()
            yield under_way.popleft(), answer
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(plan: Plan, piece: Piece) -> Answer:
    """A piece in a process of its own. Raises BrokenProcessPool where it ends that."""
    with _pool(plan, 1) as pool:
        return pool.submit(_work, piece).result()


def _pool(plan: Plan, jobs: int) -> "ProcessPoolExecutor":
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    return ProcessPoolExecutor(jobs, context, _begin, (plan.make, plan.want))
