"""A sentence as a clerk writes it, with gaps for figures of the tables."""

from collections.abc import Iterable
from typing import NamedTuple


class Phrase(NamedTuple):
    """A sentence about ``topic``.

    ``text`` holds gaps: ``{new}`` a figure, ``{new|about}`` the same rounded as writers do, ``{granted/total}`` a share
    in per cent, ``{new^before_new}`` a growth in per cent. It is written only where all figures are known, those
    named in ``some`` are above 0 and those in ``none`` are 0.
    """

    topic: str
    text: str
    some: str = ""
    none: str = ""


def phrases(topic: str, rows: Iterable[tuple[str, str, str]]) -> tuple[Phrase, ...]:
    """The sentences about one topic."""
    return tuple(Phrase(topic, *row) for row in rows)
