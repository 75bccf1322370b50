"""Whether a pattern can name anything in a report: a misspelt place would make a rule pass for ever, never asked."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from lint import resources
from lint.model.nearest import one_of
from lint.model.pointer import Pointer, last
from lint.model.text import Text

_Part: TypeAlias = Mapping[str, Any]
_SCHEMAS = ("report/annual-2021.json", "report/annual-2019.json")


def unreachable(pattern: Pointer) -> Text | None:
    """Why no report has a place that fits the pattern; None where one may."""
    if pattern and not pattern.startswith("/"):
        return Text(f"“{pattern}”应以 / 开头", f"'{pattern}' should begin with /")
    reached = [(name, _schema(name)) for name in _SCHEMAS]
    for step in pattern.split("/")[1:]:
        following = [(root, below) for root, part in reached for below in _below(root, part, step)]
        if not following:
            return _nothing(pattern, step, sorted({name for _, part in reached for name in part.get("properties", {})}))
        reached = following
    return None


def _nothing(pattern: Pointer, step: str, known: list[str]) -> Text:
    if not known:
        return Text(
            f"“{pattern}”在报告中不存在：“{step}”之上没有下级", f"no report has '{pattern}': nothing lies below there"
        )
    near = one_of(step, known)
    return Text(f"“{pattern}”在报告中不存在：没有“{step}”{near.zh}", f"no report has '{pattern}': no '{step}'{near.en}")


@cache
def _schema(name: str) -> _Part:
    return resources.schema(name)


def _below(root: str, part: _Part, step: str) -> Iterator[_Part]:
    if step == "**":
        yield from _all(root, part)
    elif step == "*":
        yield from _children(root, part)
    elif step in part.get("properties", {}):
        yield _resolved(root, part["properties"][step])
    elif "items" in part and step.isdecimal():
        yield _resolved(root, part["items"])


def _all(root: str, part: _Part) -> Iterator[_Part]:
    yield part
    for below in _children(root, part):
        yield from _all(root, below)


def _children(root: str, part: _Part) -> Iterator[_Part]:
    for below in (*part.get("properties", {}).values(), *([part["items"]] if "items" in part else ())):
        yield _resolved(root, below)


def _resolved(root: str, part: _Part) -> _Part:
    if "$ref" not in part:
        return part
    definitions: Mapping[str, _Part] = _schema(root)["$defs"]
    return definitions[last(part["$ref"])]
