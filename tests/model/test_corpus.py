"""Which reports belong together: by the name of the body and by the year, and nothing is guessed."""

import pytest

from lint.model.case import Case
from lint.model.corpus import Corpus, same_name
from lint.model.undecided import Undecided
from lint.readers.tree import report_of_tree

BUREAU = "示例市水利局"


def case(
    agency: str | None = BUREAU, year: int | None = 2023, *, in_force: int = 0, corpus: Corpus | None = None
) -> Case:
    """A report of a body on a year that says one figure; its source tells body, year and figure."""
    row = {"normative_documents": {"issued": 0, "repealed": 0, "in_force": in_force}}
    tree = {"agency": {"name": agency}, "year": year, "sections": {"proactive": {"table": row}}}
    return Case(report_of_tree(f"{agency}-{year}-{in_force}", tree), corpus)


NAMES: dict[str, tuple[str, str, bool]] = {
    "the-same": (BUREAU, BUREAU, True),
    "spaces": ("示例市 水利局", BUREAU, True),
    "full-width": ("示例市水利局（本级）", "示例市水利局(本级)", True),
    "quotes": ("“示例市”水利局", BUREAU, True),
    "ideographic-space": ("示例市\u3000水利局", BUREAU, True),
    "renamed": ("示例市水务局", BUREAU, False),
    "government-and-office": ("示例市人民政府", "示例市人民政府办公室", False),
    "with-and-without-place": ("水利局", BUREAU, False),
}


@pytest.mark.parametrize(("one", "other", "same"), NAMES.values(), ids=NAMES)
def test_names(one: str, other: str, same: bool) -> None:
    assert (same_name(one) == same_name(other)) is same


LAST_YEAR: dict[str, tuple[list[Case], str]] = {
    # The reports given, and the source of last year's, or why there is none.
    "the-year-before": ([case(year=2022, in_force=7), case(year=2021)], f"{BUREAU}-2022-7"),
    "name-with-a-space": ([case("示例市 水利局", 2022)], "示例市 水利局-2022-0"),
    "older-only": ([case(year=2021)], "no report of 2022 by the same body"),
    "none": ([], "no report of 2022 by the same body"),
    "another-body": ([case("示例市教育局", 2022)], "no report of 2022 by the same body"),
    "the-same-year": ([case(in_force=9)], "no report of 2022 by the same body"),
    "twice-the-same": ([case(year=2022), case("示例市 水利局", 2022)], f"{BUREAU}-2022-0"),
    "two-that-differ": (
        [case(year=2022, in_force=1), case(year=2022, in_force=2)],
        f"differing reports of one body on one year: {BUREAU}-2022-1, {BUREAU}-2022-2",
    ),
    "without-a-name": ([case(None, 2022)], "no report of 2022 by the same body"),
}


def told(wanted: Case) -> str:
    """The source of last year's report, or why there is none."""
    try:
        return wanted.last_year.report.source
    except Undecided as reason:
        return str(reason)


@pytest.mark.parametrize(("given", "expected"), LAST_YEAR.values(), ids=LAST_YEAR)
def test_last_year(given: list[Case], expected: str) -> None:
    assert told(case(corpus=Corpus(given))) == expected


@pytest.mark.parametrize("here", [case(None), case(year=None)], ids=["no-name", "no-year"])
def test_a_report_that_does_not_say_who_or_when_has_no_last_year(here: Case) -> None:
    here.corpus = Corpus([case(year=2022)])
    assert told(here) == "the report does not say which body or year it is of"


def test_nothing_is_given() -> None:
    assert told(case()) == "no other report was given to compare with"


def test_all_earlier_years_but_those_of_which_two_differ() -> None:
    given = [case(year=year) for year in (2020, 2022, 2024)]
    differing = [case(year=2021, in_force=figure) for figure in (1, 2)]
    assert list(case(corpus=Corpus([*given, *differing])).before) == [2020, 2022]


def members(given: list[Case], *, here: Case | None = None) -> list[str | None] | str:
    """The names of the members of a government, or why there are none."""
    wanted = here or case("示例市人民政府")
    wanted.corpus = Corpus(members=given)
    try:
        return [one.report.identity.agency for one in wanted.members]
    except Undecided as reason:
        return str(reason)


MEMBERS: dict[str, tuple[list[Case], list[str] | str]] = {
    "of-the-year": ([case(), case("示例市教育局"), case("示例市公安局", 2022)], [BUREAU, "示例市教育局"]),
    "itself-is-none": ([case(), case("示例市人民政府")], [BUREAU]),
    "its-office-is-one": ([case("示例市人民政府办公室")], ["示例市人民政府办公室"]),
    "of-no-year": ([case(year=2022)], "no report of a member on 2023"),
    "twice-the-same": ([case(), case()], [BUREAU]),
    "two-that-differ": (
        [case(), case(in_force=1)], f"differing reports of one body on one year: {BUREAU}-2023-0, {BUREAU}-2023-1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), MEMBERS.values(), ids=MEMBERS)
def test_members(given: list[Case], expected: list[str] | str) -> None:
    assert members(given) == expected


MISSING: dict[str, tuple[tuple[str, ...], tuple[str, ...] | None]] = {
    "nobody-said-who-all-are": ((), None),
    "all-are-there": ((BUREAU, "示例市人民政府"), ()),
    "one-is-not": ((BUREAU, "示例市教育局"), ("示例市教育局",)),
}


@pytest.mark.parametrize(("names", "expected"), MISSING.values(), ids=MISSING)
def test_missing_members(names: tuple[str, ...], expected: tuple[str, ...] | None) -> None:
    here = case("示例市人民政府")
    assert Corpus(members=[case()], names=names).missing(here.report) == expected


def test_what_is_given_says_which_rules_can_be_asked() -> None:
    given = (Corpus(), Corpus([]), Corpus([], []))
    assert [sorted(one.needs) for one in given] == [[], ["years"], ["members", "years"]]
