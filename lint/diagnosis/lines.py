"""Relations in words, with their figures."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from lint.diagnosis.relation import Figure, Figures, Relation
from lint.model.text import Text

UNEQUAL = {"=": "≠", "<=": ">", ">=": "<", "<": "≥", ">": "≤"}


class Names(NamedTuple):
    """What cells are called: a cell by itself, a cell within a relation, and what all cells of a relation share."""

    whole: Callable[[int], Text]
    within: Callable[[int, Relation], Text]
    shared: Callable[[Relation], Text]


def changed(values: Figures, expected: Mapping[int, Figure]) -> list[Figure | None]:
    """The figures with some of them changed."""
    return [expected.get(cell, value) for cell, value in enumerate(values)]


def line_of(relation: Relation, values: Figures, names: Names, sign: str, marked: Collection[int] = ()) -> Text:
    """A relation with its figures, those of marked cells in brackets."""
    constant = relation.constant
    left = [(factor, cell) for factor, cell in relation.terms if factor > 0]
    right = [(-factor, cell) for factor, cell in relation.terms if factor < 0]
    one, other = (
        _side([(factor, names.within(cell, relation), cell) for factor, cell in terms], rest, values, marked)
        for terms, rest in ((left, max(-constant, 0)), (right, max(constant, 0)))
    )
    shared = names.shared(relation)
    return Text(
        f"{shared.zh}{'：' if shared.zh else ''}{one.zh} {sign} {other.zh}",
        f"{shared.en}{': ' if shared.en else ''}{one.en} {sign} {other.en}",
    )


def _side(terms: Sequence[tuple[int, Text, int]], constant: Figure, values: Figures, marked: Collection[int]) -> Text:
    """A sum, without the cells that hold 0: all that is to be seen of them is that they add nothing."""
    filled = [(factor, name, cell) for factor, name, cell in terms if values[cell] or cell in marked or len(terms) == 1]
    said = [_term(factor, name, values[cell], marked=cell in marked) for factor, name, cell in filled]
    if constant or not said:
        said.append(Text(str(constant), str(constant)))
    total = sum(factor * (values[cell] or 0) for factor, _, cell in terms) + constant
    ending = f" = {total}" if len(said) > 1 or any(factor > 1 for factor, _, _ in filled) else ""
    return Text(" + ".join(one.zh for one in said) + ending, " + ".join(one.en for one in said) + ending)


def _term(factor: int, name: Text, value: Figure | None, *, marked: bool) -> Text:
    times = f"{factor} × " if factor > 1 else ""
    zh, en = (f"[{one}]" if marked else one for one in figure_words(value))
    return Text(f"{times}{name.zh} {zh}", f"{times}{name.en} {en}")


def figure_words(value: Figure | None) -> Text:
    """A figure as it is written, or the word for a blank."""
    return Text("空白", "blank") if value is None else Text(str(value), str(value))
