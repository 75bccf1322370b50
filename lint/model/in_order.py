"""Texts put in order, however many there are: sorted part by part, and the parts merged when they are read."""

import heapq
import json
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self, TypeAlias

from lint.model.aside import Aside

PART = 1 << 22  # characters that are sorted in memory

# What texts are sorted by: words or whole numbers, of the same kinds in each key.
Key: TypeAlias = Sequence[str | int]


class InOrder:
    """Texts in the order of their keys, those of the same key in their own. Raises OutputError as Aside does."""

    def __init__(self) -> None:
        self._aside = Aside()
        self._parts: list[tuple[int, int]] = []  # where each begins and ends
        self._held: list[tuple[list[str | int], str]] = []
        self._size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._aside.__exit__(kind, error, trace)

    def add(self, key: Key, text: str) -> None:
        """One text more."""
        self._held.append((list(key), text))
        self._size += len(text)
        if self._size > PART:
            self._put_aside()

    def _put_aside(self) -> None:
        start = self._aside.size
        for one in sorted(self._held):
            self._aside.write(json.dumps(one) + "\n")
        self._parts.append((start, self._aside.size))
        self._held, self._size = [], 0

    def texts(self) -> Iterator[str]:
        """All texts, once they are there."""
        parts = (map(json.loads, self._aside.lines(start, end)) for start, end in self._parts)
        held = ([key, text] for key, text in sorted(self._held))
        return (text for _, text in heapq.merge(*parts, held))
