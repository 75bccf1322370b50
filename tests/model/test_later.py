"""Reports to compare with are read when they are asked for, and few of them are in memory at a time."""

import pytest

from lint.model.case import Case
from lint.model.corpus import Corpus
from lint.model.figures import ABSENT
from lint.model.form import CELL_INDEX
from lint.model.later import Cases, Later, Shelf, Years
from lint.model.report import Report, Trouble
from lint.model.text import Text
from lint.model.undecided import Undecided
from lint.readers.tree import report_of_tree

BUREAU = "示例市水利局"
IN_FORCE = "/sections/proactive/table/normative_documents/in_force"


class Store:
    """Reports that are read one by one; ``read`` says which were, in order."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def later(self, year: int, name: str = BUREAU, in_force: int = 0, *, troubled: bool = False) -> Later:
        """A report of a body on a year with one figure."""
        row = {"normative_documents": {"issued": 0, "repealed": 0, "in_force": in_force}}
        tree = {"agency": {"name": name}, "year": year, "sections": {"proactive": {"table": row}}}
        report = report_of_tree(f"{name}-{year}-{in_force}", tree)
        if troubled:
            words = Text("分不开", "run together")
            report = report._replace(troubles=(Trouble("LT005", "/sections/proactive/table", words),))

        def read() -> Report:
            self.read.append(report.source)
            return report

        return Later(report.identity, read)


def here(corpus: Corpus, name: str = BUREAU) -> Case:
    """The report that is checked."""
    return Case(report_of_tree("here", {"agency": {"name": name}, "year": 2023}), corpus)


def test_nothing_is_read_before_it_is_asked_for() -> None:
    store = Store()
    corpus = Corpus(
        [store.later(year) for year in range(2019, 2024)], [store.later(2023, f"示例第{n}局") for n in range(3)]
    )
    case = here(corpus)
    assert len(case.before) == 4
    assert [who.agency for who in case.members.whose()] == [f"示例第{n}局" for n in range(3)]
    assert (corpus.is_member(case.report), store.read) == (False, [])
    assert case.last_year.report.source == f"{BUREAU}-2022-0"
    assert case.last_year is case.last_year
    assert store.read == [f"{BUREAU}-2022-0"]


def test_two_of_one_year_are_read_to_see_whether_they_differ() -> None:
    """Once; the one that adds nothing is never read again."""
    store = Store()
    case = here(Corpus([store.later(2022), store.later(2022, "示例市 水利局"), store.later(2021)]))
    assert [case.last_year.report.source for _ in range(2)] == [f"{BUREAU}-2022-0"] * 2
    assert store.read == [f"{BUREAU}-2022-0", "示例市 水利局-2022-0"]


def test_of_many_that_differ_some_are_named() -> None:
    store = Store()
    corpus = Corpus([store.later(2022, in_force=figure) for figure in range(9)])
    case = here(corpus)
    named = ", ".join(f"{BUREAU}-2022-{figure}" for figure in range(5))
    for _ in range(2):
        with pytest.raises(Undecided) as told:
            _ = case.last_year
        assert str(told.value) == f"differing reports of one body on one year: {named}, …"
    assert len(store.read) == 9
    assert list(case.before) == []


def test_the_years_of_a_body() -> None:
    store = Store()
    years = Years({year: store.later(year) for year in (2022, 2019, 2021)}, Shelf())
    assert (len(years), list(years), list(reversed(years))) == (3, [2019, 2021, 2022], [2022, 2021, 2019])
    assert store.read == []
    assert [(year, case.report.identity.year) for year, case in years.items()] == [(y, y) for y in (2019, 2021, 2022)]


def test_few_are_held() -> None:
    """Those that were asked for last; the others are read again."""
    store, shelf = Store(), Shelf(most=2)
    first, second, third = (store.later(2022, name) for name in ("甲局", "乙局", "丙局"))
    for one in (first, second, first, third, first, second):
        assert shelf.case(one).report.identity == one.who
    assert store.read == ["甲局-2022-0", "乙局-2022-0", "丙局-2022-0", "乙局-2022-0"]


def test_figures_stay_where_reports_do_not() -> None:
    store = Store()
    members = Cases([store.later(2023, f"第{n}局", n) for n in range(4)], Shelf(most=1, most_tables=3))
    for _ in range(3):
        assert [figures[CELL_INDEX[IN_FORCE]] for _, figures in members.tables()] == [0, 1, 2, 3]
    assert [store.read.count(f"第{n}局-2023-{n}") for n in range(4)] == [1, 1, 1, 1]
    assert [one.report.source for one in members] == [f"第{n}局-2023-{n}" for n in range(4)]
    assert members[2].report.identity.agency == "第2局"
    for _ in range(2):
        assert [who.agency for who, _ in members.tables()] == [f"第{n}局" for n in range(4)]
    assert [store.read.count(f"第{n}局-2023-{n}") for n in range(3)] == [2, 2, 3]


def test_a_figure_that_could_not_be_read_is_absent() -> None:
    (table,) = Cases([Store().later(2023, in_force=7, troubled=True)], Shelf()).tables()
    assert table.figures[CELL_INDEX[IN_FORCE]] is ABSENT


def test_it_is_of_the_body_that_the_user_tells() -> None:
    one = Store().later(2022, "")
    case = Shelf().case(one._replace(who=one.who._replace(agency=BUREAU)))
    assert case.report.identity.agency == BUREAU
