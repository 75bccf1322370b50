"""Why a question stays open is said in both languages, by everything of ours that leaves one open."""

import ast
import re
from pathlib import Path

import pytest

from lint.model import undecided
from lint.model.text import Text
from lint.model.undecided import MISSING, NO_FIGURE, Reason, Undecided
from lint.resources import bundle_root

ROOT = Path(undecided.__file__).parents[2]
SHARED = {name: value for name, value in vars(undecided).items() if isinstance(value, Text)}
CHINESE = re.compile("[\u4e00-\u9fff]")


def raised(path: Path) -> list[ast.expr]:
    """What is given to Undecided, or as the words of a Reason, in a file."""
    calls = [one for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(one, ast.Call)]
    names = {"Undecided": 0, "Reason": 1}
    return [one.args[names[one.func.id]] for one in calls if isinstance(one.func, ast.Name) and one.func.id in names]


def test_nothing_of_ours_gives_a_reason_in_one_language() -> None:
    files = [*(ROOT / "lint").rglob("*.py"), *(bundle_root() / "rules").rglob("*.py")]
    given = [(path.name, one) for path in files for one in raised(path)]
    assert len(given) > 60
    assert [(name, ast.unparse(one)) for name, one in given if isinstance(one, ast.Constant | ast.JoinedStr)] == []


@pytest.mark.parametrize("words", SHARED.values(), ids=SHARED)
def test_the_shared_reasons_have_both_languages_and_the_same_values(words: Text) -> None:
    assert CHINESE.search(words.zh)
    assert not CHINESE.search(words.en)
    assert len(set(words.fields())) == 1


def test_the_place_stands_before_the_words() -> None:
    at = "/sections/disputes/table/reconsideration/total"
    assert str(Undecided(NO_FIGURE, at)) == f"{at}: no figure stands here"
    assert Undecided(NO_FIGURE, at).told == Text(f"{at}: 此处没有数字", f"{at}: no figure stands here")
    assert Reason("", MISSING).told == MISSING


def test_a_rule_of_anybodys_may_give_one_text_for_both() -> None:
    assert Undecided("没有附表").words == Text("没有附表", "没有附表")
