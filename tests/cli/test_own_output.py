"""What an earlier run wrote beside the reports is passed over by the next, in every format and language."""

import shutil
from pathlib import Path

import pytest

from lint.formatters.table import FORMATTERS
from tests.cli.support_cli import BROKEN, CLEAN, run_inside

# By what a user would call such files, so that a reader is asked about each that there is.
ENDINGS = {
    "text": "txt", "plain": "txt", "github": "txt", "markdown": "md", "html": "html", "xlsx": "xlsx", "csv": "csv",
    "jsonl": "jsonl", "junit": "xml", "checkstyle": "xml",
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", FORMATTERS)
def test_the_next_run_passes_it_over(tmp_path: Path, form: str, language: str) -> None:
    shutil.copy(BROKEN, tmp_path / "report.json")
    shutil.copy(CLEAN, tmp_path / "other.json")
    written = f"findings.{ENDINGS.get(form, 'json')}"
    assert run_inside("check", "-f", f"{form}:{written}", "--lang", language, cwd=tmp_path).code == 1
    done = run_inside("check", "-f", "json", cwd=tmp_path)
    assert done.code == 1
    assert done.json["summary"]["files"] == done.json["summary"]["reports"] == 2
    assert done.json["summary"]["passed_over"] == 1
    assert (tmp_path / written).exists()


def test_one_that_is_named_is_no_report(tmp_path: Path) -> None:
    """Whoever names it is told, rather than shown an empty run."""
    shutil.copy(BROKEN, tmp_path / "report.json")
    run_inside("check", "-f", "markdown:findings.md", cwd=tmp_path)
    assert run_inside("check", "findings.md", cwd=tmp_path).code == 2
