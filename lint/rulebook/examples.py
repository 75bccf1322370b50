"""Examples of a rule: what a rule file writes, laid out as reports and what they are compared with."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from lint.model.case import Case
from lint.model.corpus import Corpus
from lint.model.form import CONTAINERS
from lint.model.norms import Figures, Norm, Norms
from lint.model.pointer import Pointer, child, steps
from lint.model.report import Report, Tree
from lint.model.rule import Rule
from lint.model.settings import BODY_LEVELS as LEVELS_OF_BODY
from lint.model.settings import KINDS as KINDS_OF_BODY
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree

KINDS = ("good", "bad", "undecided")
_COLUMNS = dict(CONTAINERS)
_BESIDE = frozenset({"previous", "members", "norms"})
# Who reports on what year in an example that compares reports and does not say so itself.
_BODY: Tree = {"agency": {"name": "示例市水利局"}, "year": 2023}


class Scene(NamedTuple):
    """One report, the trees of the reports beside it, the names of all members, and where findings are expected."""

    here: Tree
    previous: tuple[Tree, ...] = ()
    members: tuple[Tree, ...] = ()
    names: tuple[str, ...] = ()
    at: tuple[Pointer, ...] = ()
    norms: Figures | None = None

    @property
    def report(self) -> Report:
        """The report under question."""
        return report_of_tree("example", self.here)

    def corpus(self, rule: Rule) -> Corpus | None:
        """The reports with which it is compared; None where it is compared with nothing."""
        if rule.needs is None and not (self.previous or self.members):
            return None
        return Corpus(_cases(self.previous, "previous"), _cases(self.members, "member"), self.names, self._norms())

    def _norms(self) -> Norms | None:
        """The norms, as those of bodies of every kind and level: an example says them for its own."""
        if self.norms is None:
            return None
        return Norms("example", dict.fromkeys(product(KINDS_OF_BODY, LEVELS_OF_BODY), self.norms))


def examples_of(spec: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Kind, name and content of every example of a rule file."""
    for kind in KINDS:
        for number, example in enumerate(spec["examples"].get(kind, []), start=1):
            yield kind, f"{kind}-{number}", example


def example_report(example: Mapping[str, Any]) -> Report:
    """The report of an example: what it says, laid over nothing or over a complete clean report."""
    return report_of_tree("example", _here(example))


def scene_of(example: Mapping[str, Any]) -> Scene:
    """An example as reports.

    An earlier report is of the same body and on the year before where it does not say so itself; a member is one of
    its own name, on the same year.
    """
    here = _here(example)
    complete = bool(example.get("complete"))
    years, members = (example.get(name, []) for name in ("previous", "members"))
    earlier = [_BODY | {"agency": here.get("agency"), "year": (here.get("year") or 0) - 1} for _ in years]
    below = [_BODY | {"agency": {"name": f"示例第{n}局"}, "year": here.get("year")} for n, _ in enumerate(members, 1)]
    return Scene(
        here,
        _beside(years, earlier, complete=complete),
        _beside(members, below, complete=complete),
        tuple(example.get("member-names", ())),
        tuple(dict.fromkeys(one["at"] for one in example.get("findings", ()))),
        _norms_of(example.get("norms")),
    )


def _norms_of(written: Mapping[Pointer, Mapping[str, Any]] | None) -> Figures | None:
    if written is None:
        return None
    return {at: Norm(one["n"], one["median"], one["mad"], one["p99"]) for at, one in written.items()}


def _here(example: Mapping[str, Any]) -> Tree:
    tree = _laid(example["report"], complete=bool(example.get("complete")))
    for pointer in example.get("remove", []):
        take(tree, pointer)
    return _BODY | tree if example.keys() & _BESIDE else tree


def _laid(written: Mapping[Pointer, Any], *, complete: bool) -> Tree:
    tree: Tree = complete_tree(str(written.get("/edition", "2021"))) if complete else {}
    for pointer, value in written.items():
        put(tree, pointer, copy.deepcopy(value))
    return tree


def _beside(written: Sequence[Mapping[Pointer, Any]], told: Sequence[Tree], *, complete: bool) -> tuple[Tree, ...]:
    """Each report as written; who and when, where it does not say so, as told."""
    laid = [_laid(one, complete=complete) for one in written]
    said = [{steps(at)[0] for at in one} for one in written]
    return tuple(
        {**tree, **{name: copy.deepcopy(value) for name, value in who.items() if name not in known}}
        for tree, who, known in zip(laid, told, said, strict=True)
    )


def _cases(trees: Sequence[Tree], source: str) -> list[Case]:
    return [Case(report_of_tree(f"{source}-{number}", tree)) for number, tree in enumerate(trees, 1)]


def put(tree: Tree, pointer: Pointer, value: Any) -> None:
    """Put a value at a pointer, making what is missing on the way; a list at a row fills its columns in order."""
    if pointer in _COLUMNS and isinstance(value, list):
        value = dict(zip(_fitting(pointer, len(value)), value, strict=True))
    *above, name = steps(pointer)
    at: Any = tree
    for step in above:
        found, below = child(at, step)
        at = below if found else at.setdefault(step, {})
    if isinstance(at, list):
        at[int(name) : int(name) + 1] = [value]
    else:
        at[name] = value


def _fitting(pointer: Pointer, count: int) -> tuple[str, ...]:
    """The columns of a row; in table two those of edition 2021 stand first."""
    return _COLUMNS[pointer][:count]


def take(tree: Tree, pointer: Pointer) -> None:
    """Take out what stands at a pointer. Raises KeyError or IndexError where nothing does."""
    *above, name = steps(pointer)
    at: Any = tree
    for step in above:
        at = child(at, step)[1]
    del at[int(name) if isinstance(at, list) else name]
