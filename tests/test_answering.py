"""Reports taken together: small ones of a known shape, in their order, and never too many at once."""

from collections.abc import Iterator

from lint.answering import together
from lint.model.report import Report
from lint.model.run import Checked
from lint.model.shapes import Shapes
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree


def flat(name: str, *, text: str = "依法公开。") -> Report:
    """A report of a known shape."""
    tree = {**complete_tree(), "preamble": [text]}
    shapes = Shapes()
    shapes.learn(tree)
    found = shapes.lay(tree, _keys(tree))
    assert found is not None
    return report_of_tree(name, tree, flat=found)


def _keys(value: object) -> int:
    return len(value) + sum(map(_keys, value.values())) if isinstance(value, dict) else 0


def other(name: str) -> Report:
    """A report of any other kind."""
    return report_of_tree(name, complete_tree())


def sources(*opened: Report | Checked) -> list[list[str]]:
    """What is taken together, by name."""
    taken = together(iter(opened))
    return [[one.source] if isinstance(one, Checked) else [report.source for report in one] for one in taken]


def test_of_the_first_reports_few_are_taken_together() -> None:
    assert [len(some) for some in sources(*(flat(str(number)) for number in range(20)))] == [1, 2, 4, 8, 5]


def test_however_many_there_are_no_more_than_some_are_taken_together() -> None:
    one = flat("report.json")
    assert max(map(len, sources(*(one for _ in range(500))))) < 100


def test_all_others_are_alone_and_in_their_place() -> None:
    passed_over = Checked("list.json", "passed_over")
    opened = (flat("a"), flat("b"), passed_over, flat("c"), other("d"), other("e"), flat("f"), flat("g"))
    assert sources(*opened) == [["a"], ["b"], ["list.json"], ["c"], ["d"], ["e"], ["f", "g"]]


def test_long_reports_are_not_kept_waiting_for_each_other() -> None:
    long = flat("long", text="公开" * 600_000)
    taken = sources(flat("a"), flat("b"), flat("c"), long, long, long)
    assert taken == [["a"], ["b", "c"], ["long"], ["long"], ["long"]]


def test_nothing_is_read_ahead_of_what_is_taken_together() -> None:
    read: list[int] = []

    def opened() -> Iterator[Report | Checked]:
        for number in range(10):
            read.append(number)
            yield flat(str(number))

    taken = together(opened())
    next(taken)
    assert read == [0]
    next(taken)
    assert read == [0, 1, 2]
