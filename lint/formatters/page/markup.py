"""Markup by construction: words become markup only through :func:`words`, so nothing foreign is ever a tag."""

import html
from collections.abc import Iterable, Mapping
from typing import NewType, TypeAlias

from lint.formatters.escape import escape
from lint.model.text import Text

# Text of the page with all that is foreign escaped.
Markup = NewType("Markup", str)
# True is an attribute without a value; None and False are none at all.
Value: TypeAlias = str | int | bool | None

NOTHING = Markup("")


def words(text: str) -> Markup:
    """Foreign or own words: harmless, and no markup."""
    return Markup(html.escape(escape(text)))


def both(text: Text) -> Markup:
    """Words in both languages, of which the page shows one."""
    return Markup(f'<span lang="zh">{words(text.zh)}</span><span lang="en">{words(text.en)}</span>')


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup, one behind the other."""
    return Markup("".join(parts))


def tag(name: str, attributes: Mapping[str, Value] | None = None, *children: Markup) -> Markup:
    """An element with its end tag. Attributes are escaped; their names are ours."""
    return Markup(f"{opened(name, attributes)}{''.join(children)}</{name}>")


def opened(name: str, attributes: Mapping[str, Value] | None = None) -> Markup:
    """A start tag alone: for elements without content, and for those that are written in pieces."""
    written = "".join(_attribute(key, value) for key, value in (attributes or {}).items())
    return Markup(f"<{name}{written}>")


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{words(str(value))}"'
