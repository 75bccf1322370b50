"""How fast documents are read and checked, against the parsers of others on the same files."""

import io
import re
import zipfile
from collections import deque
from pathlib import Path
from typing import Any

import docx
import lxml.html
from lxml import etree

from benchmarks.commands import OURS
from benchmarks.reports import wordy_trees
from benchmarks.table import Bar, Measurement, Question
from benchmarks.timing import command, medians
from lint.api import Session
from lint.model.report import Tree
from lint.model.text import Text
from lint.rulebook.book import load
from tests.documents.docx import docx as written_docx
from tests.documents.html import Page
from tests.documents.html import html as written_html
from tests.documents.paper import paper
from tests.documents.style import Style

DOCUMENTS = 200
WALKS = 20  # of them, which take as long as all of ours
ROUNDS = 7
OFFICE_STYLES = {
    "td": (
        "width:48.2pt;border-top:none;border-left:none;border-bottom:solid windowtext 1.0pt;"
        "border-right:solid windowtext 1.0pt;mso-border-top-alt:solid windowtext .5pt;"
        "mso-border-left-alt:solid windowtext .5pt;mso-border-alt:solid windowtext .5pt;"
        "padding:0cm 5.4pt 0cm 5.4pt;height:18pt"
    ),
    "p": (
        "text-align:center;text-indent:0cm;line-height:18.0pt;mso-line-height-rule:exactly;mso-pagination:widow-orphan;"
        "margin-top:0cm;margin-bottom:0cm"
    ),
    "span": (
        "font-size:10.5pt;font-family:宋体;mso-ascii-font-family:Calibri;mso-hansi-font-family:Calibri;"
        "mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt"
    ),
}
MAIN_PART = "word/document.xml"
WALKED = Text("python-docx 走一遍表格", "python-docx, walking its tables")
UNPACKED = Text("只用 zip 和 lxml.etree", "zip and lxml.etree alone")
PARSED = Text("lxml.html 只解析", "lxml.html, parsing alone")
WORD, PAGE, FOLDER = QUESTIONS = (
    Question(
        Text("读取并检查一份 .docx，同一进程", "one .docx read and checked, in one process"),
        (Bar(WALKED, "<=", 0.5), Bar(UNPACKED, "<=", None, "floor")),
    ),
    Question(
        Text("读取并检查一个 .html，同一进程", "one .html read and checked, in one process"),
        (Bar(PARSED, "<=", 3, "floor"),),
    ),
    Question(
        Text(f"{DOCUMENTS} 份 .docx，整条命令", f"{DOCUMENTS} .docx, the whole command"),
        (Bar(UNPACKED, "<=", 4, "floor"),),
    ),
)


def measure(folder: Path) -> tuple[Measurement, ...]:
    """Word and HTML, one file hot in one process, and a folder of Word files by the whole command."""
    trees = tuple(wordy_trees(DOCUMENTS))
    words = [_word(tree) for tree in trees]
    below = folder / "docx"
    below.mkdir()
    for number, data in enumerate(words):
        (below / f"{number:03}.docx").write_bytes(data)
    return (_one_word(words), _one_page([_page(tree) for tree in trees]), _folder(below, words))


def _word(tree: Tree) -> bytes:
    return written_docx(paper(tree, load().layout(tree["edition"]), Style()), wordy=True)


def _page(tree: Tree) -> bytes:
    """A page as sites have it when a report was pasted from Word: styles in every cell, paragraph and run."""
    page = written_html(paper(tree, load().layout(tree["edition"]), Style()), Page(cells="wordy")).decode()
    for tag, style in OFFICE_STYLES.items():
        page = re.sub(rf'(<{tag}\b[^<>]*?)(?: style="[^"]*")?>', rf'\1 style="{style}">', page)
    return page.encode()


def _one_word(files: list[bytes]) -> Measurement:
    session = Session()
    jobs = {
        "ours": lambda: _check(session, "report.docx", files),
        WALKED.en: lambda: deque(map(_walk_tables, files[:WALKS]), maxlen=0),
        UNPACKED.en: lambda: deque(map(_parse_part, files), maxlen=0),
    }
    taken = medians(jobs, ROUNDS)
    each = {name: seconds / (WALKS if name == WALKED.en else len(files)) for name, seconds in taken.items()}
    return WORD.answered(each["ours"], each)


def _one_page(files: list[bytes]) -> Measurement:
    session = Session()
    jobs = {
        "ours": lambda: _check(session, "report.html", files),
        PARSED.en: lambda: deque(map(lxml.html.fromstring, files), maxlen=0),
    }
    each = {name: seconds / len(files) for name, seconds in medians(jobs, ROUNDS).items()}
    return PAGE.answered(each["ours"], each)


def _folder(folder: Path, files: list[bytes]) -> Measurement:
    jobs = {"ours": command(folder, *OURS, "."), UNPACKED.en: lambda: deque(map(_parse_part, files), maxlen=0)}
    taken = medians(jobs, ROUNDS)
    return FOLDER.answered(taken["ours"], taken)


def _check(session: Session, name: str, files: list[bytes]) -> None:
    deque((session.check_bytes(name, data) for data in files), maxlen=0)


def _walk_tables(data: bytes) -> list[Any]:
    tables = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def _parse_part(data: bytes) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(MAIN_PART))
