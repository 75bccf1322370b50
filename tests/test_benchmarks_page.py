"""The page of the benchmarks shows what the program knows, no more and no less; nothing is timed here."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from benchmarks import showing
from benchmarks.peers.peer import Peer
from benchmarks.peers.table import COLLECTION_PEERS, HIGHS, PEERS
from lint.model.text import LANGUAGES, Language, Text

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
READMES: dict[Language, Path] = {"zh": ROOT / "README.zh-CN.md", "en": ROOT / "README.md"}
EVERY_PEER = (*PEERS, *COLLECTION_PEERS, HIGHS)

pytestmark = pytest.mark.needs_module("docx", "lxml", "numpy", "orjson", "pyarrow")


@pytest.fixture(scope="module")
def page() -> Any:
    """The module; it knows everything that is measured, and so needs what that needs."""
    return import_module("benchmarks.page")


@pytest.fixture
def results(page: Any) -> Any:
    """As if every program had taken one millisecond."""
    groups = import_module("benchmarks.groups").GROUPS
    machine = import_module("benchmarks.machine").Machine("2024-01-20", "CPU", 2, "Linux", "3.11", "v20", 0.5)
    answers = [
        [one.answered(0.001, {bar.peer.en: 0.001 for bar in one.bars}) for one in group.questions] for group in groups
    ]
    return page.Results(machine, 2000, 14_000, list(zip(groups, answers, strict=True)))


def block(path: Path, name: str) -> str:
    """What stands between the marks of this name."""
    text = path.read_text(encoding="utf-8")
    (found,) = re.findall(rf"<!-- benchmarks: {name} -->\n(.*?)<!-- /benchmarks -->", text, re.DOTALL)
    return str(found)


def first_cells(text: str) -> list[str]:
    """The first cell of every row that is neither a head nor a line."""
    cells = [line.split(" | ")[0].removeprefix("| ") for line in text.splitlines() if line.startswith("| ")]
    return [cell for cell in cells if cell and not cell.startswith(("---", "|"))]


def known(language: Language) -> Iterator[str]:
    """The first cells of all rows that there have to be."""
    yield {"zh": "工具", "en": "tool"}[language]
    yield from (one.name.say(language) for one in EVERY_PEER)
    for group in import_module("benchmarks.groups").GROUPS:
        for question in group.questions:
            yield f"**{question.title.say(language)}**"
            yield from (showing.name(bar, language) for bar in question.bars)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_all_that_is_measured(language: Language) -> None:
    assert first_cells(block(PAGE, f"tables {language}")) == list(known(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_has_every_peer(language: Language) -> None:
    shown = first_cells(block(READMES[language], f"excerpt {language}"))
    assert shown[1:] == [one.name.say(language) for one in PEERS]


def test_a_page_is_written_between_its_marks_only(page: Any, results: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    marks = "before\n<!-- benchmarks: {0} -->\nwhat stood here\n<!-- /benchmarks -->\nafter\n"
    path.write_text(marks.format("tables en") + marks.format("excerpt zh"), encoding="utf-8")
    page.write_page(path, results)
    assert first_cells(block(path, "tables en")) == list(known("en"))
    assert first_cells(block(path, "excerpt zh"))[1:] == [one.name.zh for one in PEERS]
    text = path.read_text(encoding="utf-8")
    assert "what stood here" not in text
    assert text.count("before\n<!--") == text.count("-->\nafter\n") == 2
    page.write_page(path, results)
    assert path.read_text(encoding="utf-8") == text


def test_a_page_without_marks_is_an_error(page: Any, results: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("nothing\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no marks"):
        page.write_page(path, results)


@pytest.fixture(scope="module")
def proofs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return import_module("benchmarks.peers.proof").proofs(tmp_path_factory.mktemp("proofs"))


SILENT = "pass"
ALWAYS = "import sys; print('0002.json'); sys.exit(1)"
LOOKING = "import pathlib, re, sys; found = bool(re.search('[0-9]件\"', pathlib.Path('0002.json').read_text('utf-8')))"
NAMELESS = f"{LOOKING}; sys.exit(found)"
HONEST = f"{LOOKING}; print('0002.json' if found else ''); sys.exit(found)"


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (SILENT, "does not find the fault: exit code 0: "),
        (ALWAYS, "exit code 1 where all is clean: 0002.json"),
        (NAMELESS, "does not find the fault: exit code 1: "),
        (HONEST, None),
    ],
    ids=["never-says-anything", "always-finds-something", "does-not-say-where", "does-the-job"],
)
def test_a_peer_is_measured_only_where_it_does_the_job(proofs: Any, program: str, reason: str | None) -> None:
    words = Text("试", "tried")
    peer = Peer(words, (sys.executable, "-c", program), "pytest", "here", "schema", words, words)
    told = import_module("benchmarks.peers.proof").not_measurable([peer], proofs)
    assert told == ({} if reason is None else {"tried": reason})
