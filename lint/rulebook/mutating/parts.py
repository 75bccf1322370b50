"""The parts of a report, and which of them a rule looks at as far as its file tells."""

from collections.abc import Iterator, Mapping
from typing import Any

from lint.model.form import SECTIONS, TABLES
from lint.model.pointer import Pointer

IDENTITY: tuple[Pointer, ...] = ("/edition", "/year", "/agency", "/title", "/published", "/preamble")
TEXTS: tuple[Pointer, ...] = tuple(f"/sections/{section}/paragraphs" for section in SECTIONS)
HEADINGS: tuple[Pointer, ...] = tuple(f"/sections/{section}/heading" for section in SECTIONS)
PARTS: tuple[Pointer, ...] = (*IDENTITY, *TEXTS, *HEADINGS, *TABLES.values())


# An error of these kinds lies in one place, whatever the rest of the report says: where it is given says nothing.
_LOCAL = frozenset({"schema", "remark"})


def looked_at(spec: Mapping[str, Any], kind: str) -> frozenset[Pointer]:
    """The parts that a rule is given, or that any of its examples writes, removes or expects a finding in."""
    given = [] if kind in _LOCAL else spec.get("given", [])
    written = [given] if isinstance(given, str) else list(given)
    for examples in spec["examples"].values():
        for example in examples if isinstance(examples, list) else ():
            written += _touched(example)
    return frozenset(part for part in PARTS if any(_meet(pattern, part) for pattern in written))


def _touched(example: Mapping[str, Any]) -> Iterator[Pointer]:
    yield from example["report"]
    yield from example.get("remove", ())
    for beside in (*example.get("previous", ()), *example.get("members", ())):
        yield from beside
    yield from (one["at"] for one in example.get("findings", ()) if one["at"])


def _meet(pattern: Pointer, part: Pointer) -> bool:
    """Whether a pattern may fit the part, something around it or something in it."""
    for asked, step in zip(pattern.split("/")[1:], part.split("/")[1:], strict=False):
        if asked == "**":
            return True
        if asked not in ("*", step):
            return False
    return True
