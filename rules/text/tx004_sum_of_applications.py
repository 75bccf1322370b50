"""Applications received, carried in, answered and carried out, all counted in one piece of text."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from lint.authoring import Finding, Node, Pattern, Words, statements_of

_TERMS = ("received", "carried_in", "answered", "carried_out")
_CASES = frozenset("件份宗起例")
# Without these words in a piece of text there is nothing to balance.
_CARRIED = Words("转", "延", "遗")
_ANSWERED = Words("答复", "回复", "办结", "完结", "办理完")
# Applications that were neither answered nor carried out, or counted together.
_ENDED = Pattern(r"撤|补正|放弃|终止|注销|合并|并案|不予受理|不再处理|转办|移送|重复|分拆|其余")


def check(here: Node) -> Iterator[Finding]:
    """Whether the counts of a piece of text balance in any of the ways in which writers count."""
    stated = [one for one in here.case.once(statements_of) if one.topic in _TERMS and one.quantity.unit in _CASES]
    for at, group in groupby(stated, attrgetter("at")):
        pieces = [one for one in group if not one.quantity.about and (one.explicit or not one.part)]
        counts = {one.topic: one.quantity.amount for one in pieces}
        only_new = any(one.topic == "received" and one.explicit for one in pieces)
        left, right = _sides(counts, only_new=only_new) if len(counts) == len(pieces) else ("", "")
        if left and len({one.scope for one in pieces}) == 1 and _carries_over(dict(here.texts).get(at, "")):
            yield Finding(at, {"left": left, "right": right})


def _carries_over(text: str) -> bool:
    """Whether a piece of text tells what was carried over and what was answered, and of no other end."""
    return _CARRIED.any_in(text) and _ANSWERED.any_in(text) and not _ENDED.search(text)


def _sides(counts: dict[str, Decimal], *, only_new: bool) -> tuple[str, str]:
    """Both sides of the equation as stated, where no way of counting makes them equal; else nothing."""
    if not {"received", "answered", "carried_in"} <= counts.keys():
        return "", ""
    received, carried_in, answered, carried_out = (counts.get(term, Decimal(0)) for term in _TERMS)
    if "carried_out" in counts:
        differs = not _balance(received - answered, carried_in, carried_out, only_new=only_new)
    else:
        differs = answered > received + carried_in  # what goes on may be left out
    if not differs:
        return "", ""
    beyond = f" + {carried_out:f}" if "carried_out" in counts else ""
    return f"{received:f} + {carried_in:f}", f"{answered:f}{beyond}"


def _balance(difference: Decimal, carried_in: Decimal, carried_out: Decimal, *, only_new: bool) -> bool:
    """Whether received less answered is what it may be, whichever of those carried over either of them includes.

    Received are the new ones, with those carried in, or those with a result; answered are those with a result, with
    those carried out or without those carried in, or the new ones, with or without those carried out.
    """
    both = carried_in + carried_out
    of_new = (carried_out - carried_in, -carried_in, carried_out, 0)
    of_all = (both, carried_in)
    of_results = (-carried_out, carried_in - carried_out)
    return difference in of_new or (not only_new and difference in (*of_all, *of_results))
