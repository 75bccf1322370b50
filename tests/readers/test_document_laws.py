"""Whatever document a report is written as, in whatever style, it is read back: random reports of both editions."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.report import Report, Tree
from lint.readers.table import Asked, read
from lint.rulebook.valid import Maker
from tests.documents.docx import docx
from tests.documents.html import Page, html
from tests.documents.markdown import markdown
from tests.documents.paper import Paper, figures_shown, paper
from tests.documents.style import PLAIN, Style
from tests.documents.xlsx import Workbook, xlsx
from tests.readers.support_pdf import pdf
from tests.support_text import NOBODY, figures, labels, layout_of

Writer: TypeAlias = Callable[[Paper], bytes]

BOTH = st.booleans()
WRITERS: dict[str, st.SearchStrategy[Writer]] = {
    "docx": st.builds(partial, st.just(docx), wordy=BOTH),
    "html": st.builds(
        Page,
        around=BOTH,
        cells=st.sampled_from(("bare", "paragraphs", "wordy")),
        line_breaks=BOTH,
        encoding=st.sampled_from(("utf-8", "gb18030")),
    ).map(lambda page: partial(html, page=page)),
    "md": st.builds(partial, st.just(markdown), padded=BOTH),
    "xlsx": st.builds(
        Workbook,
        sheets=st.sampled_from(("one", "each")),
        numbers=st.sampled_from(("counts", "all", "none")),
        merged=BOTH,
        first_column=st.sampled_from((0, 0, 1)),
    ).map(lambda workbook: partial(xlsx, workbook=workbook)),
    "pdf": st.just(pdf),
}
STYLES: dict[str, Style] = {
    "as the form is printed": PLAIN,
    "no cells merged": Style(merges=False),
    "one row of headings": Style(headers="flat"),
    "no label at the side": Style(labels="own"),
    "groups at the side": Style(labels="groups", merges=False),
    "a table for each block": Style(blocks="each", disputes="tables"),
    "labelled rows in table four": Style(disputes="labelled"),
    "cut in the middle": Style(cut="bare"),
    "cut in the middle, headings repeated": Style(cut="repeated"),
    "words broken over lines": Style(broken=True),
    "a label of one character a line": Style(vertical=True),
    "spaces around figures": Style(before="\u00a0", after="\u3000"),
    "half-width brackets": Style(half_width=True),
    # Blank for 0 is read where no other blank cells stand beside: Markdown has them for every merged cell.
    "blank for 0": Style(blank_zero=True, labels="own", blocks="each"),
    "blank for 0, nothing merged": Style(blank_zero=True, labels="own", blocks="each", merges=False),
}
SPACES = st.sampled_from(("", "", " ", "\u00a0", "\u3000", "\u00a0\u00a0"))
ANY_STYLE = st.builds(
    Style,
    merges=BOTH,
    headers=st.sampled_from(("split", "flat")),
    labels=st.sampled_from(("whole", "groups", "own")),
    cut=st.sampled_from(("no", "bare", "repeated")),
    blocks=st.sampled_from(("one", "each")),
    disputes=st.sampled_from(("row", "tables", "labelled")),
    blank_zero=BOTH,
    broken=BOTH,
    vertical=BOTH,
    before=SPACES,
    after=SPACES,
    half_width=BOTH,
)
TREES = st.builds(lambda seed: Maker(seed).tree(), st.integers(0, 10**6))
QUICK = settings(max_examples=60, deadline=None, derandomize=True)


def told(tree: Tree) -> dict[str, Any]:
    """What every document says, its tables aside."""
    whole = {key: tree[key] for key in ("edition", "title", "year", "preamble")}
    texts = {key: (section["heading"], section["paragraphs"]) for key, section in tree["sections"].items()}
    return {**whole, "agency": tree["agency"]["name"], "sections": list(texts.items())}


def read_back(ending: str, document: Paper, write: Writer) -> Report:
    """The report in the bytes of a document."""
    return read(f"report.{ending}", write(document), Asked(None, NOBODY, labels))


def check(ending: str, tree: Tree, style: Style, write: Writer) -> None:
    """The text and every figure come back, blank where it was left blank; nothing is in doubt, nothing remarked."""
    report = read_back(ending, paper(tree, layout_of(tree), style), write)
    assert report.troubles == ()
    assert report.document.remarks == ()
    assert figures(report) == figures_shown(tree, style)
    assert told(report.tree) == told(tree)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("ending", WRITERS)
@settings(QUICK, max_examples=5)
@given(data=st.data())
def test_every_style_is_read(ending: str, style: Style, data: st.DataObject) -> None:
    check(ending, data.draw(TREES), style, data.draw(WRITERS[ending]))


@pytest.mark.parametrize("ending", WRITERS)
@QUICK
@given(data=st.data())
def test_styles_together_are_read(ending: str, data: st.DataObject) -> None:
    """In any mixture, but blank cells for 0 beside those of merged cells, which could be read in more than one way."""
    style = data.draw(ANY_STYLE)
    covered = not style.merges or ending == "md"
    if style.blank_zero and covered:
        style = replace(style, labels="own", blocks="each")
    if ending == "pdf":
        style = replace(style, vertical=False)  # the end of a page would cut such a label anywhere
    check(ending, data.draw(TREES), style, data.draw(WRITERS[ending]))


@settings(QUICK, max_examples=20)
@given(tree=TREES, around=BOTH)
def test_a_page_says_when_it_was_published(tree: Tree, around: bool) -> None:
    document = paper(tree, layout_of(tree))
    report = read_back("html", document, partial(html, page=Page(around=around)))
    assert report.tree["published"] == (tree["published"] if around else None)


@settings(QUICK, max_examples=5)
@given(tree=TREES)
def test_what_stands_before_markdown_is_no_text(tree: Tree) -> None:
    """Title and date in YAML between lines of three hyphens, as programs put them there."""
    check("md", tree, PLAIN, partial(markdown, front_matter=True))


@pytest.mark.parametrize("ending", WRITERS)
@settings(QUICK, max_examples=10)
@given(data=st.data())
def test_one_report_is_always_the_same_bytes(ending: str, data: st.DataObject) -> None:
    """The examples rest on it."""
    tree, style, write = data.draw(TREES), data.draw(ANY_STYLE), data.draw(WRITERS[ending])
    assert write(paper(tree, layout_of(tree), style)) == write(paper(tree, layout_of(tree), style))
