"""Web pages (.html): the report that a page holds, without what the site puts around it."""

import re

from lxml import etree
from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.html_blocks import Walk
from lint.readers.html_clean import clean
from lint.readers.html_page import Page, about, report_of_page
from lint.readers.limits import HTML_BYTES, HTML_DEPTH, TAG_CHARACTERS
from lint.readers.outline import Block, Outline

_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{TAG_CHARACTERS},}}")
_SMALL = 128 * 1024  # so short a page cannot have so many attributes that its parsing takes a second
_MOST_ATTRIBUTES = 2_000
# A tag of so many pieces, quoted or not, has some hundred attributes or more; brackets in quotation marks end no tag.
_CROWDED_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]{1,50}+|"[^"]*+"|'[^']*+'){300}""")
_SPACES = re.compile(r"\s+")
_RESOURCE_LIMIT = 114  # XML_ERR_RESOURCE_LIMIT; not every lxml knows its name


def outline_of(text: str, *, crowded: bool = True) -> Outline:
    """The outline of the report in a page. ``crowded`` says that a tag of it may have very many attributes.

    Places: table, row and column of the grid from 1, and the line of the source where the parser knows it.
    Raises Unreadable (LT001) where the page is too large, too deep or has no content, or only links to the report.
    """
    root = _parsed(text, crowded=crowded)
    said = about(root)
    hidden = clean(root, text)
    return report_of_page(Page(list(Walk().blocks(root)), hidden, said))


def may_take_long(text: str) -> bool:
    """Whether a page must be parsed where it can be stopped: a tag of it may have very many attributes."""
    return len(text) > _SMALL and _CROWDED_TAG.search(text) is not None


def blocks_of(text: str) -> list[Block]:
    """All that a piece of HTML shows, as blocks. Raises Unreadable as :func:`outline_of`."""
    root = _parsed(text, crowded=may_take_long(text))
    clean(root, text)
    return [found.block for found in Walk().blocks(root)]


def _parsed(text: str, *, crowded: bool) -> Element:
    data = text.encode("utf-8", "replace")
    if len(data) > HTML_BYTES:
        limit = HTML_BYTES // 2**20
        raise Unreadable("LT001", Text(f"网页超过 {limit} MB", f"the page is larger than {limit} MB"))
    if crowded:
        _look_at_tags(text)
    # remove_pis: Office writes <?xml:namespace …?>; huge_tree: without it the text below a depth of 255 is dropped.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _empty() from error
    if any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log):
        zh, en = f"网页的标签嵌套超过 {HTML_DEPTH} 层", f"the tags of the page are more than {HTML_DEPTH} deep"
        raise Unreadable("LT001", Text(zh, en))
    if root is None:
        raise _empty()
    return root


def _look_at_tags(text: str) -> None:
    """Attributes cost the square of their number, 200,000 in one tag 60 s. A picture in a tag is long, but one."""
    for found in _LONG_TAG.finditer(text):
        if sum(1 for _ in _SPACES.finditer(found[0])) > _MOST_ATTRIBUTES:
            zh, en = "网页中有一个标签的属性过多", "a tag of the page has too many attributes"
            raise Unreadable("LT001", Text(zh, en))


def _empty() -> Unreadable:
    return Unreadable("LT001", Text("网页没有内容", "the page has no content"))
