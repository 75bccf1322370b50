"""Results of checks of invented reports, and all that a formatter writes of them."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache

from lint.api import Session
from lint.formatters.look import Look
from lint.formatters.rendering import pieces
from lint.formatters.table import BINARY, formatter
from lint.model.run import Checked
from tests.cli.support_cli import (
    BROKEN,
    CLEAN,
    THREE,
    at,
    changed,
    clean,
    dumped,
    failing,
    half_read,
    informed,
    tree,
    warned,
)

HOSTILE = "\x1b[2J\x1b]8;;http://x\x07\x9b1m[/b][red]x[/red]\u202e\u2066\u200b\u2028::error::x\\##[error]\t%0A{0}\x7f\r\n::error::"
LONG = "长" * 1_000_000


@cache
def session() -> Session:
    """The bundled rules, loaded once."""
    return Session()


def checked(name: str, content: str | bytes) -> Checked:
    """What came of one file."""
    return session().check_bytes(name, content if isinstance(content, bytes) else content.encode())


def rendered(name: str, results: Iterable[Checked], look: Look = Look()) -> str:  # noqa: B008 - never changes
    """All that a format writes of some results; of an archive, the text of its parts."""
    given: Iterator[str | bytes] = pieces(formatter(name), results, look)
    return "".join(piece if isinstance(piece, str) else unpacked(piece) for piece in _whole(name, given))


def _whole(name: str, given: Iterator[str | bytes]) -> Iterator[str | bytes]:
    """An archive in one piece, text as it comes."""
    if name not in BINARY:
        return given
    return iter([b"".join(piece for piece in given if isinstance(piece, bytes))])


def unpacked(data: bytes) -> str:
    """The text of all parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def hostile() -> str:
    """A report whose every foreign text tries to steer the terminal."""
    found = tree()
    at(found, f"{THREE}/new")["total"] = HOSTILE
    at(found, f"{THREE}/carried_in")[HOSTILE] = HOSTILE
    found["agency"] = {"name": f"示例市水利局{HOSTILE}"}
    found["title"] = f"{HOSTILE}2023年政府信息公开工作年度报告"
    found["edition"] = "2021"
    at(found, "/sections/overview/paragraphs").append(f"（文字描述）{HOSTILE}")
    at(found, "/sections/problems")["heading"] = f"五、{HOSTILE}"
    at(found, "/sections")[HOSTILE] = {"heading": HOSTILE, "paragraphs": [HOSTILE]}
    return dumped(found)


def huge() -> str:
    """A report with a cell, a key and a paragraph of a million characters."""
    found = changed(f"{THREE}/new/total", LONG)
    at(found, f"{THREE}/carried_in")[LONG] = 1
    at(found, "/sections/overview/paragraphs").append(f"（文字描述）{LONG}")
    return dumped(found)


@cache
def results() -> dict[str, Checked]:
    """One result of every kind."""
    text = BROKEN.with_suffix(".txt").read_text(encoding="utf-8")
    nowhere = Session().check_targets(Session().targets(["nowhere/none.json"]))
    return {
        "clean-json": checked("clean.json", clean()),
        "clean-text": checked("clean.txt", CLEAN.with_suffix(".txt").read_bytes()),
        "clean-yaml": checked("clean.yaml", CLEAN.with_suffix(".yaml").read_bytes()),
        "undecided": checked("office.txt", CLEAN.with_name("office.txt").read_bytes()),
        "broken-json": checked("broken.json", BROKEN.read_bytes()),
        "broken-text": checked("broken.txt", text),
        "broken-yaml": checked("broken.yaml", BROKEN.with_suffix(".yaml").read_bytes()),
        "failing": checked("failing.json", dumped(failing())),
        "warned": checked("warned.json", dumped(warned())),
        "informed": checked("informed.json", dumped(informed())),
        "nearly-empty": checked("empty.json", '{"sections": {}}'),
        "wrong-types": checked("types.json", '{"sections": [], "agency": 3, "title": null, "year": "x", "edition": 1}'),
        "half-read": checked("half.txt", half_read()),
        "no-report": checked("other.txt", "Dear all,\n"),
        "broken-syntax": checked("syntax.json", '{"sections": '),
        "missing": next(nowhere),
        "before-the-form": checked("old.json", dumped(changed("/year", 2015))),
        "hostile": checked(f"hostile{HOSTILE}.json", hostile()),
        "surrogate-name": checked("\udcff\udcfe.json", BROKEN.read_bytes()),
        "huge": checked("huge.json", huge()),
        "passed-over": Checked("notes.csv", "passed_over"),
    }
