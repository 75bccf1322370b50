"""Figures under their columns: too many cells, too few, and what may not be guessed."""

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.readers.outline import Cell
from lint.readers.rows import align


def cells(line: str) -> tuple[Cell, ...]:
    """The cells of a line; ``_`` is a blank one."""
    return tuple(
        Cell("" if word == "_" else word, Place(line=1, column=number))
        for number, word in enumerate(line.split(), start=1)
    )


FITTING = {
    "exact": ("1 2 3", "1 2 3"),
    "exact-with-blanks": ("_ 2 _", "_ 2 _"),
    "leading-blanks-too-many": ("_ _ 1 2 3", "1 2 3"),
    "trailing-blanks-too-many": ("1 2 3 _ _", "1 2 3"),
    "blanks-too-many-at-both-ends": ("_ 1 2 3 _", "1 2 3"),
    "blank-inside-and-one-too-many": ("1 _ 3 _", "1 _ 3"),
    "blank-between-all-figures": ("1 _ 2 _ 3", "1 2 3"),
    "exact-all-blank": ("_ _ _", "_ _ _"),
    "all-blank-too-many": ("_ _ _ _ _", "_ _ _"),
    "all-blank-too-few": ("_", "_ _ _"),
    "none-at-all": ("", "_ _ _"),
}


@pytest.mark.parametrize(("line", "expected"), FITTING.values(), ids=FITTING)
def test_rows_that_fit(line: str, expected: str) -> None:
    """Blank cells beyond the figures are left off where only one reading remains."""
    assert [cell.text or "_" for cell in align(cells(line), 3)] == expected.split()


REFUSED = {
    "one-too-few": ("1 2", "LT006", "3 figures are expected, 2 stand there: nobody knows under which columns", 1),
    "one-too-few-after-a-blank": (
        "_ 2", "LT006", "3 figures are expected, 1 stand there: nobody knows under which columns", 2,
    ),
    "one-too-many": ("1 2 3 4", "LT006", "3 figures are expected, 4 stand there: nobody knows under which columns", 1),
    "blank-may-be-the-first-or-too-many": (
        "_ 1 2 _", "LT006", "3 figures are expected, 2 stand there: nobody knows under which columns", 2,
    ),
    "glued": ("123", "LT005", "3 figures run together as '123': the separators are lost", 1),
    "glued-longer": ("64002", "LT005", "3 figures run together as '64002': the separators are lost", 1),
    "glued-cut-for-the-message": (
        "1" * 40, "LT005", f"3 figures run together as '{'1' * 30}…': the separators are lost", 1,
    ),
    "shorter-than-the-columns": (
        "12", "LT006", "3 figures are expected, 1 stand there: nobody knows under which columns", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "rule", "words", "column"), REFUSED.values(), ids=REFUSED)
def test_rows_that_are_refused(line: str, rule: str, words: str, column: int) -> None:
    """Where figures run together, or more than one reading is possible, nothing is guessed."""
    with pytest.raises(Unreadable) as raised:
        align(cells(line), 3)
    error = raised.value
    assert (error.rule, error.words.en, error.place) == (rule, words, Place(line=1, column=column))


def test_places_are_kept() -> None:
    """Every cell that remains keeps the place it had."""
    aligned = align(cells("_ 1 2 3 _"), 3)
    assert [cell.place for cell in aligned] == [Place(line=1, column=column) for column in (2, 3, 4)]
