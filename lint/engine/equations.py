"""Relations of a rule, spelled out over the cells of the form: once when the rule is loaded, not for each report."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from lint.model.errors import RuleError
from lint.model.form import APPLICANTS, CELL_INDEX, CELLS, ROWS, SINGLE_OTHER, SPLIT_OTHER, TABLES
from lint.model.nearest import NOTHING_NEAR, did_you_mean
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer, covers, matches
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.engine.linear import Part, Relation

_NAME = Pattern(r"\{([a-z_]+)\}")
_APPLICATIONS = TABLES["applications"]
_SINGLE = f"{_APPLICATIONS}/{SINGLE_OTHER}"
_SPLIT = tuple(f"{_APPLICATIONS}/{row}" for row in SPLIT_OTHER)
_ALL_OTHER = (f"{_SINGLE}/", *(f"{row}/" for row in _SPLIT))


class Equation(NamedTuple):
    """One relation between cells: ``left OP right + constant``.

    ``target`` is the cell at which a finding points; ``left`` and ``right`` are (factor, index into form.CELLS);
    ``constant`` stands on the right.
    """

    target: int
    left: tuple[tuple[int, int], ...]
    operator: str
    right: tuple[tuple[int, int], ...]
    constant: int

    @property
    def cells(self) -> tuple[int, ...]:
        """The index of every cell of the equation."""
        return tuple([index for _, index in (*self.left, *self.right)])


Spelled: TypeAlias = Mapping[str, Any]  # relations spelled out before, by their source, as `pack` writes them
NOTHING: Spelled = {}


def spell_out(source: str, given: Iterable[Pointer], at: str | None, known: Spelled) -> tuple[Equation, ...]:
    """Every equation that a relation means, in the order of the form; taken from ``known`` where it is there.

    ``given`` are the patterns of the containers, ``at`` the path of the target (None: the only cell on the left).
    Raises RuleError where the source is no relation or nothing of the form fits.
    """
    if source in known:
        return tuple(
            Equation(target, _terms_of(left), operator, _terms_of(right), constant)
            for target, operator, constant, left, right in known[source]
        )
    from lint.engine.linear import parse_relation  # noqa: PLC0415 - compiled rules need no grammar

    relation = parse_relation(source)
    found = tuple(
        _equation(relation, container, binding, at)
        for container in _containers(given)
        for binding in _bindings(relation, container)
    )
    if not found:
        words, near = " ".join(given), _nearest(relation, _containers(given))
        raise RuleError(
            Text(
                f"在 {words} 下没有符合关系式的单元格{near.zh}",
                f"no cell of the form fits the relation under {words}{near.en}",
            )
        )
    return found


def _nearest(relation: "Relation", containers: list[Pointer]) -> Text:
    """What may be meant by the first path of a relation that no container has."""
    known = _paths(containers)
    written = (part.path for part in (*relation.left, *relation.right) if part.path and not part.many)
    unknown = next((path for path in written if path not in known and "{" not in path), None)
    return did_you_mean(unknown, known) if unknown else NOTHING_NEAR


def _paths(containers: Iterable[Pointer]) -> list[str]:
    """The paths of all cells below some containers."""
    below = (cell[len(container) + 1 :] for container in containers for cell in CELLS if covers(container, cell))
    return list(dict.fromkeys(below))


def pack(equations: Iterable[Equation]) -> list[list[Any]]:
    """Equations as plain lists, for the compiled rules."""
    return [[one.target, one.operator, one.constant, one.left, one.right] for one in equations]


def _terms_of(packed: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple([(factor, index) for factor, index in packed])


def only_form(equations: Iterable[Equation], *, single_other: bool) -> tuple[Equation, ...]:
    """The equations of one layout of table three: with one row （六）, or with three."""
    gone = _cells_of_other(single=not single_other)
    return tuple(kept for kept in (_without(equation, gone) for equation in equations) if kept is not None)


@cache
def _cells_of_other(*, single: bool) -> frozenset[int]:
    """The cells of row （六）: those of the single row, or those of the three."""
    split = tuple(f"{row}/" for row in _SPLIT)
    below = [(index, cell.startswith(split)) for cell, index in CELL_INDEX.items() if cell.startswith(_ALL_OTHER)]
    return frozenset(index for index, is_split in below if is_split is not single)


def _without(equation: Equation, gone: frozenset[int]) -> Equation | None:
    if gone.isdisjoint(equation.cells):
        return equation
    if equation.target in gone:
        return None
    left = tuple(term for term in equation.left if term[1] not in gone)
    right = tuple(term for term in equation.right if term[1] not in gone)
    return equation._replace(left=left, right=right)


@cache
def _every_container() -> tuple[Pointer, ...]:
    ancestors = (pointer[:cut] for pointer in CELLS for cut in range(1, len(pointer)) if pointer[cut] == "/")
    return tuple(dict.fromkeys(ancestors))


def _containers(given: Iterable[Pointer]) -> list[Pointer]:
    """Every ancestor of a cell that fits one of the patterns, in document order."""
    return [container for container in _every_container() if any(matches(pattern, container) for pattern in given)]


def _bindings(relation: "Relation", container: Pointer) -> list[dict[str, str]]:
    """All ways to fill the names so that every single cell of the relation exists; [{}] where there is no name."""
    single = [part.path for part in (*relation.left, *relation.right) if part.path and not part.many]
    pattern = next((path for path in single if "{" in path), None)
    if pattern is None:
        return [{}] if all(f"{container}/{path}" in CELL_INDEX for path in single) else []
    found = (_match(f"{container}/{pattern}", cell) for cell in CELLS if covers(container, cell))
    bindings = [binding for binding in found if binding is not None]
    return [
        binding for binding in bindings if all(f"{container}/{_filled(path, binding)}" in CELL_INDEX for path in single)
    ]


def _match(pattern: str, cell: Pointer) -> dict[str, str] | None:
    expression = _NAME.compiled.sub(lambda name: f"(?P<{name[1]}>[^/]+)", pattern)
    found = re.fullmatch(expression, cell)
    return found.groupdict() if found else None


def _filled(path: str, binding: dict[str, str]) -> str:
    unbound = [name for name in _NAME.findall(path) if name not in binding]
    if unbound:
        name = f"{{{unbound[0]}}}"
        raise RuleError(Text(f"{name} 代表什么无从得知", f"nothing says what {name} stands for"))
    return _NAME.compiled.sub(lambda name: binding[name[1]], path)


def _equation(relation: "Relation", container: Pointer, binding: dict[str, str], at: str | None) -> Equation:
    named = {
        f"{container}/{_filled(part.path, binding)}"
        for part in (*relation.left, *relation.right)
        if part.path and not part.many
    }
    left, right = (
        tuple(term for part in side if part.path for term in _terms(part, container, binding, named))
        for side in (relation.left, relation.right)
    )
    constants = [sum(part.factor for part in side if part.path is None) for side in (relation.left, relation.right)]
    target = _target(container, _filled(at, binding), at) if at else _first(left)
    return Equation(target, left, relation.operator, right, constants[1] - constants[0])


def _target(container: Pointer, path: str, at: str) -> int:
    found = CELL_INDEX.get(f"{container}/{path}")
    if found is None:
        near = did_you_mean(at, _paths([container]))
        words = Text(f"at：{container} 下没有“{at}”{near.zh}", f"at: there is no '{at}' under {container}{near.en}")
        raise RuleError(words)
    return found


def _first(left: tuple[tuple[int, int], ...]) -> int:
    if not left:
        raise RuleError(Text("关系式左边没有单元格，须写 at", "no cell stands on the left: at has to say where"))
    return left[0][1]


def _terms(part: "Part", container: Pointer, binding: dict[str, str], named: set[Pointer]) -> list[tuple[int, int]]:
    """The cells of one term. A pattern never takes a cell that the relation names: a total is no part of itself."""
    pointer = f"{container}/{_filled(part.path or '', binding)}"
    if not part.many:
        return [(part.factor, CELL_INDEX[pointer])]
    cells = [index for cell, index in CELL_INDEX.items() if cell not in named and matches(pointer, cell)]
    if not cells:
        raise RuleError(Text(f"没有单元格可加：sum({part.path})", f"there is no cell to add up: sum({part.path})"))
    return [(part.factor, index) for index in cells]


@cache
def row_equations() -> tuple[Equation, ...]:
    """That the six applicants of every row of table three make its total, whichever rules are asked."""
    rows = dict.fromkeys(row for edition in ROWS.values() for row in edition)
    return tuple(_row_equation(f"{TABLES['applications']}/{row}") for row in rows)


def _row_equation(row: str) -> Equation:
    total = CELL_INDEX[f"{row}/total"]
    parts = tuple((1, CELL_INDEX[f"{row}/{column}"]) for column in APPLICANTS)
    return Equation(total, ((1, total),), "=", parts, 0)
