"""Trees laid flat: what a known shape says of a tree is what the tree itself says, or nothing."""

import copy
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from lint.model.case import Case
from lint.model.report import Report, Tree
from lint.model.shape import Flat
from lint.model.shapes import Shapes
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree

EDITIONS = pytest.mark.parametrize("edition", ["2021", "2019"])
FEES = "/sections/proactive/table/fees/amount"


def keys_of(value: object) -> int:
    """How many keys a tree has in all."""
    if isinstance(value, dict):
        return len(value) + sum(map(keys_of, value.values()))
    return sum(map(keys_of, value)) if isinstance(value, list) else 0


def laid(tree: Tree, *known: Tree) -> Flat | None:
    """A tree laid flat by the shapes of others."""
    shapes = Shapes()
    for one in known:
        shapes.learn(one)
    return shapes.lay(tree, keys_of(tree))


def filled(edition: str) -> Tree:
    """A complete tree whose figures all differ."""
    tree = complete_tree(edition)
    for number, row in enumerate(rows_of(tree["sections"]), start=1):
        row.update({column: 10 * number + place for place, column in enumerate(row)})
    return tree


def rows_of(node: Any) -> list[dict[str, Any]]:
    """The rows of all tables."""
    if not isinstance(node, dict):
        return []
    if node and all(isinstance(value, int) for value in node.values()):
        return [node]
    return [row for value in node.values() for row in rows_of(value)]


def report(tree: Tree, flat: Flat | None) -> Report:
    """A report with its tree laid flat, or not."""
    return report_of_tree("report.json", tree, flat=flat)


@EDITIONS
def test_a_tree_laid_flat_says_what_the_tree_says(edition: str) -> None:
    tree = filled(edition)
    flat = laid(tree, complete_tree(edition))
    assert flat is not None
    quick, slow = Case(report(tree, flat)), Case(report(tree, None))
    assert quick.figures == slow.figures
    assert quick.texts == slow.texts
    assert quick.lead_in == slow.lead_in
    assert quick.joined == slow.joined
    assert quick.report.document == slow.report.document
    assert (quick.has_blanks, quick.has_odd_decimals) == (slow.has_blanks, slow.has_odd_decimals)
    assert (quick.rows_add_up, quick.single_other) == (slow.rows_add_up, slow.single_other)
    assert flat.value("/year") == tree["year"]
    assert flat.plain


def test_nothing_is_laid_by_a_shape_that_was_not_met() -> None:
    assert laid(complete_tree("2021")) is None
    assert laid(complete_tree("2021"), complete_tree("2019")) is None


def _more_text(tree: Tree) -> None:
    tree["sections"]["overview"]["paragraphs"].append("另有一段。")


def test_how_much_text_there_is_makes_no_other_shape() -> None:
    tree = complete_tree()
    _more_text(tree)
    flat = laid(tree, complete_tree())
    assert flat is not None
    assert flat.texts[0] == Case(report(tree, None)).texts


def row(tree: Tree) -> dict[str, Any]:
    """A row of table three."""
    found: dict[str, Any] = tree["sections"]["applications"]["table"]["new"]
    return found


CHANGES: dict[str, Callable[[Tree], object]] = {
    "a key more": lambda tree: row(tree).update(others=1),
    "a key less": lambda tree: row(tree).pop("total"),
    "a key renamed": lambda tree: row(tree).update(others=row(tree).pop("other")),
    "a section renamed": lambda tree: tree["sections"].update(extra=tree["sections"].pop("other")),
    "sections in another order": lambda tree: tree["sections"].update(overview=tree["sections"].pop("overview")),
    "a blank": lambda tree: row(tree).update(total=None),
    "text for a figure": lambda tree: row(tree).update(total="5件"),
    "a truth value for a figure": lambda tree: row(tree).update(total=True),
    "a decimal number for a figure": lambda tree: row(tree).update(total=1.5),
    "a row for a figure": lambda tree: row(tree).update(total={"other": 1}),
    "a figure for a row": lambda tree: tree["sections"]["applications"]["table"].update(new=3),
    "a list for a table": lambda tree: tree["sections"]["applications"].update(table=[1, 2]),
    "no text in the text": lambda tree: tree["sections"]["overview"]["paragraphs"].append(7),
    "a figure for the title": lambda tree: tree.update(title=2023),
    "a list for the sections": lambda tree: tree.update(sections=[*tree["sections"]]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_differs_is_of_another_shape(change: Callable[[Tree], object]) -> None:
    tree = complete_tree()
    change(tree)
    assert laid(tree, complete_tree()) is None


@pytest.mark.parametrize("other", [3, [], "", None])
def test_what_stands_for_an_empty_object_is_of_another_shape(other: object) -> None:
    assert laid({**complete_tree(), "extra": {}}, {**complete_tree(), "extra": {}}) is not None
    assert laid({**complete_tree(), "extra": other}, {**complete_tree(), "extra": {}}) is None


@pytest.mark.parametrize("keys", [-1, 1])
def test_keys_that_the_parser_dropped_or_the_file_has_more_are_not_overlooked(keys: int) -> None:
    tree = complete_tree()
    shapes = Shapes()
    shapes.learn(tree)
    assert shapes.lay(tree, keys_of(tree) + keys) is None


NO_PLAIN_TREES: dict[str, object] = {
    "no object": [],
    "no sections": {"title": "示例市水利局2023年政府信息公开工作年度报告"},
    "what a document has beyond": {**complete_tree(), "document": {}},
    "a truth value": {**complete_tree(), "draft": True},
    "a list that is no text of the form": {**complete_tree(), "annexes": ["附件一"]},
    "a heading without text": {**complete_tree(), "sections": {"overview": {"heading": "一、总体情况"}}},
}


@pytest.mark.parametrize("tree", NO_PLAIN_TREES.values(), ids=NO_PLAIN_TREES)
def test_only_plain_trees_of_reports_have_a_shape(tree: Any) -> None:
    assert laid(tree, tree) is None


@pytest.mark.parametrize("figure", [-1, 2**31, 2**32, 2**80])
def test_a_figure_below_zero_or_beyond_31_bits_is_told(figure: int) -> None:
    tree = complete_tree()
    row(tree)["total"] = figure
    flat = laid(tree, complete_tree())
    assert flat is not None
    assert not flat.plain


def test_numbers_are_put_in_as_they_were_written() -> None:
    tree = complete_tree()
    tree["sections"]["proactive"]["table"]["fees"]["amount"] = 12.5
    flat = laid(tree, copy.deepcopy(tree))
    assert flat is not None
    flat.make_exact({12.5: Decimal("12.50")})
    assert str(flat.value(FEES)) == "12.50"
    assert str(tree["sections"]["proactive"]["table"]["fees"]["amount"]) == "12.50"
    assert [str(amount) for amount in flat.amounts] == ["12.50"]


def test_a_row_is_no_amount() -> None:
    tree = complete_tree()
    tree["sections"]["proactive"]["table"]["fees"]["amount"] = {"total": 1}
    flat = laid(tree, copy.deepcopy(tree))
    assert flat is not None
    assert flat.amounts == ()
    assert flat.cells.figures == Case(report(tree, None)).figures


def test_what_is_laid_flat_is_void_for_another_tree() -> None:
    tree = complete_tree()
    whole = report(tree, laid(tree, tree))
    assert whole.laid is not None
    assert whole._replace(tree=copy.deepcopy(tree)).laid is None


def test_a_shape_is_known_at_once_where_its_keys_are_known_from_another() -> None:
    tree, blank = complete_tree(), complete_tree()
    row(blank)["total"] = None
    shapes = Shapes()
    shapes.learn(tree)
    assert shapes.lay(blank, keys_of(blank)) is None
    shapes.learn(blank)
    assert shapes.lay(blank, keys_of(blank)) is not None


def test_trees_without_a_shape_of_their_own_leave_room_for_those_that_have_one() -> None:
    shapes = Shapes()
    odd: Tree = {**complete_tree(), "preamble": [7]}
    for _ in range(300):
        shapes.learn(odd)
        shapes.learn({**complete_tree(), "draft": True})
    tree = {**complete_tree(), "extra": 1}
    shapes.learn(tree)
    assert shapes.lay(tree, keys_of(tree)) is not None


def test_of_trees_with_so_many_keys_only_some_are_tried() -> None:
    shapes = Shapes()
    trees = [{**complete_tree(), f"extra{number}": 1} for number in range(100)]
    for tree in trees:
        shapes.learn(tree)
    assert sum(shapes.lay(tree, keys_of(tree)) is not None for tree in trees) < 50


def test_no_more_than_some_shapes_are_kept() -> None:
    shapes = Shapes()
    trees = [{**complete_tree(), "extra": dict.fromkeys(map(str, range(number)), 1)} for number in range(300)]
    for tree in trees:
        shapes.learn(tree)
    found = [shapes.lay(tree, keys_of(tree)) is not None for tree in trees]
    assert found == sorted(found, reverse=True)
    assert 0 < sum(found) < len(trees)
