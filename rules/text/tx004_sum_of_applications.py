"""Applications received, carried in, answered and carried out, all counted in one piece of text."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from lint.authoring import Finding, Node, Pattern, statements_of

_TERMS = ("received", "carried_in", "answered", "carried_out")
_CASES = frozenset("件份宗起例")
# Without these words in a piece of text there is nothing to balance: a quick look.
_CARRIED = ("转", "延", "遗")
_ANSWERED = ("答复", "回复", "办结", "完结", "办理完")
# Applications that were neither answered nor carried out, or counted together.
_ENDED = Pattern(r"撤|补正|放弃|终止|注销|合并|并案|不予受理|不再处理|转办|移送|重复|分拆|其余")


def check(here: Node) -> Iterator[Finding]:
    """Whether the counts of a piece of text balance in any of the ways in which writers count."""
    stated = [one for one in here.case.once(statements_of) if one.topic in _TERMS and one.quantity.unit in _CASES]
    places = {one.at for one in stated}
    texts = {at: text for at, text in here.texts if at in places and _has(_CARRIED, text) and _has(_ANSWERED, text)}
    stated = [one for one in stated if one.at in texts]
    for at, group in groupby(stated, lambda one: one.at):
        counts: dict[str, list[Decimal]] = {}
        pieces = [one for one in group if not one.quantity.about and (one.explicit or not one.part)]
        for one in pieces:
            counts.setdefault(one.topic, []).append(one.quantity.amount)
        if len({one.scope for one in pieces}) == 1 and all(len(found) == 1 for found in counts.values()):
            only_new = any(one.topic == "received" and one.explicit for one in pieces)
            left, right = _sides({topic: found[0] for topic, found in counts.items()}, only_new=only_new)
            if left and not _ENDED.search(texts[at]):
                yield Finding(at, {"left": left, "right": right})


def _has(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)


def _sides(counts: dict[str, Decimal], *, only_new: bool) -> tuple[str, str]:
    """Both sides of the equation as stated, where no way of counting makes them equal; else nothing."""
    if not {"received", "answered", "carried_in"} <= counts.keys():
        return "", ""
    received, carried_in, answered, carried_out = (counts.get(term, Decimal(0)) for term in _TERMS)
    if "carried_out" in counts:
        differs = received - answered not in _differences(carried_in, carried_out, only_new=only_new)
    else:
        differs = answered > received + carried_in  # what goes on may be left out
    if not differs:
        return "", ""
    beyond = f" + {carried_out:f}" if "carried_out" in counts else ""
    return f"{received:f} + {carried_in:f}", f"{answered:f}{beyond}"


def _differences(carried_in: Decimal, carried_out: Decimal, *, only_new: bool) -> set[Decimal]:
    """Received less answered, whichever of those carried over either of them includes.

    Received are the new ones, with those carried in, or those with a result; answered are those with a result, with
    those carried out or without those carried in, or the new ones, with or without those carried out.
    """
    both = carried_in + carried_out
    of_new = {carried_out - carried_in, -carried_in, carried_out, Decimal(0)}
    of_all = {carried_out, Decimal(0), both, carried_in}
    of_results = {Decimal(0), -carried_out, carried_in, carried_in - carried_out}
    return of_new if only_new else of_new | of_all | of_results
