"""Styles that say nothing are taken out of a page before it is parsed: what is read of it stays the same."""

import pytest

from lint.readers.html import outline_of, outline_of_bytes
from lint.readers.html_styles import without_styles
from lint.readers.outline import Outline

STYLED = '<p style="text-align:center">一</p>\n' * 24
ROW = '<tr><td style="width:48pt" colspan="2">自然人</td><td style="width:48pt">3</td></tr>\n'
TABLE = f'<table style="border:none"><tbody>{ROW * 12}</tbody></table>'


def page(inside: str) -> str:
    """A page of a government's site, with many styles before and behind a piece of it."""
    head = "<!DOCTYPE html><html><head><title>示例市水利局2023年政府信息公开工作年度报告</title></head>"
    return f"{head}<body>{STYLED}{inside}{STYLED}{TABLE}</body></html>"


INSIDE = {
    "nothing": "",
    "text that hides itself": '<p style="display:none">见不得</p><p style="text-decoration:line-through">旧</p>',
    "hidden by an entity": '<p style="display&#58;none">见不得</p>',
    "a style over two lines": '<p style="color:red;\nfont-size:9pt">行</p>',
    "two styles in a tag": '<p style="color:red" style="display:none">见</p>',
    "a style in capitals behind another": '<p style="color:red" STYLE="display:none">见</p>',
    "no space behind a style": '<p style="color:red"class="a">见</p>',
    "a style that is the value of another attribute": '<p class= style="color:red">见</p>',
    "a style in an attribute in single quotes": "<p title='<b style=\"x\">' hidden>见</p>",
    "a tag in an attribute": '<p title="a > b" style="color:red">见</p>',
    "an attribute that never ends": '<p title="a style="color:red">见</p>',
    "a style in the text": '<p>如 style="color:red" 等</p>',
    "a style in a comment": '<!-- <p style="color:red">不</p> --><p>见</p>',
    "a style whose value ends a comment": '<!-- <p style="-->见<p class="a"> -->',
    "a style in a program": '<script>var a = "<td style="x">";</script><p>见</p>',
    "a style whose value ends a program": "<script>var a = '<td style=\"</script><p>见</p>\">';</script>",
    "a program that is not closed": '<script>var a = 1; <p style="color:red">见</p>',
    "a style in a form": '<textarea><p style="color:red">不</p></textarea><p>见</p>',
    "a conditional comment": '<!--[if gte mso 9]><xml>a</xml><![endif]--><![if !vml]><p style="x">见</p><![endif]>',
    "an instruction of Office": '<?xml:namespace prefix = "o" ns = "urn:schemas" /><p style="x">见<o:p></o:p></p>',
    "a style of a title": '<title style="x">见<p style="color:red">见</p>',
    "a style of a form": '<textarea style="x"><p style="color:red">见</p></textarea>',
    "a style of a program": '<script style="x">"</p><p style="color:red">见</p>"</script>',
    "a style of all that follows": '<plaintext style="x">见<p style="color:red">见</p>',
    "a style of a frame": '<IFRAME class="a" style="x"><p style="color:red">见</p></IFRAME>',
    "a tag broken off": '<p style="color:red" <b>见</b>',
    "a style that is not closed": '<p style="color:red>见</p>',
    "less than in the text": '<p style="x">3 < 4</p>',
}


@pytest.mark.parametrize("inside", INSIDE.values(), ids=INSIDE)
def test_the_same_is_read(inside: str) -> None:
    """Blocks with their places, and remarks, as of the page as it is."""
    text = page(inside)
    assert outline_of_bytes(text.encode(), None) == outline_of(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_same_is_read_in_every_encoding(encoding: str) -> None:
    """The bytes are looked at before they are decoded only where they are certain to be UTF-8."""
    text = page("<p>年</p>")
    assert outline_of_bytes(text.encode(encoding), None) == outline_of(text)


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("nothing", 0),
        ("text that hides itself", 2),
        ("a style over two lines", 1),
        ("two styles in a tag", len(STYLED.splitlines()) + 27),
        ("a style in a comment", 1),
        ("a style in a program", 1),
        ("a style that is not closed", len(STYLED.splitlines()) + 26),
    ],
)
def test_styles_go_where_they_are_certain_to_be_styles(inside: str, left: int) -> None:
    """Those that tell something stay, and all behind what is not understood."""
    assert without_styles(page(INSIDE[inside]).encode()).count(b' style="') == left


def test_few_styles_stay() -> None:
    """Looking at them would take longer than parsing them."""
    few = b'<p style="color:red">a</p>' * 19
    assert without_styles(few) is few


def test_bytes_that_are_no_utf8_are_told() -> None:
    """Also where they stand in a style that says nothing else."""
    data = page("").encode().replace(b"48pt", b"48pt;\xff", 1)
    assert b"\xff" in without_styles(data)


def test_many_styles_in_one_tag_are_bounded() -> None:
    """A page of nothing else is left as it is, in linear time."""
    data = b"<p" + b' style="x"' * 100_000 + b">"
    assert without_styles(data).count(b"style") >= 99_999


def test_the_outline_is_one() -> None:
    """The law above is about more than blank pages."""
    assert isinstance(found := outline_of(page("")), Outline)
    assert len(found.blocks) == 2 * 24 + 1
