"""A body that speaks of itself uses the word for its own kind."""

from collections.abc import Iterator
from functools import lru_cache

from lint.authoring import Finding, Node, Pattern, Text, Undecided, followed

_KINDS = ("街道", "局", "厅", "委", "镇", "乡")
_WORD = Pattern(
    r"(?<![自敌忘本小大])我(?:街道|局(?![部势面限促])|厅(?!堂)|委(?![托派任屈婉曲])|镇(?![静压定守痛])|乡(?![村土亲镇愁音间]))"
)
_QUOTED = Pattern(r"[“「《][^”」》]{0,120}[”」》]")
_OFFICES = ("人民政府", "办事处", "党政办公室", "办公室")
_NAMES = {"委员会": "委"}


def check(here: Node) -> Iterator[Finding]:
    """The first foreign word of each kind, with the other places that have it."""
    if not followed(here.case.joined, "我", _foreign(here.identity.agency or "")):
        return
    found: dict[str, list[str]] = {}
    own = _kind(here.agency())
    if not own:
        raise Undecided(Text("其他类型的机关可能代其组成部门说话", "a body of another kind may speak for its parts"))
    for at, text in here.case.texts:
        if "我" in text:
            for match in _WORD.finditer(_QUOTED.sub("", text)):
                if match[0][1:] not in own:
                    found.setdefault(match[0], []).append(at)
    for word, places in found.items():
        related = tuple(dict.fromkeys(at for at in places if at != places[0]))
        yield Finding(places[0], {"agency": here.agency()[:40], "found": word}, related)


@lru_cache(maxsize=256)
def _foreign(agency: str) -> tuple[str, ...]:
    """The first signs of the kinds that are not the body's own."""
    own = _kind(agency)
    return tuple([kind[0] for kind in _KINDS if kind not in own])


@lru_cache(maxsize=256)
def _kind(agency: str) -> frozenset[str]:
    """Every kind that the name holds; none for a body whose name ends in none of them."""
    name = agency
    for office in _OFFICES:
        name = name.removesuffix(office)
    for long, short in _NAMES.items():
        name = name.replace(long, short)
    if not name.endswith(_KINDS):
        return frozenset()
    return frozenset(kind for kind in _KINDS if kind in name)
