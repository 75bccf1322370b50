"""How time is taken: jobs take turns, so that a slow moment of the machine strikes all of them alike."""

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

Job = Callable[[], object]
ENOUGH = 75.0  # seconds, after which no round is begun


def medians(jobs: Mapping[str, Job], rounds: int, enough: float = ENOUGH) -> dict[str, float]:
    """The median seconds of each job; one round before the first is not counted, since it warms the caches.

    There are fewer than ``rounds`` where these would take too long; where the first one alone does, it counts.
    """
    end = time.perf_counter() + enough
    taken = [_round(jobs)]
    if time.perf_counter() < end:
        taken = [_round(jobs)]
    while len(taken) < rounds and time.perf_counter() < end:
        taken.append(_round(jobs))
    return {name: statistics.median(one[name] for one in taken) for name in jobs}


def _round(jobs: Mapping[str, Job]) -> dict[str, float]:
    return {name: seconds(job) for name, job in jobs.items()}


def seconds(job: Job) -> float:
    """How long a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def command(folder: Path, *words: str | Path) -> Job:
    """A job that runs a program in a folder; it has to succeed, or its time would say nothing."""
    return lambda: subprocess.run(words, cwd=folder, check=True, stdin=subprocess.DEVNULL, capture_output=True)
