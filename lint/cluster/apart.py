"""A piece that ended several workers, on the user's own machine: the one report to blame is found and told."""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from lint.api import ENDED
from lint.cluster.pieces import Piece
from lint.cluster.worker import Answer, Order, answer
from lint.model.errors import Unreadable
from lint.model.run import Checked


def apart(order: Order, piece: Piece, refuse: Callable[[str, Unreadable], Checked]) -> Answer:
    """The results of a piece, each half of it by itself where it ends its process; ``refuse`` says that one did."""
    results: list[Checked] = []
    for done in _answers(order, piece, refuse):
        results += done.results
        if done.ended:
            return Answer(results, ended=True)
    return Answer(results)


def _answers(order: Order, piece: Piece, refuse: Callable[[str, Unreadable], Checked]) -> Iterator[Answer]:
    # Not forked: the threads of a client of Dask would not come along.
    with ProcessPoolExecutor(1, get_context("spawn")) as pool, contextlib.suppress(BrokenProcessPool):
        yield pool.submit(answer, order, piece).result()
        return
    if len(piece) == 1:
        yield Answer([refuse(piece.source, Unreadable("LT001", ENDED))])
        return
    for half in piece.halves():
        yield from _answers(order, half, refuse)
