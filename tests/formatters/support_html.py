"""A page read back: its elements with their attributes and words, as a strict reader has them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from lint.formatters.look import Look
from lint.model.run import Checked
from tests.formatters.support_formatters import rendered, session

PAGE = Look("zh", version="1.2.3", rules=session().book.rules, layout=session().book.layout)
EMPTY = frozenset({"meta", "input"})


@dataclass
class Element:
    """An element with what stands in it, in order."""

    tag: str
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self["class"].split()

    @property
    def text(self) -> str:
        """All its words, those of both languages."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def said(self, language: str) -> str:
        """Its words as one language shows them."""
        pieces = []
        for one in self.children:
            if isinstance(one, str):
                pieces.append(one)
            elif one.tag != "span" or one.attributes.get("lang", language) == language:
                pieces.append(one.said(language))
        return "".join(pieces)

    def every(self, tag: str = "", kind: str = "") -> "Iterator[Element]":
        """All below it with this tag, and with this class, in document order."""
        for one in self.children:
            if isinstance(one, Element):
                if tag in ("", one.tag) and (not kind or kind in one.classes):
                    yield one
                yield from one.every(tag, kind)

    def one(self, tag: str = "", kind: str = "") -> "Element":
        """The only one."""
        (found,) = self.every(tag, kind)
        return found


class _Reader(HTMLParser):
    """Refuses what a browser would have to guess: end tags that end nothing, comments, doubled attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(made)
        if tag not in EMPTY:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, (tag, [one.tag for one in self.open])
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def page(*results: Checked, look: Look = PAGE) -> Element:
    """The page of some results; every element that was opened is ended."""
    return read(rendered("html", results, look))


def read(text: str) -> Element:
    """A page as its elements."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    (root,) = reader.open
    return root
