"""Files of stores asked for before their turn: waiting for a store takes longer than checking what it gives."""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from lint.model.address import is_url
from lint.storage.asking import Question

_UNDER_WAY = 8  # of 20 MB at most each


def ahead(paths: Sequence[str], read: Callable[[str], bytes]) -> Iterator[Callable[[], bytes]]:
    """For each path in order how to get what ``read`` makes of it, whatever that raises included.

    Some are read ahead: those that are addresses.
    """
    waiting: deque[Callable[[], bytes]] = deque()
    rest = iter(paths)
    while True:
        for path in islice(rest, _UNDER_WAY - len(waiting)):
            call = partial(read, path)
            waiting.append(_begun(call) if is_url(path) else call)
        if not waiting:
            return
        yield waiting.popleft()


def _begun(call: Callable[[], bytes]) -> Callable[[], bytes]:
    question = Question(call)
    threading.Thread(target=question, name="xxgk-lint storage", daemon=True).start()
    return question.result
