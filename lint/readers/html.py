"""Web pages (.html): the report that a page holds, without what the site puts around it."""

import re
from contextlib import suppress
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.decode import decode, says_utf8
from lint.readers.html_blocks import Walk
from lint.readers.html_clean import clean
from lint.readers.html_page import Page, about, report_of_page
from lint.readers.html_styles import without_styles
from lint.readers.limits import HTML_BYTES, HTML_DEPTH, TAG_CHARACTERS
from lint.readers.outline import Block, Outline

_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{TAG_CHARACTERS},}}")
_SMALL = 128 * 1024  # so short a page cannot have so many attributes that its parsing takes a second
_MOST_ATTRIBUTES = 2_000
# A tag of so many pieces, quoted or not, has some hundred attributes or more; brackets in quotation marks end no tag.
_CROWDED_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]{1,50}+|"[^"]*+"|'[^']*+'){300}""")
_SPACES = re.compile(r"\s+")
_RESOURCE_LIMIT = 114  # XML_ERR_RESOURCE_LIMIT; not every lxml knows its name


class _Source(NamedTuple):
    """A page as text, and the same in UTF-8."""

    text: str
    data: bytes


def outline_of_bytes(data: bytes, encoding: str | None) -> Outline:
    """The outline of the report in a page, as :func:`outline_of`; ``encoding`` as in :func:`decode`.

    A page whose parsing may take long is parsed by a process that can be stopped.
    Raises Unreadable as these two, and where that process was stopped.
    """
    source = _lean(data, encoding)
    if len(data) > _SMALL and _CROWDED_TAG.search(source.text):
        whole = decode(data, encoding).text
        if may_take_long(whole):
            from lint.readers.worker import read_apart  # noqa: PLC0415 - hardly any page needs it

            return read_apart("lint.readers.html", whole.encode("utf-8", "replace"), text=True)
    return _outline_of(source, crowded=False)


def outline_of(text: str) -> Outline:
    """The outline of the report in a page, of which a tag may have very many attributes.

    Places: table, row and column of the grid from 1, and the line of the source where the parser knows it.
    Raises Unreadable (LT001) where the page is too large, too deep or has no content, or only links to the report.
    """
    return _outline_of(_encoded(text), crowded=True)


def _outline_of(source: _Source, *, crowded: bool) -> Outline:
    root = _parsed(source, crowded=crowded)
    said = about(root)
    hidden = clean(root, source.text)
    return report_of_page(Page(Walk().blocks(root), hidden, said))


def may_take_long(text: str) -> bool:
    """Whether a page must be parsed where it can be stopped: a tag of it may have very many attributes."""
    return len(text) > _SMALL and _CROWDED_TAG.search(text) is not None


def blocks_of(text: str) -> list[Block]:
    """All that a piece of HTML shows, as blocks. Raises Unreadable as :func:`outline_of`."""
    root = _parsed(_encoded(text), crowded=may_take_long(text))
    clean(root, text)
    return [found.block for found in Walk().blocks(root)]


def _lean(data: bytes, encoding: str | None) -> _Source:
    """A page without the styles that say nothing. Most bytes are theirs: where the rest is decoded as the whole would
    be, they are not.
    """
    if encoding is None and len(data) <= HTML_BYTES:
        lean = without_styles(data)
        if lean is not data and says_utf8(lean):
            with suppress(UnicodeDecodeError):
                return _Source(lean.decode(), lean)
    whole = _encoded(decode(data, encoding).text)
    lean = without_styles(whole.data)
    return whole if lean is whole.data else _Source(lean.decode(), lean)


def _encoded(text: str) -> _Source:
    data = text.encode("utf-8", "replace")
    if len(data) > HTML_BYTES:
        limit = HTML_BYTES // 2**20
        raise Unreadable("LT001", Text(f"网页超过 {limit} MB", f"the page is larger than {limit} MB"))
    return _Source(text, data)


def _parsed(source: _Source, *, crowded: bool) -> Element:
    if crowded:
        _look_at_tags(source.text)
    # remove_pis: Office writes <?xml:namespace …?>; huge_tree: without it the text below a depth of 255 is dropped.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.data, parser)
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
