"""A run on the workers of a Dask cluster: as many pieces under way as keep them busy, the results in order."""

import contextlib
import logging
import os
import pydoc
import uuid
import warnings
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.util import find_spec
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from lint import __version__
from lint.cluster.keyboard import deaf_to_interruptions
from lint.cluster.likeness import likeness_of
from lint.cluster.worker import Order, answer, placed
from lint.model.address import Url, is_url
from lint.model.errors import UsageError
from lint.model.run import Checked
from lint.model.text import Text
from lint.parallel import cores
from lint.pieces import Answer, Piece, Want, answered, apart

if TYPE_CHECKING:
    from lint.api import Session
    from lint.readers.files import Target

EXTRA = "xxgk-lint[dask]"
# What files of a piece cost, as a multiple of reading and checking one JSON report; see docs/cluster.md.
SHARE = 500
_AHEAD = 3  # pieces for each worker, so that none idles and results do not pile up
_WAIT, _LOOK = 60, 5  # seconds: for the first, or any, worker; between two looks
_MOST_NAMED = 3
_USUAL = "tcp://"  # of an address that names no way
_NO_PORT = "127.0.0.1:0"  # the page of Dask, which nobody asked for, where it is in nobody's way
ABSENT = Text(
    f"--engine dask 需要安装 {EXTRA}（pip install '{EXTRA}'）", f"--engine dask needs {EXTRA} (pip install '{EXTRA}')"
)
_UNREACHED = Text("连接不上调度器 {address}：{reason}", "the scheduler {address} cannot be reached: {reason}")
_LOST = Text("集群出错或已断开：{reason}", "the cluster failed, or was lost: {reason}")
_NOBODY = Text("等了 {seconds} 秒，调度器仍没有工作进程", "the scheduler has had no worker for {seconds} s")
_OTHERS = Text(
    f"工作进程须装有 xxgk-lint {__version__}，而", f"every worker has to have xxgk-lint {__version__}; these have not"
)
_NONE = Text("{worker} 没有安装", "{worker} has none")
_OTHER = Text("{worker} 是 {version}", "{worker} has {version}")


class Cluster:
    """The workers of a scheduler, or of one that is started here with ``jobs`` workers and ended with it.

    ``share`` is what a piece costs, as a multiple of one JSON report. Raises UsageError where Dask is absent, the
    scheduler cannot be reached, or its workers have not this version of the program.
    """

    def __init__(self, scheduler: str | None = None, jobs: int | None = None, share: int = SHARE) -> None:
        if find_spec("distributed") is None:
            raise UsageError(ABSENT)
        self.share = share
        self._closing = contextlib.ExitStack()
        with contextlib.ExitStack() as undo:
            undo.callback(self.close)
            address = scheduler or self._started(jobs or cores())
            self.client = self._connected(address)
            self._refuse_others()
            undo.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the scheduler, and end what was started here."""
        self._closing.close()

    def _started(self, jobs: int) -> str:
        import dask  # noqa: PLC0415
        from distributed import LocalCluster  # noqa: PLC0415

        # Once a piece has ended two workers, it is looked at more closely: see lint.cluster.apart.
        with deaf_to_interruptions(), dask.config.set({"distributed.scheduler.allowed-failures": 1}):
            cluster = LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                processes=True,
                dashboard_address=_NO_PORT,
                silence_logs="CRITICAL",
            )
            self._closing.callback(cluster.close)
        address: str = cluster.scheduler_address
        return address

    def _connected(self, address: str) -> Any:
        from distributed import Client  # noqa: PLC0415
        from distributed.versions import VersionMismatchWarning  # noqa: PLC0415

        # That a worker was lost and its piece is done elsewhere is no affair of who waits for findings; nor are other
        # packages on a worker, as long as it finds the same: see lint.cluster.likeness.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        warnings.filterwarnings("ignore", category=VersionMismatchWarning)
        try:
            _refuse_nonsense(address)
            client = Client(address, set_as_default=False)
        except (OSError, ValueError, ImportError) as error:
            url = Url.of(address if is_url(address) else f"{_USUAL}{address}")
            shown = str(url) if is_url(address) else url.removeprefix(_USUAL)
            told = {"address": shown, "reason": url.without_secrets(str(error).replace(address, shown))}
            raise UsageError(_UNREACHED.fill(told)) from None
        self._closing.callback(client.close)
        return client

    def _refuse_others(self) -> None:
        """Raises UsageError for workers without this very version: what such a one finds may be something else."""
        try:
            self.client.wait_for_workers(1, timeout=_WAIT)
        except TimeoutError:
            raise UsageError(_NOBODY.fill({"seconds": str(_WAIT)})) from None
        found = self.client.run(pydoc.locate, "lint.__version__", on_error="return")  # needs nothing of ours there
        others = {worker: version for worker, version in found.items() if version != __version__}
        if others:
            told = [_told(worker, version) for worker, version in islice(others.items(), _MOST_NAMED)]
            zh, en = "，".join(one.zh for one in told), ", ".join(one.en for one in told)
            raise UsageError(Text(f"{_OTHERS.zh}：{zh}", f"{_OTHERS.en}: {en}"))

    def __call__(self, session: "Session", found: "Sequence[Target]", *, read_only: bool) -> Iterator[Checked]:
        """The results of files and collections in their order; nothing is excused.

        Raises UsageError where the workers cannot reach the folder of this run, have other rules, or all are gone.
        """
        order = _order(session, found, read_only=read_only)
        return answered(found, self.share, partial(self._answers, session, order))

    def _answers(self, session: "Session", order: Order, waiting: Iterator[Piece]) -> Iterator[tuple[Piece, Answer]]:
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415

        sent = self.client.submit(placed, order, key=f"{order.key}-order")
        under_way: deque[tuple[Piece, Any]] = deque()
        number = 0
        try:
            while True:
                for piece in islice(waiting, max(0, self._most() - len(under_way))):
                    number += 1
                    under_way.append((piece, self.client.submit(answer, sent, piece, key=f"{order.key}-{number}")))
                if not under_way:
                    return
                piece, future = under_way.popleft()
                try:
                    done = self._waited(future)
                except KilledWorker:
                    done = apart(piece, partial(_alone, order), session.died)
                yield piece, done
        except (CancelledError, OSError) as error:
            raise UsageError(_LOST.fill({"reason": str(error)})) from None
        finally:
            with contextlib.suppress(CancelledError, OSError, TimeoutError):
                self.client.cancel([future for _, future in under_way])

    def _most(self) -> int:
        """How many pieces are to be under way; at least one, so that somebody waits for new workers."""
        return max(1, len(self.client.scheduler_info(n_workers=-1)["workers"])) * _AHEAD

    def _waited(self, future: Any) -> Answer:
        """The answer of a worker, however long it takes, as long as there is one."""
        idle = 0
        while idle < _WAIT:
            try:
                done: Answer = future.result(timeout=_LOOK)
            except TimeoutError:
                idle = 0 if self.client.scheduler_info(n_workers=-1)["workers"] else idle + _LOOK
            else:
                return done
        raise UsageError(_NOBODY.fill({"seconds": str(_WAIT)}))


def _alone(order: Order, piece: Piece) -> Answer:
    """A piece in a process of this machine. Raises BrokenProcessPool where it ends that."""
    # Not forked: the threads of a client of Dask would not come along.
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        with deaf_to_interruptions():
            future = pool.submit(answer, order, piece)
        return future.result()


def _refuse_nonsense(address: str) -> None:
    """Raises ValueError for what is no address: a client that was given one does not end cleanly."""
    from distributed.comm.addressing import parse_address, parse_host_port  # noqa: PLC0415
    from distributed.comm.registry import get_backend  # noqa: PLC0415

    scheme, rest = parse_address(address)
    get_backend(scheme)
    parse_host_port(rest)


def _order(session: "Session", found: "Sequence[Target]", *, read_only: bool) -> Order:
    # Excuses are the affair of the whole run, and processes that of Dask. A plain dict, since a proxy cannot be sent.
    settings = session.settings
    settings = settings._replace(jobs=1, waivers=(), baseline=None, options=dict(settings.options))
    single = (value for value in settings if isinstance(value, Path | Url))
    named = (*settings.rules, *settings.previous, *settings.members, *single, *(target.path for target in found))
    schemes = frozenset(Url.of(str(path)).scheme for path in named if is_url(str(path)))
    relative = any(not (is_url(str(path)) or os.path.isabs(str(path))) for path in named)  # noqa: PTH117
    return Order(
        f"xxgk-lint-{uuid.uuid4().hex}", settings, session.cache_folder, str(Path.cwd()) if relative else None,
        likeness_of(settings.rules, schemes), Want(session.places, session.light, read_only),
    )  # fmt: skip


def _told(worker: str, version: object) -> Text:
    if isinstance(version, str):
        return _OTHER.fill({"worker": worker, "version": version})
    return _NONE.fill({"worker": worker})
