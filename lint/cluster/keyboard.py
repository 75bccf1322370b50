"""Ctrl-C at a terminal goes to every process that was started from there: it is for the first one to answer."""

import contextlib
import signal
from collections.abc import Iterator
from multiprocessing import resource_tracker


@contextlib.contextmanager
def deaf_to_interruptions() -> Iterator[None]:
    """Processes and threads started meanwhile, and whatever these start, never hear SIGINT.

    One that comes meanwhile is answered at the end. Windows has no such masks; there nothing is changed.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # started later on, it would lift the mask of the thread that starts a process
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
