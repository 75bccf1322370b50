"""Text inside XML: whatever a report holds, no character of it is markup, and none is forbidden there."""

from collections.abc import Mapping
from html import escape as marked_up

from lint.formatters.escape import escape
from lint.model.pattern import Pattern

# Beyond the controls, which are escaped before, XML 1.0 (section 2.2) forbids these two.
_FORBIDDEN = Pattern("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Foreign text as content of an element, or of an attribute."""
    return marked_up(_FORBIDDEN.compiled.sub(lambda found: f"\\u{ord(found[0]):04x}", escape(text)))


def xml_lines(lines: list[str]) -> str:
    """Lines as content of an element or an attribute; the line ends, and only they, are ours."""
    return "&#10;".join(map(xml_text, lines))


def tag(name: str, attributes: Mapping[str, object]) -> str:
    """What stands between the brackets of a start tag; an attribute that is None is left out."""
    known = (f' {key}="{xml_text(str(value))}"' for key, value in attributes.items() if value is not None)
    return name + "".join(known)
