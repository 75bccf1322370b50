"""Which reports of a batch name no year but their own, told by what stands behind every 20."""

from importlib import import_module

import pytest

from lint.columns.texts import Pieces

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")


def names_only(text: str | None, year: int) -> bool:
    """Whether a report of a year with this piece of text, beside reports of other years, names none but its own."""
    numpy, pyarrow = import_module("numpy"), import_module("pyarrow")
    texts = pyarrow.array(["2022年", text, "1999年", None, "2035年"])
    pieces = Pieces(((texts, numpy.arange(5)),), 5)
    first, found, third, blank, beyond = pieces.name_only(numpy.array([2022, year, 1999, 2023, 20350])).tolist()
    assert (first, third, blank, beyond) == (True, True, False, False)
    answer: bool = found
    return answer


@pytest.mark.parametrize("text", ["", "没有年份", "2023年公开12条", "2023", "2023年和2023年", "1998年", "12023年"])
def test_no_year_but_its_own(text: str) -> None:
    assert names_only(text, 2023)


OTHER = ("2022年", "2023年和2022年", "20235年", "20", "202", "20２３年", "20年", "20\n23", "2032年", "公开120件", None)


@pytest.mark.parametrize("text", OTHER)
def test_another_year_or_what_may_be_one(text: str | None) -> None:
    assert not names_only(text, 2023)


def test_the_year_that_begins_twice() -> None:
    assert not names_only("2020年", 2020)  # 20 stands in it twice, and is asked about
    assert names_only("2002年", 2002)


def test_a_report_of_another_century_names_no_year_of_this_one() -> None:
    assert names_only("1999年", 1999)
    assert not names_only("2099年", 1999)
