"""Many reports on all cores: the results are those of one process in their order, and never all in memory at once."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint.model.run import Checked
from lint.pieces import Answer, Piece, Want, answered, apart
from lint.readers.files import Target

if TYPE_CHECKING:  # loading them takes longer than checking a few reports
    from concurrent.futures import Future, ProcessPoolExecutor

# What all files cost, as a multiple of a JSON report, from which a second process is worth its start.
_WORTH, _WORTH_SPAWNED = 400, 4_000
_SHARE = 100  # of that cost in one piece of work: to send fewer, and to get their answers, takes less time
_AHEAD = 3  # pieces that wait for each process, so that none idles and results do not pile up


class Worker(Protocol):
    """What answers to one piece of work after the other."""

    def answer(self, piece: Piece, want: Want) -> Answer:
        """The results of a piece in this process, made ready to be sent to another."""
        ...


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
    return _worker.answer(piece, _want)


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
