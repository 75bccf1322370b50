"""Norms made of a collection: column by column, so that one column is in memory at a time. Exact, and robust."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lint.columns.form import AMOUNTS
from lint.columns.reading import Collection
from lint.columns.skeleton import amount_of
from lint.model.form import CELLS
from lint.model.norms import Norm, Number, Peers
from lint.model.settings import BODY_LEVELS, KINDS

VERSION = 1
_PEERS = tuple((kind, level) for kind in KINDS for level in BODY_LEVELS)
_FAR = 2**62  # beyond it the distance of two figures may not fit into 64 bits
_HUNDRED, _TOP = 100, 99


class Group(NamedTuple):
    """The bodies of one kind and level: how many reports, and the norm of each cell in which any has a figure."""

    peers: Peers
    reports: int
    figures: dict[str, Norm]


def groups_of(collection: Collection) -> tuple[Group, ...]:
    """The groups of a collection, in the order of the settings' kinds and levels. Raises Unreadable."""
    import numpy  # noqa: PLC0415

    members = numpy.concatenate([numpy.zeros(0, numpy.int64), *_members(collection)])
    counts = numpy.bincount(members[members >= 0], minlength=len(_PEERS)).tolist()
    found = [Group(peers, count, {}) for peers, count in zip(_PEERS, counts, strict=True)]
    for cell in CELLS:
        for number, figures in _by_group(collection, cell, members):
            found[number].figures[cell] = _norm(figures)
    return tuple(group for group in found if group.reports)


def as_json(groups: Sequence[Group], source: str, tool: str) -> dict[str, Any]:
    """The groups as the file has them."""
    return {
        "version": VERSION,
        "tool": tool,
        "source": source,
        "reports": sum(group.reports for group in groups),
        "groups": [_group(group) for group in groups],
    }


def _group(group: Group) -> dict[str, Any]:
    kind, level = group.peers
    names = ("n", "median", "mad", "p99")
    figures = {cell: dict(zip(names, norm, strict=True)) for cell, norm in group.figures.items()}
    return {"kind": kind, "level": level, "reports": group.reports, "figures": figures}


def _members(collection: Collection) -> Iterator[Any]:
    """For each row the number of its group; -1 where it has none, or was not read whole."""
    import numpy  # noqa: PLC0415

    known = {peers: number for number, peers in enumerate(_PEERS)}
    for batch in collection.batches(["state", "kind", "level"]):
        columns = [batch.column(name).to_pylist() for name in ("state", "kind", "level")]
        told = [
            known.get((kind, level), -1) if state == "read" else -1 for state, kind, level in zip(*columns, strict=True)
        ]
        yield numpy.array(told, numpy.int64)


def _by_group(collection: Collection, cell: str, members: Any) -> Iterator[tuple[int, list[Number] | Any]]:
    """The figures of a cell, group by group: a numpy array of whole numbers, or a list of any."""
    import numpy  # noqa: PLC0415

    pieces = [batch.column(cell) for batch in collection.batches([cell])]
    blank = numpy.concatenate([numpy.zeros(0, bool), *(one.is_null().to_numpy(zero_copy_only=False) for one in pieces)])
    if cell in AMOUNTS:
        figures = numpy.array(
            [amount_of(one, None) for piece in pieces for one in piece.to_pylist() if one is not None], object
        )
    else:
        figures = numpy.concatenate([numpy.zeros(0, numpy.int64), *(one.drop_null().to_numpy() for one in pieces)])
    owners = members[~blank]
    for number in numpy.unique(owners[owners >= 0]).tolist():
        yield number, figures[owners == number]


def _norm(figures: Any) -> Norm:
    """The norm of at least one figure."""
    import numpy  # noqa: PLC0415

    if figures.dtype != object and max(abs(int(figures.min())), abs(int(figures.max()))) >= _FAR:
        figures = figures.astype(object)
    count = len(figures)
    figures = numpy.sort(figures)
    median = figures[(count - 1) // 2]
    distances = numpy.sort(abs(figures - median))
    top = figures[(_TOP * count + _HUNDRED - 1) // _HUNDRED - 1]
    return Norm(count, *map(_plain, (median, distances[(count - 1) // 2], top)))


def _plain(figure: Any) -> Number:
    """A figure as Python has it."""
    number: Number = figure.item() if hasattr(figure, "item") else figure
    return number
