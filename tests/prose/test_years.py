"""The years that a report names."""

import pytest

from lint.model.case import Case
from lint.prose.years import years_named
from lint.readers.tree import report_of_tree


def named(*texts: str) -> frozenset[str]:
    """The years that the paragraphs of section one name."""
    tree = {"sections": {"overview": {"paragraphs": list(texts)}}}
    return years_named(Case(report_of_tree("a", tree)))


@pytest.mark.parametrize("text", ["2023年", "2023 年", "2023.1.1", "2023-01-01", "2023/1/1", "自2023  年度", "2023.12"])
def test_a_year_is_named_by_its_word_or_by_the_mark_of_a_date(text: str) -> None:
    assert named(f"截至{text}，") == {"2023"}


def test_years_are_told_as_they_are_written() -> None:
    assert named("20222年和2023年，", "202年3月、2023年") == {"20222", "2023", "202"}


@pytest.mark.parametrize("text", ["", "2023", "〔2023〕6号", "2023件", "20年", "1999年", "2023   年"])
def test_other_numbers_are_no_years(text: str) -> None:
    assert named(f"共{text}") == frozenset()
