"""Which rules are asked: the longer match wins."""

from functools import cache

import pytest

from lint.engine.select import choose
from lint.model.errors import UsageError
from lint.model.rule import Rule
from lint.rulebook.book import load


@cache
def rules() -> tuple[Rule, ...]:
    """Five rules of three families, one of them retired, cut from the bundled ones."""
    found = {rule.id: rule for rule in load().rules}
    return (
        found["AR001"],
        found["AR002"],
        found["AR003"]._replace(status="retired"),
        found["ST001"],
        found["LT007"],
    )


CHOSEN: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "all-by-default": ((), (), "AR001 AR002 ST001 LT007"),
    "select-family": (("AR",), (), "AR001 AR002 LT007"),
    "select-id": (("AR002",), (), "AR002 LT007"),
    "select-name": (("balance",), (), "AR001 LT007"),
    "select-all": (("ALL",), (), "AR001 AR002 ST001 LT007"),
    "select-part-of-the-number": (("AR00",), (), "AR001 AR002 LT007"),
    "ignore-family": ((), ("AR",), "ST001 LT007"),
    "ignore-id": ((), ("AR001",), "AR002 ST001 LT007"),
    "ignore-name": ((), ("balance",), "AR002 ST001 LT007"),
    "family-but-one": (("AR",), ("AR002",), "AR001 LT007"),
    "one-of-an-ignored-family": (("AR002",), ("AR",), "AR002 LT007"),
    "all-but-a-family": (("ALL",), ("AR",), "ST001 LT007"),
    "a-family-of-ignored-all": (("AR",), ("ALL",), "AR001 AR002 LT007"),
    "longer-part-selected": (("AR00",), ("AR",), "AR001 AR002 LT007"),
    "longer-part-ignored": (("AR", "ST"), ("AR00",), "ST001 LT007"),
    "linter-cannot-be-ignored": ((), ("LT",), "AR001 AR002 ST001 LT007"),
}


@pytest.mark.parametrize(("select", "ignore", "expected"), CHOSEN.values(), ids=CHOSEN)
def test_chosen(select: tuple[str, ...], ignore: tuple[str, ...], expected: str) -> None:
    """By id, name or family; family LT always, retired rules never."""
    assert [rule.id for rule in choose(rules(), select, ignore)] == expected.split()


NOTHING_LEFT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "ignore-all": ((), ("ALL",)),
    "a-tie-is-ignored": (("AR",), ("AR",)),
    "id-and-name-are-a-tie": (("AR001",), ("balance",)),
    "only-the-linter": (("LT",), ()),
    "retired-is-never-asked": (("AR003",), ()),
}


@pytest.mark.parametrize(("select", "ignore"), NOTHING_LEFT.values(), ids=NOTHING_LEFT)
def test_a_run_that_would_ask_nothing_is_refused(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """A selection that leaves no question is never a pass."""
    with pytest.raises(UsageError) as raised:
        choose(rules(), select, ignore)
    assert raised.value.words.en == "the selection leaves no rule to ask"


REFUSED = {"unknown-id": "AR999", "unknown-family": "ZZ", "unknown-name": "balanced", "one-letter": "A", "empty": ""}


@pytest.mark.parametrize("word", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_refused(word: str, option: str) -> None:
    """A word that fits no rule is an error, never passed over in silence."""
    with pytest.raises(UsageError) as raised:
        choose(rules(), (word,) if option == "select" else (), (word,) if option == "ignore" else ())
    assert raised.value.words.en == f"no rule has the id, name or family '{word}'"
