"""Whatever the layout, the figures that were written are read: over random reports of both editions."""

import random
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.form import DECIMAL_CELLS, EDITIONS
from lint.model.pointer import Pointer, child, steps
from lint.model.report import Tree
from lint.rulebook.complete import complete_tree
from tests.support_text import Style, figures, figures_of, read, sliced, written

SMALL = (0, 0, 0, 1, 2, 7, 10, 34, 128, 5522)


def put(tree: Tree, pointer: Pointer, value: object) -> None:
    """Put a value in the place of another."""
    *above, name = steps(pointer)
    at: Any = tree
    for step in above:
        at = child(at, step)[1]
    at[name] = value


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A complete report of either edition with random figures."""
    tree = complete_tree(draw(st.sampled_from(EDITIONS)))
    dice = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311 - as many draws would be slow to shrink
    pool = dice.choice((SMALL, SMALL, (0,), (0, 0, 0, 0, 1)))
    for pointer in figures_of(tree):
        figure: int | Decimal = dice.choice(pool)
        if pointer.endswith("/change"):
            figure = dice.choice((0, 3, -12))
        elif pointer in DECIMAL_CELLS:
            figure = dice.choice((0, Decimal("0.0420"), Decimal("2439.01")))
        put(tree, pointer, figure)
    return tree


LINE_ENDS = st.sampled_from(("\n", "\r\n", "\r"))
# Blank cells for 0 beside blank cells too many could be read in more than one way: one or the other.
STYLES = st.builds(
    Style,
    labels=st.sampled_from((1, 2, 3)),
    groups=st.sampled_from(("kept", "once", "blank", "lost")),
    headers=st.sampled_from(("whole", "broken", "lost")),
    captions=st.booleans(),
    leading=st.integers(0, 2),
    trailing=st.integers(0, 2),
    half_width=st.booleans(),
    comma=st.booleans(),
    disputes=st.sampled_from(("row", "rows", "labelled")),
    line_end=LINE_ENDS,
) | st.builds(
    Style,
    labels=st.sampled_from((1, 2, 3)),
    groups=st.sampled_from(("kept", "once", "blank", "lost")),
    headers=st.sampled_from(("whole", "broken", "lost")),
    blank_zero=st.just(True),
    disputes=st.sampled_from(("row", "rows", "labelled")),
    line_end=LINE_ENDS,
)
QUICK = settings(max_examples=150, deadline=None, derandomize=True)


@QUICK
@given(tree=trees(), style=STYLES)
def test_what_is_written_is_read(tree: Tree, style: Style) -> None:
    """Every figure comes back, blank where it was left blank; nothing is in doubt, no text becomes another."""
    report = read(written(tree, style))
    expected = {at: None if style.blank_zero and figure == 0 else figure for at, figure in figures_of(tree).items()}
    assert report.troubles == ()
    assert figures(report) == expected
    assert list(report.tree["sections"]) == list(tree["sections"])
    for key, section in tree["sections"].items():
        assert report.tree["sections"][key]["paragraphs"] == section["paragraphs"]


@QUICK
@given(tree=trees(), style=STYLES)
def test_every_figure_stands_at_its_place(tree: Tree, style: Style) -> None:
    """The line cut out at the place of a figure is the figure."""
    text = written(tree, style)
    report = read(text)
    for at, figure in figures(report).items():
        assert sliced(text, report.locate(at)) == ("" if figure is None else str(figure))


@settings(QUICK, max_examples=60)
@given(
    text=st.text(
        st.sampled_from("一二四、（）()1.9０\t\n\r 年总体情况行政复议申请结果其他信息公开报告无/😀"), max_size=120
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reader crash: it is a report, or no report."""
    report = read("2023年政府信息公开年度报告\n" + text)
    assert report.tree["title"] is not None
