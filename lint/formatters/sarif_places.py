"""Places as SARIF has them: regions of text where lines are known, and always the pointer into the tree."""

import os
from typing import Any
from urllib.parse import quote

from lint.formatters.annotations import LONGEST_WHERE, span
from lint.formatters.escape import escape
from lint.formatters.words import place_words
from lint.model.place import Place
from lint.model.pointer import Pointer, last
from lint.model.text import Language, Text

_UNRESERVED = "/-._~"


def artifact(source: str) -> dict[str, str]:
    """The file, as a reference that any name can be: what may not stand in one is percent-encoded."""
    path = source.replace("\\", "/") if os.sep == "\\" else source.removeprefix("./")
    try:
        encoded = quote(path, safe=_UNRESERVED, errors="surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte of a file name
        encoded = quote(path, safe=_UNRESERVED, errors="surrogatepass")
    return {"uri": f"file://{'' if path.startswith('/') else '/'}{encoded}" if _is_absolute(path) else encoded}


def _is_absolute(path: str) -> bool:
    return path.startswith("/") or (os.sep == "\\" and path[1:2] == ":")


def location(source: str, pointer: Pointer | None, place: Place | None, where: Text, language: Language) -> Any:
    """A location: the file with the region, the pointer, and the place in words."""
    found: dict[str, Any] = {"physicalLocation": physical(source, place)}
    if pointer:
        name = last(pointer)[:LONGEST_WHERE]
        found["logicalLocations"] = [{"fullyQualifiedName": pointer, "name": escape(name), "kind": "value"}]
    told = where.say(language)[:LONGEST_WHERE]
    words = place_words(place.as_dict()).say(language) if place is not None else ""
    if text := " ".join(filter(None, (told, words))):
        found["message"] = {"text": message(text)}
    return found


def physical(source: str, place: Place | None) -> dict[str, Any]:
    """The file, with the region where one is known."""
    found: dict[str, Any] = {"artifactLocation": artifact(source)}
    if (known := region(place)) is not None:
        found["region"] = known
    return found


def region(place: Place | None) -> dict[str, int] | None:
    """The region of a place: ours and SARIF's lines and columns count alike."""
    at = span(place)
    if at is None:
        return None
    names = {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    return {name: value for name, value in names.items() if value is not None}


def message(text: str, *, lines: bool = False) -> str:
    """Text as a plain message (SARIF 2.1.0, section 3.11): no link and no placeholder is made of it.

    With ``lines`` it keeps its line ends: for words that are ours.
    """
    plain = "\n".join(map(escape, text.split("\n"))) if lines else escape(text)
    return plain.replace("](", "] (").replace("{", "{{").replace("}", "}}")
