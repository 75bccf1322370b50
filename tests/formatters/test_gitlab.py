"""``gitlab``: judged by a schema written from GitLab's documentation; fingerprints that last, and are all different."""

import json
from pathlib import Path
from typing import Any

import pytest

from lint.engine.schemas import plain_judge
from lint.formatters.look import Look
from lint.model.run import Checked
from lint.model.text import Language
from tests.cli.support_cli import BROKEN
from tests.formatters.support_formatters import checked, rendered, results

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "gitlab-code-quality.json").read_text(encoding="utf-8"))
JUDGE = plain_judge(SCHEMA)


def violations(*found: Checked, language: Language = "zh") -> list[Any]:
    """The violations told of some results."""
    told: list[Any] = json.loads(rendered("gitlab", found, Look(language)))
    return told


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", results())
def test_every_result_fits_the_schema(name: str, language: Language) -> None:
    assert JUDGE.errors(violations(results()[name], language=language)) == []


def test_all_results_in_one_report() -> None:
    found = violations(*results().values())
    assert JUDGE.errors(found) == []
    marks = [one["fingerprint"] for one in found]
    assert len(set(marks)) == len(marks)


def test_fingerprints_stay_when_lines_move() -> None:
    before = violations(checked("a.json", BROKEN.read_bytes()))
    after = violations(checked("a.json", b"\n\n\n" + BROKEN.read_bytes()))
    assert [one["fingerprint"] for one in before] == [one["fingerprint"] for one in after]
    assert [one["location"]["lines"]["begin"] + 3 for one in before] == [
        one["location"]["lines"]["begin"] for one in after
    ]


def test_fingerprints_of_two_files_and_of_the_same_twice_differ() -> None:
    """GitLab shows one violation for a fingerprint: what a second report does alike must not vanish."""
    one = results()["warned"]
    twice = one._replace(diagnostics=one.diagnostics * 2)
    marks = [found["fingerprint"] for found in violations(one._replace(source="b.json"), twice)]
    assert len(set(marks)) == 3


def test_severities_paths_and_places() -> None:
    names = ("failing", "warned", "informed", "broken-syntax", "missing")
    found = violations(*(results()[name]._replace(source=f"./{name}") for name in names))
    assert [(one["severity"], one["check_name"], one["location"]) for one in found] == [
        ("critical", "AR001+AR003", {"path": "failing", "lines": {"begin": 65, "end": 65}}),
        ("minor", "ST003", {"path": "warned", "lines": {"begin": 323, "end": 323}}),
        ("info", "PL003", {"path": "informed", "lines": {"begin": 38, "end": 38}}),
        ("critical", "LT003", {"path": "broken-syntax", "lines": {"begin": 1, "end": 1}}),
        ("critical", "LT001", {"path": "missing", "lines": {"begin": 1}}),
    ]


def test_a_place_without_a_line_is_told_in_words() -> None:
    """The format wants a line: the first is given, and the description says where it really is."""
    found = checked("a.docx", BROKEN.with_suffix(".docx").read_bytes())
    told = violations(found)
    assert {one["location"]["lines"]["begin"] for one in told} == {1}
    assert any(
        one["description"].startswith("表三 第4行“一、本年新收政府信息公开申请数量” × 自然人 第2个表格") for one in told
    )
