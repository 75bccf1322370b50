"""``junit``: judged by the schema that Jenkins uses; a report is a test case, what fails the run fails it."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from lint.formatters.look import Look
from lint.model.run import Checked
from lint.model.text import Language
from tests.formatters.support_formatters import rendered, results

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))
PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False)


def document(*found: Checked, look: Look = Look("zh")) -> Any:  # noqa: B008 - never changes
    """The document, parsed."""
    return etree.fromstring(rendered("junit", found, look).encode(), PARSER)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", results())
def test_every_result_fits_the_schema(name: str, language: Language) -> None:
    SCHEMA.assertValid(document(results()[name], look=Look(language, fail_on="info")))


def test_all_results_in_one_document_fit_the_schema() -> None:
    SCHEMA.assertValid(document(*results().values()))


def test_the_schema_is_asked_indeed() -> None:
    found = document(results()["failing"])
    found[0].attrib.pop("tests")
    assert not SCHEMA.validate(found)


CASES: dict[str, tuple[str, str, list[str]]] = {
    # Result, lowest level that fails, the elements of its test case.
    "clean": ("clean-json", "error", []),
    "one-cause": ("failing", "error", ["failure"]),
    "below-the-level": ("warned", "error", ["system-out"]),
    "at-the-level": ("warned", "warning", ["failure"]),
    "info": ("informed", "info", ["failure"]),
    "never": ("failing", "never", ["system-out"]),
    "undecided": ("undecided", "info", ["system-out"]),
    "unread": ("broken-syntax", "error", ["error"]),
    "unread-never-passes": ("broken-syntax", "never", ["error"]),
    "half-read": ("half-read", "never", ["error", "system-out"]),
    "passed-over": ("passed-over", "error", ["skipped"]),
}


@pytest.mark.parametrize(("name", "fail_on", "elements"), CASES.values(), ids=CASES)
def test_a_report_is_a_test_case(name: str, fail_on: str, elements: list[str]) -> None:
    (case,) = document(results()[name], look=Look(fail_on=fail_on)).iter("testcase")
    assert case.attrib == {"name": results()[name].source, "classname": "xxgk-lint"}
    assert [one.tag for one in case] == elements


def test_the_counts() -> None:
    """Of test cases in the attributes; of files, findings and questions in the properties."""
    names = ("clean-json", "failing", "warned", "broken-syntax", "passed-over")
    found = document(*(results()[name] for name in names))
    (suite,) = found
    counts = {"name": "xxgk-lint", "tests": "5", "failures": "1", "errors": "1"}
    assert (found.attrib, suite.attrib) == (counts, {**counts, "skipped": "1"})
    told = {one.get("name"): int(one.get("value")) for one in suite.iter("property")}
    kept = ("files", "reports", "error", "warning", "unreadable", "passed_over", "failed", "crashed")
    assert [told[name] for name in kept] == [4, 3, 3, 1, 1, 1, 3, 0]


def test_a_failure_tells_the_cause_and_what_it_breaks() -> None:
    (failure,) = document(results()["failing"]).iter("failure")
    assert failure.get("type") == "AR001+AR003"
    assert failure.get("message").startswith("表三 一、本年新收政府信息公开申请数量 × 总计：11 应为 10")
    head, first, *lines = failure.text.split("\n")
    assert head == "错误 AR001 AR003 表三 一、本年新收政府信息公开申请数量 × 总计 第65行第20列"
    assert first == failure.get("message")
    assert [line[:5] for line in lines] == ["AR001", "AR003", "只有“表三", "依据: 国"]
