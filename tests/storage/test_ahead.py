"""Files of a store are asked for before their turn: so many at once, in order, and whatever becomes of one."""

import threading
from collections.abc import Callable

import pytest

from lint.model.errors import Unreadable, cannot_be_read
from lint.storage.ahead import ahead

PATHS = [f"memory://reports/{number}" for number in range(30)]


def read(path: str) -> bytes:
    """A path as its content."""
    return path.encode()


def test_in_order() -> None:
    assert [one() for one in ahead(PATHS, read)] == [path.encode() for path in PATHS]


def test_eight_at_once() -> None:
    together = threading.Barrier(8)

    def waiting(path: str) -> bytes:
        together.wait(timeout=60)
        return path.encode()

    assert len([one() for one in ahead(PATHS[:16], waiting)]) == 16


def test_never_more() -> None:
    begun: list[str] = []

    def noting(path: str) -> bytes:
        begun.append(path)
        return b""

    reads = ahead(PATHS, noting)
    for number in range(20):
        next(reads)()
        assert len(begun) <= number + 8


def test_files_of_this_machine_are_read_in_their_turn() -> None:
    begun: list[str] = []

    def noting(path: str) -> bytes:
        begun.append(path)
        return b""

    reads = ahead(["a", "b", "c"], noting)
    next(reads)()
    assert begun == ["a"]


def test_a_failure_is_that_of_its_file() -> None:
    def failing(path: str) -> bytes:
        if path == PATHS[1]:
            raise cannot_be_read("no")
        return path.encode()

    found: list[object] = [_outcome(one) for one in ahead(PATHS[:3], failing)]
    assert found == [PATHS[0].encode(), "the file cannot be read: no", PATHS[2].encode()]


def _outcome(one: Callable[[], bytes]) -> object:
    try:
        return one()
    except Unreadable as error:
        return error.words.en


@pytest.mark.parametrize("count", [0, 1])
def test_few(count: int) -> None:
    assert len(list(ahead(PATHS[:count], read))) == count
