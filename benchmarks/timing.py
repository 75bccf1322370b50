"""How time is taken: jobs take turns, so that a slow moment of the machine strikes all of them alike."""

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

Job = Callable[[], object]


def medians(jobs: Mapping[str, Job], rounds: int) -> dict[str, float]:
    """The median seconds of each job; one round before the first is not counted, since it warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds + 1):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds[1:]) for name, seconds in taken.items()}


def command(folder: Path, *words: str | Path) -> Job:
    """A job that runs a program in a folder; it has to succeed, or its time would say nothing."""
    return lambda: subprocess.run(words, cwd=folder, check=True, stdin=subprocess.DEVNULL, capture_output=True)
