"""What holds for every format: nothing is lost, nothing foreign changes its structure, the accepted is no alarm."""

import re
from functools import cache

import pytest

from lint.formatters.look import Look
from lint.formatters.table import BINARY, FORMATTERS
from lint.model.run import Checked
from tests.formatters.support_formatters import rendered, results, session
from tests.formatters.support_hostile import COMMAND, HARMLESS, HOSTILE, RAW, SHAPES, foreign, shape
from tests.formatters.support_read_back import READ_BACK, expected, written

FEW, MANY = 200, 5_000
LOOK = Look("zh", version="1.2.3", rules=session().book.rules)
WIDE = LOOK._replace(width=400)


@cache
def reports(count: int) -> list[Checked]:
    """Reports with at least so many findings: errors explained by causes, errors, warnings and infos without."""
    kinds = [results()[name] for name in ("broken-json", "failing", "warned", "informed")]
    found: list[Checked] = []
    while sum(len(one.diagnostics) for one in found) < count:
        found.append(kinds[len(found) % len(kinds)]._replace(source=f"reports/{len(found):04}.json"))
    return found


def test_every_format_is_read_back_and_has_a_shape() -> None:
    assert list(READ_BACK) == list(SHAPES) == list(FORMATTERS)
    assert set(FORMATTERS) >= BINARY


@pytest.mark.parametrize("name", FORMATTERS)
def test_no_finding_is_lost(name: str) -> None:
    """Of five thousand findings every one is told, once, at its file, under its rule."""
    told = expected(reports(MANY))
    assert sum(told.values()) >= MANY
    assert READ_BACK[name](written(name, reports(MANY), WIDE)) == told


@pytest.mark.parametrize(
    "name", ["sarif", "junit", "github", "gitlab", "checkstyle", "markdown", "html", "csv", "xlsx"]
)
def test_a_cause_is_told_once(name: str) -> None:
    """The words of its repair stand at the head of one annotation, whatever it explains."""
    (cause,) = results()["failing"].causes
    assert len(cause.explains) == 2
    words = "应为 10（一位数字写错"
    text = rendered(name, [results()["failing"]], LOOK)
    assert len(re.findall(words, text)) == {"junit": 2, "csv": 2, "xlsx": 2, "sarif": 2}.get(name, 1)


@cache
def harmless(name: str) -> object:
    return shape(name, foreign(HARMLESS), WIDE)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", FORMATTERS)
def test_foreign_words_change_no_structure(name: str, words: str) -> None:
    """In every place where words of a report may stand, and in the name of its file."""
    assert shape(name, foreign(words), WIDE) == harmless(name)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", FORMATTERS)
def test_foreign_words_steer_nothing(name: str, words: str) -> None:
    """No control, no mark that reorders text, no lone surrogate; no command to a server that reads the log along."""
    text = rendered(name, foreign(words), WIDE).removeprefix("\ufeff")
    assert RAW.findall(text.replace("\n", "")) == []
    if name == "github":
        text = re.sub(r"^::[a-z]+(?: [^\n:]*)?::", "", text, flags=re.MULTILINE)
    assert COMMAND.findall(text) == []


@pytest.mark.parametrize("name", FORMATTERS)
def test_cells_of_a_megabyte(name: str) -> None:
    """A cell, a key and a paragraph of a million characters: every finding is told, and where it can be, shortly."""
    data = written(name, [results()["huge"]], WIDE._replace(rules=()))
    assert READ_BACK[name](data) == expected([results()["huge"]])
    # The first have the whole pointer of the key, a page has the report itself.
    most = {"json": 7_000_000, "jsonl": 7_000_000, "sarif": 7_000_000, "html": 10_000_000}.get(name, 40_000)
    assert len(data) < most


@pytest.mark.parametrize("name", FORMATTERS)
def test_the_same_bytes_in_every_run(name: str) -> None:
    assert written(name, reports(FEW), LOOK) == written(name, reports(FEW), LOOK)


@pytest.mark.parametrize("name", FORMATTERS)
def test_nothing_at_all_is_well_formed(name: str) -> None:
    """No report, no finding: the reader of each format still reads it, and finds nothing."""
    assert not READ_BACK[name](written(name, [], WIDE))


def waived() -> Checked:
    """A report whose only finding is accepted."""
    one = results()["warned"]
    assert len(one.diagnostics) == 1
    return one._replace(diagnostics=tuple(found._replace(waived="已与上级商定") for found in one.diagnostics))


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "checkstyle"])
def test_what_was_waived_is_no_alarm(name: str) -> None:
    assert READ_BACK[name](written(name, [results()["warned"]._replace(source="a.json")], WIDE))
    assert not READ_BACK[name](written(name, [waived()._replace(source="a.json")], WIDE))


def test_what_was_waived_fails_no_test_case() -> None:
    strict = WIDE._replace(fail_on="info")
    assert "<failure" in rendered("junit", [results()["warned"]], strict)
    assert "<failure" not in rendered("junit", [waived()], strict)


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "markdown", "html", "csv", "xlsx"])
def test_what_was_waived_is_told_with_its_reason(name: str) -> None:
    assert "已与上级商定" in rendered(name, [waived()], LOOK)


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "markdown", "csv", "xlsx"])
def test_what_stayed_undecided_is_told(name: str) -> None:
    """A report without findings is not said to be right where questions about it stayed open."""
    one = results()["undecided"]
    assert not one.diagnostics
    (rule, _), *_ = one.undecided
    text = rendered(name, [one], LOOK)
    assert f"未能判断 {len(one.undecided)} 项：{rule}" in text.replace("\\", "")
