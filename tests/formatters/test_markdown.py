"""``markdown``: what is rendered of it, in tables and lists; nothing foreign becomes markup, a link or a mention."""

import pytest

from lint.formatters.look import Look
from lint.formatters.markdown import plain
from tests.formatters.support_formatters import rendered, results
from tests.formatters.support_read_back import markdown

FAILING = """\
# Check of annual reports

checked 1 of 1 reports: 2 errors, 0 warnings, 0 infos; ASKED questions asked, 0 undecided

| file | agency | year | result | errors | warnings | infos | undecided |
| --- | --- | --- | --- | --: | --: | --: | --: |
| failing\\.json | 示例市水利局 | 2023 | findings | 2 | 0 | 0 | 0 |

## failing\\.json

- **error AR001 AR003** table three I new this year × total: 11 should be 10 \\(one digit changed"""


def test_a_report_begins_to_the_letter() -> None:
    one = results()["failing"]
    text = rendered("markdown", [one], Look("en")).replace(f"{one.tally.asked} questions", "ASKED questions")
    assert text.replace("&#8203;", "").startswith(FAILING)


OUTCOMES = {
    "clean-json": "未发现问题",
    "failing": "有问题",
    "undecided": "有未能判断的",
    "half-read": "部分内容无法读取",
    "missing": "未能检查",
    "passed-over": "不是年度报告，未检查",
}


@pytest.mark.parametrize(("name", "outcome"), OUTCOMES.items(), ids=OUTCOMES)
def test_every_report_is_in_the_table(name: str, outcome: str) -> None:
    """A clean one too; what stayed undecided or was not checked is not said to be right."""
    cells = [
        words
        for tag, words in markdown(rendered("markdown", [results()[name]], Look("zh")).encode()).words
        if tag == "td"
    ]
    assert cells[0].strip() == results()[name].source
    assert cells[3].strip() == outcome
    assert len(cells) == 8


def test_a_clean_report_has_no_part_of_its_own() -> None:
    assert "h2" not in markdown(rendered("markdown", [results()["clean-json"]], Look("zh")).encode()).tags


MENTIONS = {
    "person": ("@all", "@&#8203;all"),
    "issue": ("#12", "\\#&#8203;12"),
    "request": ("!12", "\\!&#8203;12"),
    "epic": ("&12", "&amp;&#8203;12"),
    "label": ("~a", "\\~&#8203;a"),
    "milestone": ("%a", "%&#8203;a"),
    "snippet": ("$1", "\\$&#8203;1"),
    "address": ("http://a.b", "http:&#8203;//a\\.b"),
    "site": ("www.a.b", "www\\.&#8203;a\\.b"),
    "picture-of-a-face": (":smile:", ":&#8203;smile:"),
    "none": ("12%，1 @ 2：3", "12%，1 @ 2：3"),
}


@pytest.mark.parametrize(("text", "expected"), MENTIONS.values(), ids=MENTIONS)
def test_no_mention_and_no_link(text: str, expected: str) -> None:
    """GitHub and GitLab look for them in what was rendered, without escapes: a zero-width space keeps them off."""
    assert plain(text) == expected
    assert markdown(plain(text).encode()).tags == ["p"]


SIGNS = [
    "`a`",
    "*a*",
    "_a_",
    "{a}",
    "[a](b)",
    "<b>",
    "a|b",
    "~~a~~",
    "\\a",
    "a\\",
    "&lt;",
    "1. a",
    "- a",
    "+ a",
    "# a",
    "===",
    "$a$",
]


@pytest.mark.parametrize("text", SIGNS)
def test_what_is_rendered_is_what_was_written(text: str) -> None:
    found = markdown(f"- {plain(text)}\n".encode())
    assert found.tags == ["ul", "li"]
    assert found.words[1][1].strip() == text


def test_every_tag_is_ours() -> None:
    """Of the report that tries everything."""
    found = markdown(rendered("markdown", [results()["hostile"]], Look("zh")).encode())
    assert set(found.tags) <= {"h1", "p", "table", "thead", "tr", "th", "tbody", "td", "h2", "ul", "li", "strong"}
    assert {name for name, _ in found.attributes} <= {"style"}
