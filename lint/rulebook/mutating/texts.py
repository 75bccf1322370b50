"""The pieces of text of a scene: found, and exchanged in a copy."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

from lint.model.case import Case
from lint.model.pointer import Pointer, parent
from lint.rulebook.examples import Scene, put

Reword = Callable[[str], str]


def reworded(scene: Scene, reword: Reword) -> Scene | None:
    """Every text of all reports of a scene reworded, those beside it and the names of members too; None if none is."""
    changed = scene._replace(
        here=_each(scene.here, reword),
        previous=tuple(_each(tree, reword) for tree in scene.previous),
        members=tuple(_each(tree, reword) for tree in scene.members),
        names=tuple(map(reword, scene.names)),
    )
    return None if changed == scene else changed


def _each(value: Any, reword: Reword) -> Any:
    if isinstance(value, str):
        return reword(value)
    if isinstance(value, dict):
        return {name: _each(below, reword) for name, below in value.items()}
    return [_each(below, reword) for below in value] if isinstance(value, list) else value


def strings(value: Any) -> Iterator[str]:
    """Every text of a tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from strings(below)


def paragraphs(scene: Scene) -> list[tuple[Pointer, str]]:
    """Every paragraph of the lead-in and of the sections with its pointer; those with a finding alone where any are."""
    pieces = [(at, text) for at, text in Case(scene.report).texts if at != "/title"]
    expected = [(at, text) for at, text in pieces if at in scene.at]
    return expected or pieces


def lists(scene: Scene) -> list[Pointer]:
    """Every list of paragraphs that holds one."""
    return list(dict.fromkeys(parent(at) or "" for at, _ in paragraphs(scene)))


def with_text(scene: Scene, at: Pointer, text: str) -> Scene:
    """A copy of the scene with other text at a pointer."""
    here = copy.deepcopy(scene.here)
    put(here, at, text)
    return scene._replace(here=here)
