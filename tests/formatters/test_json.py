"""``json`` and ``jsonl``: section 3 of the contract, to the letter."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lint import resources
from lint.engine.schemas import plain_judge
from lint.formatters.escape import dump
from lint.formatters.look import Look
from lint.model.run import Checked
from tests.cli.support_cli import BROKEN, THREE, changed, dumped
from tests.formatters.support_formatters import checked, rendered, results

SCHEMA = resources.schema("output.schema.json")
JUDGE = plain_judge(SCHEMA)
NAMES = [
    "clean-json", "clean-text", "clean-yaml", "undecided", "broken-json", "broken-text", "broken-yaml", "failing",
    "warned", "informed", "nearly-empty", "wrong-types", "half-read", "no-report", "broken-syntax", "missing",
    "before-the-form", "hostile", "surrogate-name", "huge", "passed-over",
]  # fmt: skip
UNREAD = {"no-report", "broken-syntax", "missing"}
LOOK = Look(version="1.2.3")


def document(*found: Checked, look: Look = LOOK) -> Any:
    """The JSON document of some results."""
    return json.loads(rendered("json", found, look))


def findings(name: str) -> list[Any]:
    """The findings of one result."""
    found: list[Any] = document(results()[name])["reports"][0]["findings"]
    return found


def test_the_names_are_all_results() -> None:
    assert list(results()) == NAMES


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_result_fits_the_schema(name: str, language: str) -> None:
    look = LOOK._replace(language="en" if language == "en" else "zh")
    assert JUDGE.errors(document(results()[name], look=look)) == []


def test_all_results_in_one_document_fit_the_schema() -> None:
    """``files`` counts all that were to be checked, ``reports`` those that were; what was passed over is no element."""
    found = document(*results().values())
    assert JUDGE.errors(found) == []
    assert (found["version"], found["tool"]) == (1, {"name": "xxgk-lint", "version": "1.2.3"})
    every = [one for report in found["reports"] for one in report["findings"]]
    assert found["summary"] == {
        "files": 20,
        "reports": 17,
        **{level: sum(one["severity"] == level for one in every) for level in ("error", "warning", "info")},
        "undecided": sum(report["answers"]["undecided"] for report in found["reports"]),
        "unreadable": 3,
        "passed_over": 1,
        "waived": 0,
    }
    assert len(found["reports"]) == 20


def test_nothing_at_all() -> None:
    assert document() == {
        "version": 1,
        "tool": {"name": "xxgk-lint", "version": "1.2.3"},
        "reports": [],
        "summary": dict.fromkeys(
            ("files", "reports", "error", "warning", "info", "undecided", "unreadable", "passed_over", "waived"), 0
        ),
    }


def test_one_finding_to_the_letter() -> None:
    """The example of a row total: every key, every value, places of the cell and of the cells it is compared with."""
    found = document(checked("r.json", dumped(changed(f"{THREE}/carried_in/total", 2))))["reports"][0]
    assert {name: found[name] for name in ("source", "edition", "agency", "year")} == {
        "source": "r.json", "edition": "2021", "agency": "示例市水利局", "year": 2023,
    }  # fmt: skip
    assert found["diagnoses"] == [
        {
            "explains": [one["fingerprint"] for one in found["findings"]][::-1],
            "decided": True,
            "repairs": [
                {
                    "cells": [
                        {
                            "pointer": f"{THREE}/carried_in/total",
                            "place": {"line": 74, "column": 20, "end_line": 74, "end_column": 21},
                            "actual": 2,
                            "expected": 1,
                        }
                    ],
                    "pattern": "digit-changed",
                    "evidence": [
                        {
                            "fits": True,
                            "words": "第一部分第3段“上年结转1件”",
                            "pointer": "/sections/overview/paragraphs/2",
                        }
                    ],
                }
            ],
            "omitted": 0,
            "proof": {
                "broken": [
                    (
                        "总计：一、本年新收政府信息公开申请数量 10 + 二、上年结转政府信息公开申请数量 [2] = 12 ≠ "
                        "（七）总计 10 + 四、结转下年度继续办理 1 = 11"
                    ),
                    "二、上年结转政府信息公开申请数量：总计 [2] ≠ 自然人 1",
                ],
                "because": ["只有“表三 二、上年结转政府信息公开申请数量 × 总计”在所有这些关系中"],
                "conclusion": "除非改动此处，这些关系不能同时成立："
                "表三 二、上年结转政府信息公开申请数量 × 总计 2 应为 1",
                "after": [
                    (
                        "总计：一、本年新收政府信息公开申请数量 10 + 二、上年结转政府信息公开申请数量 [1] = 11 = "
                        "（七）总计 10 + 四、结转下年度继续办理 1 = 11"
                    ),
                    "二、上年结转政府信息公开申请数量：总计 [1] = 自然人 1",
                ],
            },
        }
    ]
    assert found["findings"][0] == {
        "rule": "AR003",
        "name": "row-total",
        "severity": "error",
        "message": "六类申请人之和为 1，总计却是 2，相差 1",
        "where": "表三 二、上年结转政府信息公开申请数量 × 总计",
        "pointer": f"{THREE}/carried_in/total",
        "place": {"line": 74, "column": 20, "end_line": 74, "end_column": 21},
        "values": {"left": "2", "right": "1", "difference": "1", "actual": "2", "expected": "1"},
        "related": [
            {
                "pointer": f"{THREE}/carried_in/{name}",
                "place": {"line": line, "column": column, "end_line": line, "end_column": column + 1},
            }
            for name, line, column in (
                ("natural_person", 68, 29), ("business", 69, 23), ("research", 70, 23),
                ("public_welfare", 71, 29), ("legal_service", 72, 28), ("other", 73, 20),
            )
        ],
        "fingerprint": "a59e26dff04c2d3f",
        "waived": None,
    }  # fmt: skip
    clean = document(results()["clean-json"])["reports"][0]["answers"]["passed"]
    assert found["answers"] == {"passed": clean - 2, "failed": 2, "undecided": 0, "crashed": 0}


@pytest.mark.parametrize("name", sorted(UNREAD))
def test_an_unreadable_file_is_an_element(name: str) -> None:
    """No identity, one finding of family LT without pointer, no answers."""
    found = document(results()[name])
    (report,) = found["reports"]
    (finding,) = report["findings"]
    assert (report["edition"], report["agency"], report["year"], report["diagnoses"]) == (None, None, None, [])
    assert (finding["rule"][:2], finding["severity"], finding["pointer"]) == ("LT", "error", None)
    assert set(report["answers"].values()) == {0}
    summary = {key: found["summary"][key] for key in ("files", "reports", "error", "unreadable")}
    assert summary == {"files": 1, "reports": 0, "error": 1, "unreadable": 1}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNREAD | {"passed-over"}])
def test_a_pointer_is_null_only_without_a_tree(name: str) -> None:
    assert all(isinstance(found["pointer"], str) for found in findings(name))


def test_half_read() -> None:
    """A report whose table cannot be told apart counts as read, with an error of family LT."""
    found = document(results()["half-read"])
    assert [one["rule"] for one in found["reports"][0]["findings"]] == ["LT005"]
    assert (found["summary"]["reports"], found["summary"]["unreadable"], found["summary"]["error"]) == (1, 0, 1)
    assert found["reports"][0]["answers"]["undecided"] > 0


def test_fingerprints_are_hexadecimal_and_different() -> None:
    found = [one["fingerprint"] for one in findings("broken-json")]
    assert all(re.fullmatch("[0-9a-f]{16}", one) for one in found)
    assert len(set(found)) == len(found) > 10


@pytest.mark.parametrize("form", ["broken-text", "broken-yaml"])
def test_fingerprints_are_the_same_in_every_form(form: str) -> None:
    """They come from rule, pointer and values, never from the place."""
    assert [one["fingerprint"] for one in findings(form)] == [one["fingerprint"] for one in findings("broken-json")]


def test_fingerprints_stay_when_lines_move() -> None:
    moved = checked("moved.json", b"\n\n  \n" + BROKEN.read_bytes().replace(b"\n", b"\r\n\r\n"))
    found = document(moved)["reports"][0]["findings"]
    assert [one["fingerprint"] for one in found] == [one["fingerprint"] for one in findings("broken-json")]
    assert [one["place"]["line"] for one in found] == [2 * one["place"]["line"] + 2 for one in findings("broken-json")]


def test_fingerprints_change_with_the_values() -> None:
    one, other = (
        document(checked("r.json", dumped(changed(f"{THREE}/carried_in/total", total))))["reports"][0]["findings"][0]
        for total in (2, 3)
    )
    assert (one["rule"], one["pointer"]) == (other["rule"], other["pointer"])
    assert one["fingerprint"] != other["fingerprint"]


def test_fingerprints_are_the_same_in_both_languages() -> None:
    zh, en = (
        document(results()["broken-json"], look=LOOK._replace(language=language))["reports"][0]["findings"]
        for language in ("zh", "en")
    )
    assert [one["fingerprint"] for one in zh] == [one["fingerprint"] for one in en]
    assert all(one["message"] != other["message"] for one, other in zip(zh, en, strict=True))


def test_lines() -> None:
    """One line an element, the same as in the document; then the summary."""
    every = tuple(results().values())
    lines = rendered("jsonl", every, LOOK).split("\n")
    assert lines.pop() == ""
    whole = document(*every)
    assert [json.loads(line) for line in lines] == [*whole["reports"], {"summary": whole["summary"]}]


def test_lines_are_written_as_they_are_ready() -> None:
    """The first line does not wait for the second report."""
    from lint.formatters.json_ import render_lines  # noqa: PLC0415
    from lint.formatters.rendering import pieces  # noqa: PLC0415

    asked: list[str] = []

    def reports() -> Iterator[Checked]:
        for name in ("clean-json", "failing"):
            asked.append(name)
            yield results()[name]

    lines = pieces(render_lines, reports(), LOOK)
    assert json.loads(next(lines))["source"] == "clean.json"
    assert asked == ["clean-json"]


@pytest.mark.parametrize("format_", ["json", "jsonl"])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "cp1252", "ascii"])
def test_hostile_text_and_any_encoding(format_: str, encoding: str) -> None:
    """Nothing raw that steers a terminal or that the encoding lacks: JSON escapes, which mean the same."""
    text = rendered(format_, [results()["hostile"], results()["surrogate-name"]], LOOK._replace(encoding=encoding))
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]", text) == []
    assert text.encode(encoding).decode(encoding) == text
    plain = rendered(format_, [results()["hostile"], results()["surrogate-name"]], LOOK)
    assert _values(text) == _values(plain)
    assert re.findall(r"::[a-z-]+[^:]*::|##\[", text) == []


@pytest.mark.parametrize("format_", ["json", "jsonl"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_name_that_is_no_text(format_: str, encoding: str) -> None:
    """Its bytes are written out, as in a collection and in every other format: half a character is none in JSON."""
    text = rendered(format_, [results()["surrogate-name"]], LOOK._replace(encoding=encoding))
    first = _values(text)[0]
    report = first["reports"][0] if format_ == "json" else first
    assert report["source"] == r"\udcff\udcfe.json"


@pytest.mark.parametrize("unicode", [True, False])
def test_every_character_of_text_comes_back(*, unicode: bool) -> None:
    """Those beyond the first plane too, in pairs where the encoding lacks them."""
    words = "报告 𠮷 é \x7f \x85 \u2028 \\ \\u0041 \\"
    assert json.loads(dump({words: [words]}, unicode=unicode)) == {words: [words]}


def _values(text: str) -> list[Any]:
    try:
        return [json.loads(text)]
    except ValueError:
        return [json.loads(line) for line in text.split("\n") if line]


def test_a_huge_report_makes_no_huge_output() -> None:
    """Messages quote an excerpt of a cell, a key or a paragraph of a million characters."""
    found = findings("huge")
    assert {"SC003", "SC005", "ST013"} <= {one["rule"] for one in found}
    assert max(len(one["message"]) for one in found) <= 400
    assert max((len(value) for one in found for value in one["values"].values()), default=0) <= 400
