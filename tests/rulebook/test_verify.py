"""What a rule book is told about itself: each kind of fault, made in a rule of one's own."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from lint.model.errors import LintError
from lint.model.form import CELL_INDEX
from lint.rulebook.book import Rulebook, load
from lint.rulebook.verifying.expressions import can_match
from lint.rulebook.verifying.found import KINDS, At, Found
from lint.rulebook.verifying.verify import Verification, verify

DISPUTES = "/sections/disputes/table"
DIRECT = f"{DISPUTES}/litigation_direct"
THREE = "/sections/applications/table"
HEAD = """\
id: {id}
name: {name}
title: {{zh: 标题, en: title}}
why: {{zh: 缘由, en: reason}}
basis: 依据
since: "0.1"
severity: {severity}
"""
TAIL = """\
message: {zh: "{where}", en: "{where}"}
confidence: {zh: 确定, en: certain}
examples: {good: [], bad: []}
"""


def rule(check: str, identifier: str = "ZZ001", severity: str = "error") -> str:
    """A rule file without examples around what it asks."""
    head = HEAD.format(id=identifier, name=f"own-{identifier.lower()}", severity=severity)
    return f"{head}{check}\n{TAIL}"


def relation(written: str, given: str = DIRECT, identifier: str = "ZZ001") -> str:
    """A rule that asks a relation."""
    return rule(f'given: {given}\ncheck: {{relation: "{written}"}}', identifier)


def verified(folder: Path, files: Mapping[str, str]) -> Verification:
    """The bundled rules of arithmetic with some of one's own."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    book = load(folders=(folder,))
    few = tuple(one for one in book.rules if one.family in ("AR", "LT", "ZZ"))
    return verify(Rulebook(few, book._specs), (folder,))


def own(verification: Verification, *kinds: str) -> list[Found]:
    """What was found of some kinds and is not known."""
    return [one for one in verification.found if one.kind in kinds and one.known is None]


@pytest.fixture(scope="module")
def bundled() -> Verification:
    """The bundled rules alone."""
    return verify(load())


def test_the_bundled_rules_have_exactly_what_is_known(bundled: Verification) -> None:
    assert [one for one in bundled.found if one.wrong] == []
    assert [(one.kind, one.rule, one.at) for one in bundled.found if one.known] == [
        ("redundant", rule, f"{THREE}/results/total/total") for rule in ("AR002", "AR001")
    ]
    assert bundled.passed


def test_table_three_has_two_redundant_equations(bundled: Verification) -> None:
    """39 equations of rank 37 on three rows （六）, 37 of rank 35 on one; the three of table four are all needed."""
    certain = [(form.name, form.equalities, form.equalities - form.rank) for form in bundled.forms]
    assert certain == [("2021", 39 + 3, 2), ("2019", 37 + 3, 2)]


def test_which_relations_imply_the_redundant_ones(bundled: Verification) -> None:
    """The column of totals follows from six columns and the totals of the rows that it is made of."""
    by = {one.rule: {(other.rule, other.pointer) for other in one.others} for one in bundled.found if one.known}
    columns = ("natural_person", "business", "research", "public_welfare", "legal_service", "other")
    rows = ("new", "carried_in", "results/total", "carried_out")
    balance = {("AR001", f"{THREE}/results/total/{column}") for column in columns}
    assert by["AR001"] == balance | {("AR003", f"{THREE}/{row}/total") for row in rows}
    assert len(by["AR002"]) == 6 + 22
    assert {rule for rule, _ in by["AR002"]} == {"AR002", "AR003"}


def test_coverage_counts_the_relations_of_each_cell(bundled: Verification) -> None:
    """A part of a row is in its sum and its column's; the total of results is in the balance too."""
    counts = {one.cell: (one.relations, one.conditions) for one in bundled.coverage}
    assert counts.keys() == set(CELL_INDEX.values())
    assert counts[CELL_INDEX[f"{THREE}/results/granted/business"]][0] == 2
    assert counts[CELL_INDEX[f"{THREE}/results/total/business"]][0] == 3
    assert counts[CELL_INDEX[f"{DISPUTES}/reconsideration/upheld"]][0] == 1
    assert counts[CELL_INDEX["/sections/proactive/table/fees/amount"]] == (0, 0)
    assert counts[CELL_INDEX["/sections/proactive/table/regulations/repealed"]] == (0, 1)


def test_a_contradiction_with_a_bundled_rule(tmp_path: Path) -> None:
    """Two rules that no figures keep together, since none is below 0: named as one irreducible set."""
    found = own(verified(tmp_path, {"a.yaml": relation("upheld > total")}), "contradiction")
    assert [(one.rule, one.at, one.others) for one in found] == [
        ("AR004", f"{DIRECT}/total", (At("ZZ001", f"{DIRECT}/upheld"),))
    ]
    assert found[0].words.en == "these 2 relations can never hold together where no figure is below 0"
    assert found[0].words.zh == "这 2 个关系不可能同时成立（所有数字都不小于 0）"
    assert found[0].source is not None
    assert found[0].source.endswith("ar004_dispute_total.yaml")


def test_a_relation_that_can_never_hold_alone(tmp_path: Path) -> None:
    found = own(verified(tmp_path, {"a.yaml": relation("upheld > upheld + 1")}), "contradiction")
    assert [(one.rule, one.words.en, one.others) for one in found] == [("ZZ001", "this relation can never hold", ())]


LINEAR = {
    "the-same-once-more": ("total = upheld + corrected + other + pending", "redundant", "AR004", f"{DIRECT}/total"),
    "a-part-of-a-total": ("total >= upheld", "implied", "ZZ001", f"{DIRECT}/total"),
    "not-below-0": ("upheld >= 0", "implied", "ZZ001", f"{DIRECT}/upheld"),
    "not-above-0": ("upheld <= 0", "fixed-cell", "ZZ001", f"{DIRECT}/upheld"),
    "parts-that-can-only-be-0": ("upheld >= total", "fixed-cell", "ZZ001", f"{DIRECT}/corrected"),
    "a-hidden-equality": ("upheld >= total", "hidden-equality", "ZZ001", f"{DIRECT}/upheld"),
    "bounded-both-ways": ("total <= 5", "bounded-cell", "ZZ001", f"{DIRECT}/upheld"),
}


@pytest.mark.parametrize(("written", "kind", "rule", "at"), LINEAR.values(), ids=LINEAR)
def test_relations(tmp_path: Path, written: str, kind: str, rule: str, at: str) -> None:
    found = own(verified(tmp_path, {"a.yaml": relation(written)}), kind)
    assert (rule, at) in [(one.rule, one.at) for one in found]


def test_bounds_are_told_with_both_ends(tmp_path: Path) -> None:
    found = own(verified(tmp_path, {"a.yaml": relation("2 * total <= 5")}), "bounded-cell")
    assert {(one.at or "").rpartition("/")[2] for one in found} == {"upheld", "corrected", "other", "pending", "total"}
    assert {one.words.en for one in found} == {"lies between 0 and 5/2"}
    assert not any(one.wrong for one in found)


def test_a_bound_on_table_three_reaches_all_that_it_holds(tmp_path: Path) -> None:
    """Nothing is too large for table three: a bound on new applications bounds their parts, and no result."""
    found = own(verified(tmp_path, {"a.yaml": relation("new/total <= 100", THREE)}), "bounded-cell", "unsolved")
    columns = ("natural_person", "business", "research", "public_welfare", "legal_service", "other", "total")
    assert {(one.at, one.words.en) for one in found} == {
        (f"{THREE}/new/{column}", "lies between 0 and 100") for column in columns
    }


def test_more_relations_than_are_looked_at(tmp_path: Path) -> None:
    """It is said that they were not worked out, and nothing is said of them."""
    rows, many = f"{THREE}/**", ("total >= {column}", "2 * total >= {column}")
    files = {f"{n}.yaml": relation(one, rows, f"ZZ00{n}") for n, one in enumerate(many)}
    (found,) = own(verified(tmp_path, files), "unsolved", "redundant", "contradiction")
    assert found.kind == "unsolved"
    assert found.words.en.endswith(" relations in one: beyond the bounds of the search")
    assert not found.wrong


def test_a_range_is_a_relation_too(tmp_path: Path) -> None:
    """A range below another rule's bound contradicts it."""
    first = rule(f"given: {DIRECT}/total\ncheck: {{range: {{most: 3}}}}")
    found = own(
        verified(tmp_path, {"a.yaml": first, "b.yaml": relation("total > 3", identifier="ZZ002")}), "contradiction"
    )
    assert [(one.rule, [other.rule for other in one.others]) for one in found] == [("ZZ001", ["ZZ002"])]


def conditions(*alternatives: str) -> str:
    """A rule with alternatives."""
    holds = "\n".join(f"    - {one}" for one in alternatives)
    return rule(f"given: {DIRECT}\ncheck:\n  conditions:\n{holds}", severity="warning")


CONDITIONS = {
    "excluding": (("holds: [upheld > total, total > upheld]",), "dead-condition", "the comparisons of alternative 1"),
    "below-0": (("holds: [upheld < 0]",), "dead-condition", "the comparisons of alternative 1 exclude each other"),
    "preceded": (
        ("holds: [upheld > 3]", "holds: [upheld > 5, total > 9]"),
        "unreached-condition",
        "where alternative 2 holds, alternative 1 does too",
    ),
    "raised": (
        ("{holds: [upheld > 3], severity: error}",),
        "raised-severity",
        "error is above the severity of the rule",
    ),
}


@pytest.mark.parametrize(("alternatives", "kind", "words"), CONDITIONS.values(), ids=CONDITIONS)
def test_conditions(tmp_path: Path, alternatives: tuple[str, ...], kind: str, words: str) -> None:
    (found,) = own(verified(tmp_path, {"a.yaml": conditions(*alternatives)}), kind)
    assert found.rule == "ZZ001"
    assert found.words.en.startswith(words)


def test_conditions_that_may_hold_are_not_told(tmp_path: Path) -> None:
    """Nor alternatives of which the second goes beyond the first."""
    written = conditions("holds: [upheld > 5]", "{holds: [upheld > 3], severity: info}")
    assert (
        own(verified(tmp_path, {"a.yaml": written}), "dead-condition", "unreached-condition", "raised-severity") == []
    )


SENSE = {
    "range": (f"given: {DIRECT}/total\ncheck: {{range: {{least: 5, most: 3}}}}", "empty-bounds", "/check/range/most",
        "most (3) has to be above least (5)"),
    "change": (f"needs: years\ngiven: {DIRECT}/total\ncheck: {{change: {{least: 5, most: 5, base: 1}}}}",
        "empty-bounds", "/check/change/most", "most (5) has to be above least (5)"),
    "similarity": (
        "needs: years\ngiven: /sections/problems/paragraphs\ncheck: {similarity: {above: 50, most: 40, least: 10}}",
        "empty-bounds", "/check/similarity/most", "most (40) has to be above above (50)"),
    "years": ("when: {year_from: 2024, year_to: 2022}\ncheck: {required: title}", "empty-scope", "/when/year_to",
        "the first year 2024 is after the last, 2022"),
}  # fmt: skip


@pytest.mark.parametrize(("check", "kind", "at", "words"), SENSE.values(), ids=SENSE)
def test_settings_that_make_no_sense(tmp_path: Path, check: str, kind: str, at: str, words: str) -> None:
    (found,) = own(verified(tmp_path, {"a.yaml": rule(check)}), kind)
    assert (found.rule, found.at, found.words.en) == ("ZZ001", at, words)
    assert found.place is not None


PROGRAM = """
from lint.authoring import Finding, Pattern

_DEAD = (Pattern("a$b"),)
_LIVE = {"one": Pattern("(?<=a)b$")}
_WORDS = ("二", "三")
_DIGITS = Pattern("[0-9]{1,9}")
_NUMERALS = Pattern("[一二三]{1,9}")
_ANYTHING = Pattern("[^0-9]{4}!")

def check(here):
    for _, text in here.case.texts:
        if any(word in text for word in _WORDS):
            if _DIGITS.fullmatch(text) or _NUMERALS.fullmatch(text) or _ANYTHING.fullmatch(text):
                yield Finding("/year", {})
    here.options["used"], here.options["undeclared"]
"""
OPTIONS = """\
options:
  used: {type: integer, default: 1, about: {zh: 用, en: used}}
  idle: {type: integer, default: 1, about: {zh: 闲, en: idle}}
check: {python: true}"""


# The other way to ask for words.
SOONER = (
    PROGRAM.replace("Finding, Pattern", "Finding, Pattern, Words")
    .replace('("二", "三")', 'Words("二", "三")')
    .replace("any(word in text for word in _WORDS)", "_WORDS.any_in(text)")
)


@pytest.mark.parametrize("program", [PROGRAM, SOONER], ids=["each-word", "words"])
def test_a_program(tmp_path: Path, program: str) -> None:
    """Patterns at the level of its module, quick looks for words before them, options that it uses."""
    verification = verified(tmp_path, {"a.yaml": rule(OPTIONS), "a.py": program})
    found = [one for one in verification.found if one.rule == "ZZ001" and one.kind != "missing-example"]
    assert [(one.kind, one.words.en) for one in found] == [
        ("unused-option", "the program does not use the option idle"),
        ("undeclared-option", "the program uses the option undeclared, which is not declared"),
        ("dead-pattern", "_DEAD (a$b) can never match: $, the end, comes before a character"),
        ("excluded-pattern", "no text that _DIGITS fits holds a word of _WORDS"),
        ("undecided-pattern", "whether the words of _WORDS exclude _ANYTHING was not decided"),
    ]


FORBID = """\
id: ZZ001
name: own-pattern
title: {zh: 标题, en: title}
why: {zh: 缘由, en: reason}
basis: 依据
since: "0.1"
severity: info
given: /sections/overview/paragraphs/*
check: {forbid: ["甲", "乙", "^乙$丙"]}
message: {zh: "{found}", en: "{found}"}
confidence: {zh: 确定, en: certain}
examples:
  good: [{report: {/sections/overview/paragraphs: ["乙方"]}}]
  bad:
    - report: {/sections/overview/paragraphs: ["甲方"]}
      findings: [{at: /sections/overview/paragraphs/0, values: {found: 甲}}]
"""


def test_patterns_of_a_rule_file(tmp_path: Path) -> None:
    """Each of a list has to be shown at work by a bad example."""
    verification = verified(tmp_path, {"a.yaml": FORBID})
    found = [(one.kind, one.at) for one in verification.found if one.rule == "ZZ001"]
    assert found == [
        ("dead-pattern", "/check/forbid/2"),
        ("unasked-pattern", "/check/forbid/1"),
        ("unasked-pattern", "/check/forbid/2"),
        ("broken-example", "/examples/good/0"),
    ]


def examples(bad: str, good: str = "report: {/year: 2023}") -> str:
    """The examples of a rule."""
    return f"examples:\n  good: [{{{good}}}]\n  bad: [{{{bad}, findings: [{{at: /year}}]}}]\n"


def test_alternatives_that_no_bad_example_raises(tmp_path: Path) -> None:
    bad = examples(f"report: {{{DISPUTES}/litigation_direct: [9, 0, 0, 0, 9]}}")
    written = conditions("holds: [upheld > 5]", "holds: [total > 100]").replace("examples: {good: [], bad: []}\n", bad)
    (found,) = own(verified(tmp_path, {"a.yaml": written}), "unasked-condition")
    assert (found.at, found.words.en) == ("/check/conditions/1", "no bad example raises alternative 2")


def test_what_no_example_shows_is_told(tmp_path: Path) -> None:
    """Places and patterns that no example reaches: good to know, for others may reach them on purpose."""
    python = "given: [/year, /agency, /title]\ncheck: {python: true}"
    patterns = "_A, _B = Pattern('甲'), Pattern('乙(?=丙)')"
    program = f"from lint.authoring import Pattern\n{patterns}\ndef check(here):\n    return ()\n"
    bad = examples('report: {/year: 2023, /preamble: ["甲方 乙方"]}')
    files = {"a.yaml": rule(python).replace("examples: {good: [], bad: []}\n", bad), "a.py": program}
    found = own(verified(tmp_path, files), "unasked-place", "unshown-pattern")
    assert [(one.kind, one.words.en, one.wrong) for one in found] == [
        ("unasked-place", "no example has anything at 2 of the given places: /agency, /title", False),
        ("unshown-pattern", "no text of the examples fits 1 of the patterns: _B (乙(?=丙))", False),
    ]


def test_examples_that_do_not_hold(tmp_path: Path) -> None:
    """What was expected and what was found, in both languages."""
    written = FORBID.replace('["甲", "乙", "^乙$丙"]', "甲").replace("values: {found: 甲}", "values: {found: 乙}")
    (found,) = own(verified(tmp_path, {"a.yaml": written}), "broken-example")
    assert (found.rule, found.at) == ("ZZ001", "/examples/bad/0")
    assert found.words.en.startswith("the example bad-1 does not hold (wrong): /sections/overview/paragraphs/0 ")
    assert found.words.zh.startswith("例子 bad-1 不成立（wrong）：/sections/overview/paragraphs/0 应为“")


def test_examples_that_are_missing_or_ask_nothing(tmp_path: Path) -> None:
    written = FORBID.replace('["甲", "乙", "^乙$丙"]', "甲").replace(
        '/sections/overview/paragraphs: ["乙方"]', "/year: 2023"
    )
    found = [one for one in verified(tmp_path, {"a.yaml": written}).found if one.rule == "ZZ001"]
    assert [(one.kind, one.at, one.words.en) for one in found] == [
        ("unasked-example", "/examples/good/0", "the example good-1 does not ask the rule")
    ]
    found = own(verified(tmp_path, {"a.yaml": relation("upheld < 5")}), "missing-example")
    assert [(one.rule, one.words.en) for one in found] == [
        ("ZZ001", "there is no good example"), ("ZZ001", "there is no bad example"),
    ]  # fmt: skip


PATTERNS = {
    "plain": ("申请{1,3}", True),
    "empty-set": (r"[^\s\S]", False),
    "empty-set-that-may-be-left-out": (r"[^\w\W]?年", True),
    "empty-set-in-one-branch": (r"[^\d\D]|年", True),
    "empty-set-in-every-branch": (r"(?:[^\d\D]|a[^\s\S])", False),
    "start-behind-a-character": ("年^", False),
    "start-behind-what-may-be-empty": ("年?^月", True),
    "start-of-a-line": (r"(?m)年\n^月", True),
    "start-of-a-line-behind-a-character": ("(?m)年^月", False),
    "flags-of-a-group": (r"(?m:年$\n^月)", True),
    "end-before-a-character": ("年$月", False),
    "end-before-a-line-feed": ("年$\n", True),
    "end-before-two-line-feeds": ("年$\n\n", False),
    "very-end-before-a-character": (r"年\Z月", False),
    "boundary-within-a-word": (r"a\bb", False),
    "no-boundary-at-an-edge": (r"a\B,", False),
    "boundary-at-an-edge": (r"a\b,", True),
    "look-that-always-fails": ("(?!)年", False),
    "look-ahead": ("年(?=月)", True),
    "look-behind": ("(?<=年)月", True),
    "look-that-says-no": ("(?<!年)月(?!日)", True),
    "look-within-reach": ("(?!年)[年月]", None),
    "looks-that-differ": ("(?=年)月", None),
    "rare-characters": ("[\U0001f600-\U0001f64f]", True),
    "too-long-to-try": ("(?:年{60000}){60000}", None),
}


@pytest.mark.parametrize(("source", "answer"), PATTERNS.values(), ids=PATTERNS)
def test_whether_a_pattern_can_match(source: str, answer: bool | None) -> None:
    """Yes with a text, no with a reason, or neither."""
    verdict = can_match(source)
    assert (verdict.matches is not None, verdict.never is not None) == (answer is True, answer is False)


def test_released_ids(tmp_path: Path) -> None:
    """An id that is gone, one with another name, and a name that went to another id."""
    list_ = tmp_path / "released.json"
    list_.write_text(
        json.dumps({"rules": {"AR001": "balance", "AR999": "gone", "AR002": "old-name", "AR998": "row-total"}})
    )
    found = [one for one in verify(load(), against=list_).found if one.wrong]
    assert [(one.kind, one.rule, one.words.en) for one in found] == [
        (
            "lost-id",
            "AR999",
            "AR999 (gone) was released and is gone; a rule no longer wanted stays, with status retired",
        ),
        ("renamed-id", "AR002", "AR002 was released as old-name, and is result-total now"),
        (
            "lost-id",
            "AR998",
            "AR998 (row-total) was released and is gone; a rule no longer wanted stays, with status retired",
        ),
        ("reused-name", "AR003", "the name row-total was released as that of AR998"),
    ]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"rules": []}', b'{"rules": {"AR001": 1}}', b"\xff", None])
def test_a_list_of_released_ids_that_is_none(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "released.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LintError) as raised:
        verify(load(), against=path)
    assert raised.value.source == str(path)


KNOWN = "known:\n  - kind: fixed-cell\n    rule: ZZ001\n    at: {at}\n    reason: {{zh: 理由, en: because}}\n"


def test_known_things_have_a_reason(tmp_path: Path) -> None:
    """What the list of a folder names is told with its reason, and is not wrong."""
    files = {"a.yaml": relation("upheld <= 0"), "_known.yaml": KNOWN.format(at=f"{DIRECT}/upheld")}
    found = [one for one in verified(tmp_path, files).found if one.kind == "fixed-cell"]
    assert [(one.rule, one.known and one.known.en, one.wrong) for one in found] == [("ZZ001", "because", False)]


def test_known_things_that_are_gone(tmp_path: Path) -> None:
    """The list may not outlive what it excuses."""
    (found,) = own(verified(tmp_path, {"_known.yaml": KNOWN.format(at="/x")}), "stale-known")
    assert (found.rule, found.at, found.source, found.place and found.place.line) == (
        "ZZ001", "/x", str(tmp_path / "_known.yaml"), 2,
    )  # fmt: skip
    assert found.wrong


BAD_LISTS = {
    "no-list": ("known: 1", 1, "'known' is expected"),
    "no-reason": ("known:\n  - {kind: redundant, rule: AR001, at: /x}", 2, "'known' is expected"),
    "unknown-kind": (KNOWN.format(at="/x").replace("fixed-cell", "fixed-cel"), 2,
        "there is no kind 'fixed-cel'; did you mean 'fixed-cell'?"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "words"), BAD_LISTS.values(), ids=BAD_LISTS)
def test_lists_of_known_things_that_are_none(tmp_path: Path, content: str, line: int, words: str) -> None:
    with pytest.raises(LintError) as raised:
        verified(tmp_path, {"_known.yaml": content})
    assert raised.value.words.en.startswith(words)
    assert (raised.value.source, raised.value.place and raised.value.place.line) == (
        str(tmp_path / "_known.yaml"),
        line,
    )


def test_every_kind_has_words() -> None:
    assert all(words.zh and words.en and words.zh != words.en for words in KINDS.values())
