"""One report with four independent causes, as people and programs read it: the golden files in ``golden/``.

``python -m tests.formatters.test_golden`` writes them anew from the checkout; look at the difference before it is kept.
Only the four sums are asked, so that no rule that is added changes them.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from lint.annotating.document import annotated
from lint.api import Session
from lint.formatters.look import Look
from lint.formatters.notes import notes_of
from lint.model.run import Checked
from lint.model.settings import Settings
from lint.model.text import Language
from tests.annotating.support_annotating import comments
from tests.cli.support_cli import THREE, tree
from tests.documents.docx import docx
from tests.documents.paper import paper
from tests.formatters.support_formatters import rendered

GOLDEN = Path(__file__).parent / "golden"
REPORT = GOLDEN / "four_causes.json"
FOUR = "/sections/disputes/table"
SUMS = ("AR001", "AR002", "AR003", "AR004")


class Golden(NamedTuple):
    """A file, and how it is written."""

    file: str
    format: str
    look: Look


FILES = (
    Golden("four_causes.zh.txt", "text", Look("zh", 100)),
    Golden("four_causes.zh.narrow.txt", "text", Look("zh", 60)),
    Golden("four_causes.en.txt", "text", Look("en", 80)),
    Golden("four_causes.en.ascii.txt", "text", Look("en", 80, encoding="ascii")),
    Golden("four_causes.zh.plain.txt", "plain", Look("zh")),
    Golden("four_causes.zh.output.json", "json", Look("zh", version="1.2.3")),
)
COMMENTS: dict[str, Language] = {"four_causes.zh.comments.txt": "zh", "four_causes.en.comments.txt": "en"}


@cache
def session() -> Session:
    """The rules about sums."""
    return Session(Settings(select=SUMS))


@cache
def found() -> Checked:
    """The report, asked for its sums."""
    return session().check_bytes(REPORT.name, REPORT.read_bytes())


def commented(language: Language) -> str:
    """The comments in the report as a Word document: who made each, the words that it marks, and what it says."""
    document = docx(paper(tree(REPORT), session().book.layout("2021")))
    checked = session().check_bytes("four_causes.docx", document)
    assert checked.report is not None
    made = annotated(document, notes_of(checked, Look(language)), checked.report.locate("/title")).data
    blocks = ([f"{one.author} [{one.marked}]", *(f"  {line}" for line in one.lines)] for one in comments(made))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


@pytest.mark.parametrize("golden", FILES, ids=[golden.file for golden in FILES])
def test_output_is_that_of_the_golden_file(golden: Golden) -> None:
    assert rendered(golden.format, [found()], golden.look) == (GOLDEN / golden.file).read_text(encoding="utf-8")


@pytest.mark.parametrize(("file", "language"), COMMENTS.items(), ids=COMMENTS)
def test_comments_are_those_of_the_golden_file(file: str, language: Language) -> None:
    assert commented(language) == (GOLDEN / file).read_text(encoding="utf-8")


def test_the_four_causes() -> None:
    """A figure transposed, a row shifted, one digit changed, and a total of 0 below 10 and 1: each named."""
    told = [
        (
            [(change.pointer, change.actual, change.expected) for change in cause.repairs[0].cells],
            cause.repairs[0].pattern,
            len(cause.explains),
        )
        for cause in found().causes
    ]
    not_held = f"{THREE}/results/unavailable/not_held"
    assert told == [
        ([(f"{THREE}/new/total", 27, 72)], "digits-transposed", 2),
        (
            [(f"{not_held}/natural_person", 0, 13), (f"{not_held}/business", 13, 3), (f"{not_held}/research", 3, 0)],
            "row-shifted",
            3,
        ),
        ([(f"{THREE}/results/granted/legal_service", 8, 2)], "digit-changed", 2),
        ([(f"{FOUR}/reconsideration/total", 0, 11)], None, 1),
    ]
    assert all(cause.decided for cause in found().causes)


def test_colours_change_no_word_and_mark_the_wrong_cells() -> None:
    coloured = rendered("text", [found()], Look("zh", 100, colour=True))
    plain = re.sub(r" *\n", "\n", re.sub(r"\x1b\[[0-9;]*m", "", coloured))
    assert plain == (GOLDEN / "four_causes.zh.txt").read_text(encoding="utf-8")
    marked = re.findall(r"\x1b\[1;31m *(\[\S+→\d+\])\x1b", coloured)
    assert marked == ["[27→72]", "[8→2]", "[0→13]", "[13→3]", "[3→0]", "[0→11]"]


def test_the_golden_json_is_json() -> None:
    told = json.loads((GOLDEN / "four_causes.zh.output.json").read_text(encoding="utf-8"))
    assert [one["decided"] for one in told["reports"][0]["diagnoses"]] == [True, True, True, True]


if __name__ == "__main__":
    for one in FILES:
        (GOLDEN / one.file).write_text(rendered(one.format, [found()], one.look), encoding="utf-8", newline="\n")
    for file, language in COMMENTS.items():
        (GOLDEN / file).write_text(commented(language), encoding="utf-8", newline="\n")
