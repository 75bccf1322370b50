"""The proof of a diagnosis in words: figures that a person can check with a pencil."""

from collections.abc import Sequence

import pytest

from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.lines import Names
from lint.diagnosis.proof import prove
from lint.model.cause import Proof
from lint.model.text import Text
from tests.diagnosis.support_diagnosis import relations

NAMES = "new in total out person firm".split()
CHINESE = "新收 结转 总计 转下年 自然人 企业".split()
EDITS = "new + in = total + out; person + firm = total"


def proof(values: Sequence[int | None], edits: str = EDITS) -> Proof:
    given = relations(edits, NAMES)
    (one,) = diagnose(given, values)
    return prove(one, given, values, CALLED)


def name(cell: int) -> Text:
    return Text(CHINESE[cell], NAMES[cell])


CALLED = Names(whole=name, within=lambda cell, _: name(cell), shared=lambda _: Text("", ""))


def english(lines: Sequence[Text]) -> list[str]:
    return [line.en for line in lines]


def test_one_cell_that_is_decided() -> None:
    told = proof((90, 5, 59, 0, 50, 45))
    assert english(told.broken) == ["new 90 + in 5 = 95 ≠ total [59]", "person 50 + firm 45 = 95 ≠ total [59]"]
    assert told.because == (Text("只有“总计”在所有这些关系中", "only total stands in all of these relations"),)
    assert told.conclusion == Text(
        "除非改动此处，这些关系不能同时成立：总计 59 应为 95",
        "these relations cannot all hold unless this changes: total from 59 to 95",
    )
    assert english(told.after) == ["new 90 + in 5 = 95 = total [95]", "person 50 + firm 45 = 95 = total [95]"]


def test_other_cells_would_have_to_be_negative() -> None:
    told = proof((10, 1, 0, 0, 0, 0), "new + in = out")
    assert told.because == (
        Text("“新收”须为 -1，“结转”须为 -10，都不能为负", "new would have to be -1, in would have to be -10: below 0"),
    )
    assert told.conclusion.en == "these relations cannot all hold unless this changes: out from 0 to 11"


def test_what_another_cell_would_break() -> None:
    """The total alone could be 8 as well, but a sum that holds would be broken then."""
    told = proof((5, 3, 7, 0, 7, 0), "new + in = total; person = total; in = 2; new = 5")
    assert english(told.because) == ["only in stands in all of these relations"]
    told = proof((5, 2, 8, 0, 7, 0), "new + in = total; total = person; person > 6")
    assert english(told.because) == ["only total stands in all of these relations"]
    told = proof((5, 3, 7, 0, 7, 0), "new + in = total; person = total; new = 5")
    assert english(told.because) == [
        "new would have to be 4, but then new [4] ≠ 5",
        "total would have to be 8, but then person 7 ≠ total [8]",
    ]


def test_several_ways_are_counted() -> None:
    told = proof((10, 1, 0, None, 0, 0), "new + in = out; firm = 0")
    assert english(told.broken) == ["new 10 + in 1 = 11 ≠ out [blank]"]
    told = proof((5, 0, 0, 7, 0, 0), "new + in = out")
    assert told.because == ()
    assert [told.conclusion.en] == [
        (
            "there are 3 ways to change 1 cell, and the relations cannot decide between them; the likeliest: "
            "new from 5 to 7"
        )
    ]
    assert [told.conclusion.zh] == ["改 1 格的办法有 3 种，凭这些关系不能断定是哪一种；最可能的是：新收 5 应为 7"]


@pytest.mark.parametrize(
    ("edits", "values", "because"),
    [
        pytest.param(
            "new = 3; in = 2; new + in = out",
            (4, 3, 5, 5, 0, 0),
            "2 of these relations have no cell in common, so that at least 2 cells must change",
            id="no cell in common",
        ),
        pytest.param(
            "new = in; in = out; new = 5",
            (4, 4, 0, 4, 0, 0),
            "every way to change fewer than 3 cells was tried, and none makes all relations hold",
            id="tried",
        ),
        pytest.param(
            "new + in = 3; new + in = 4",
            (3, 0, 0, 0, 0, 0),
            "no figures at all make these relations hold together",
            id="contradiction",
        ),
    ],
)
def test_why_fewer_cells_would_not_do(edits: str, values: Sequence[int], because: str) -> None:
    told = proof(values, edits)
    assert because in [*english(told.because), told.conclusion.en]


def test_an_open_value_is_given_as_an_example() -> None:
    told = proof((2, 0, 0, 0, 0, 0), "new > 1; in > new")
    assert english(told.broken) == ["in [0] ≤ new 2"]
    assert [told.conclusion.en] == ["it is enough to change: in from 0 (to 3, for example); figures are open"]


def test_two_cells_that_have_relations_of_their_own() -> None:
    """new and out share a sum that holds; each alone stands in two that do not."""
    told = proof((5, 3, 3, 2, 4, 4), "new = in; new = total; out = person; out = firm; new + out = 7")
    assert told.because == (
        Text(
            "这些关系中有 2 个没有共同的单元格，所以至少要改 2 格",
            "2 of these relations have no cell in common, so that at least 2 cells must change",
        ),
        Text(
            "“新收”所在的 2 个关系，除它以外没有共同的单元格", "the 2 relations with new have no other cell in common"
        ),
        Text(
            "“转下年”所在的 2 个关系，除它以外没有共同的单元格", "the 2 relations with out have no other cell in common"
        ),
    )
    assert (
        told.conclusion.en == "these relations cannot all hold unless this changes: new from 5 to 3 and out from 2 to 4"
    )


@pytest.mark.parametrize(
    ("values", "edits"),
    [
        pytest.param(
            (3, 1, 0, 1, 1, 0),
            "new + in = 3; out + person = 3; new + out = 4; in + person = 2; in = 1",
            id="others stand in the same relations",
        ),
        pytest.param((5, 3, 8, 4, 7, 0), "new = in; total = out; new + total = person", id="both stand in a third one"),
    ],
)
def test_two_cells_of_which_only_trying_tells(values: Sequence[int], edits: str) -> None:
    told = proof(values, edits)
    assert english(told.because) == [
        "2 of these relations have no cell in common, so that at least 2 cells must change",
        "every other way to change 2 cells was tried, and none makes all relations hold",
    ]
