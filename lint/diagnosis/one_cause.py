"""Single slips that explain what the smallest repairs take several mistakes for: told beside these, as one cause."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, product
from math import prod
from typing import TypeAlias

from lint.diagnosis.told import Diagnosis, Repair

Slips: TypeAlias = Mapping[frozenset[int], Sequence[Repair]]  # by the relations that they mend

MOST_JOINED = 50


def causes(one: Diagnosis) -> int:
    """How many mistakes the likeliest of the smallest repairs take: a slip of several cells is a single one."""
    if not one.repairs or any(len(repair.cells) > 1 and repair.pattern for repair in one.repairs):
        return 1
    return len(one.repairs[0].cells)


def joined(told: Sequence[Diagnosis], slips: Slips) -> list[Diagnosis]:
    """The diagnoses, those made one that a slip explains together; what stays undecided is said to be."""
    left = list(told)
    for mended in sorted(slips, key=lambda relations: (-len(relations), sorted(relations))):
        own = [one for one in left if one.repairs and not mended.isdisjoint(one.explains)]
        explained = set(chain.from_iterable(one.explains for one in own))
        if explained == mended and sum(map(causes, own)) > 1:
            left = [*(one for one in left if one not in own), _join(own, slips[mended])]
    return left


def _join(own: Sequence[Diagnosis], slips: Sequence[Repair]) -> Diagnosis:
    """One diagnosis of several, or of one that takes several mistakes: the slips, then the smallest repairs."""
    told = {slip.cells for slip in slips}
    others = (repair for repair in _together(own) if repair.cells not in told)
    repairs = (*slips, *islice(others, max(0, MOST_JOINED - len(slips))))
    least = sum(len(one.repairs[0].cells) for one in own)
    larger = sum(len(slip.cells) > least for slip in slips)
    return Diagnosis(
        explains=tuple(sorted(chain.from_iterable(one.explains for one in own))),
        decided=False,
        repairs=repairs,
        omitted=larger + prod(len(one.repairs) + one.omitted for one in own) - len(repairs),
        too_many=False,
        complete=all(one.complete for one in own),
        by_one_slip=True,
    )


def _together(own: Sequence[Diagnosis]) -> Iterator[Repair]:
    """Every way to mend all of them; the likeliest of each come first."""
    if len(own) == 1:
        yield from own[0].repairs
        return
    for chosen in product(*(one.repairs for one in own)):
        cells = sorted(chain.from_iterable(repair.cells for repair in chosen))
        yield Repair(tuple(cells), None)
