"""Files that were made to do harm, each checked in a process that is stopped where it takes too much."""

import mmap
import multiprocessing
import sys
import zipfile
from functools import cache
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from lint.api import Session
from lint.model.run import Checked
from lint.readers.table import Asked, read
from lint.rulebook.valid import Maker
from tests.documents.docx import docx
from tests.documents.html import Page, html
from tests.documents.markdown import markdown
from tests.documents.paper import Paper, paper
from tests.support_text import NOBODY, figures, labels, layout_of

SECONDS = 10
MEMORY = 2**30
CAN_FORK = "fork" in multiprocessing.get_all_start_methods() and sys.platform == "linux"


class Told(NamedTuple):
    """What is said of a file: how far it was read, its figures; rule, both messages and place of each finding."""

    state: str
    findings: tuple[tuple[str, str, str, dict[str, object] | None], ...]
    figures: dict[str, object]

    @property
    def refusal(self) -> tuple[str, str, str]:
        """The only finding of a file that was not read: rule, Chinese, English."""
        assert (self.state, len(self.findings)) == ("unreadable", 1), self
        return self.findings[0][:3]

    def of(self, rule: str) -> list[str]:
        """The Chinese messages of one rule."""
        return [found[1] for found in self.findings if found[0] == rule]


@cache
def session() -> Session:
    """All bundled rules."""
    return Session()


@cache
def good() -> Paper:
    """A report without a fault."""
    tree = Maker(7).tree()
    return paper(tree, layout_of(tree))


@cache
def word() -> dict[str, bytes]:
    """The parts of that report as a Word document."""
    with zipfile.ZipFile(BytesIO(docx(good()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def page() -> str:
    """That report as a web page."""
    return html(good(), Page()).decode()


@cache
def marked() -> str:
    """That report in Markdown."""
    return markdown(good()).decode()


@cache
def known() -> dict[str, object]:
    """The figures of that report."""
    return figures(read("report.docx", docx(good()), Asked(None, NOBODY, labels)))


def told(name: str, data: bytes) -> Told:
    """What is said of a file; at most 10 s and 1 GB are spent on it."""
    if not CAN_FORK:
        return _said(session().check_bytes(name, data))
    session()
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_within, args=(theirs, name, data))
    child.start()
    theirs.close()
    answered = ours.poll(SECONDS)
    answer = ours.recv() if answered else None
    child.kill()
    child.join()
    assert answer is not None, "more than 10 s"
    assert isinstance(answer, Told), answer
    return answer


def _within(answers: Connection, name: str, data: bytes) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    limit = _held() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        answers.send(_said(session().check_bytes(name, data)))
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test must hear of it
        answers.send(repr(error))


def _held() -> int:
    """The bytes of addresses that this process has from the one it was forked from: by then that ran other tests."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * mmap.PAGESIZE


def _said(found: Checked) -> Told:
    return Told(
        found.state,
        tuple(
            (one.rule, one.message.zh, one.message.en, one.place.as_dict() if one.place else None)
            for one in found.diagnostics
        ),
        figures(found.report) if found.report else {},
    )
