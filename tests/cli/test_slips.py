"""A word that is no command: what may have been meant is said, and nothing is done."""

from pathlib import Path

import pytest

from tests.cli.support_cli import clean, run_inside, write

WORDS = {
    "misspelt": ("chekc", "是否想写“check”？ did you mean 'check'?"),
    "capital": ("Explain", "是否想写“explain”？ did you mean 'explain'?"),
    "a-report": ("报告.json", "是否想写“xxgk-lint check 报告.json”？ did you mean 'xxgk-lint check 报告.json'?"),
    "a-folder": ("in", "是否想写“xxgk-lint check in”？ did you mean 'xxgk-lint check in'?"),
    "nothing-known": ("frobnicate", ""),
}


@pytest.mark.parametrize(("word", "words"), WORDS.values(), ids=WORDS)
def test_a_word_that_is_no_command(word: str, words: str, tmp_path: Path) -> None:
    write(tmp_path / "报告.json", clean())
    (tmp_path / "in").mkdir()
    done = run_inside(word, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == f"xxgk-lint: No such command '{word}'. {words}".rstrip()
