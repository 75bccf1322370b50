"""The same reports in one process and on a cluster: ``python -m benchmarks.cluster``.

It prints for each count of reports and of workers the seconds by the clock, and what each report costs the processor
here and on the workers: these hold on a busy machine too, and what it costs here bounds any number of workers. Then
what a piece costs beyond its reports. The rules are loaded by then; starting a cluster is told by itself. ``--rows``
does the same with rows of a collection. ``--plan N`` says how long N reports take on more workers, by these figures.
"""

import argparse
import tempfile
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from benchmarks.reports import EXAMPLE, INVENTED, SYLLABLES
from lint.api import Session
from lint.cluster.running import SHARE, Cluster
from lint.model.settings import Settings
from lint.readers.files import Target

COUNTS = (1_000, 10_000, 50_000)
WORKERS = (1, 2)
FILES = 1_000  # different ones; larger counts take them again and again, as others would
SMALL = 5  # reports in a piece, where that is what costs
PLANNED = (1, 2, 4, 8, 16, 32, 64)


class Taken(NamedTuple):
    """Seconds by the clock, and of the processor in this process and in all workers."""

    clock: float
    here: float
    there: float = 0.0

    def each(self, count: int) -> "Taken":
        """The same for one of so many."""
        return Taken(*(seconds / count for seconds in self))


def taken(job: Callable[[], object], cluster: Cluster | None = None) -> Taken:
    """What a job takes."""
    clock, here, there = time.perf_counter(), time.process_time(), _there(cluster)
    job()
    return Taken(time.perf_counter() - clock, time.process_time() - here, _there(cluster) - there)


def _there(cluster: Cluster | None) -> float:
    return sum(cluster.client.run(time.process_time).values()) if cluster else 0.0


def session(cluster: Cluster | None = None) -> Session:
    """As ``check`` has it for formats that show no report without findings."""
    made = Session(Settings(jobs=1))
    made.light, made.elsewhere = True, cluster
    return made


def check(checking: Session, found: Sequence[Target]) -> None:
    """Check files and let the results go."""
    deque(checking.check_targets(found), maxlen=0)


def line(name: str, count: int, spent: Taken) -> str:
    """A line of the table."""
    each = spent.each(count)
    rate = f"{spent.clock:>8.2f} s {count / spent.clock:>8.0f} a second"
    return f"{name:<12} {count:>8} {rate}   µs for each: here {each.here * 1e6:>5.0f}, there {each.there * 1e6:>5.0f}"


def measure(jobs: dict[int, Sequence[Target]], workers: int) -> Taken:
    """All counts with so many workers, or in one process where that is 0; gives one report of the largest count."""
    with ExitStack() as closing:
        start = time.perf_counter()
        cluster = closing.enter_context(Cluster(None, workers)) if workers else None
        if cluster is not None:
            cluster.client.wait_for_workers(workers)
            print(f"{workers} workers start in {time.perf_counter() - start:.2f} s")
        checking = session(cluster)
        check(checking, tuple(jobs[min(jobs)]) * (3 * workers or 1))  # loads the rules
        spent = Taken(0.0, 0.0)
        for count, found in jobs.items():
            spent = taken(partial(check, checking, found), cluster).each(count)
            print(
                line(f"{workers} workers" if workers else "one process", count, Taken(*(count * one for one in spent)))
            )
        if cluster is not None and len(found) > SMALL:
            print(
                f"a piece costs {piece_cost(cluster, jobs[min(jobs)]) * 1e3:.1f} ms of the processor beyond its reports"
            )
    return spent


def piece_cost(cluster: Cluster, found: Sequence[Target]) -> float:
    """Seconds of the processor for a piece: the same reports in small pieces and in large ones."""
    spent = []
    for share in (SHARE, SMALL):
        cluster.share = share
        checking = session(cluster)
        check(checking, found)
        several = [taken(partial(check, checking, found), cluster) for _ in range(3)]
        spent.append(min(one.here + one.there for one in several))
    return (spent[1] - spent[0]) / (len(found) / SMALL - len(found) / SHARE)


def plan(reports: int, cost: Taken) -> None:
    """How long many reports take: the work shared by the workers, or what the client does, whichever is longer."""
    for workers in PLANNED:
        print(f"{reports} on {workers:>2} workers: {reports * max(cost.there / workers, cost.here) / 60:.1f} minutes")
    print(f"more than {cost.there / cost.here:.0f} workers wait for one client: give each client a part")


def main() -> None:
    """Measure, and plan where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS)
    parser.add_argument("--rows", action="store_true")
    parser.add_argument("--plan", type=int, metavar="N")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="xxgk-lint-") as name:
        jobs = (_collections if asked.rows else _files)(Path(name), asked.counts)
        cost = [measure(jobs, workers) for workers in (0, *WORKERS)]
    if asked.plan:
        plan(asked.plan, cost[-1])


def _files(folder: Path, counts: Sequence[int]) -> dict[int, Sequence[Target]]:
    text = EXAMPLE.read_text(encoding="utf-8")
    for place in map("".join, islice(product(SYLLABLES, repeat=2), FILES)):
        (folder / f"{place}.json").write_text(text.replace(INVENTED, place), encoding="utf-8")
    found = tuple(Session().targets([folder]))
    return {count: (found * (count // len(found) + 1))[:count] for count in counts}


def _collections(folder: Path, counts: Sequence[int]) -> dict[int, Sequence[Target]]:
    from benchmarks.collection import write_collection  # noqa: PLC0415 - needs Arrow

    for count in counts:
        write_collection(folder / f"{count}.parquet", count)
    return {count: (Target(str(folder / f"{count}.parquet"), named=True),) for count in counts}


if __name__ == "__main__":
    main()
