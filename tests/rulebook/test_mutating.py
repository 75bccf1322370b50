"""Violations made from examples: what is changed, what stays, and that a rule that is too narrow is found out."""

import copy
import json
from pathlib import Path

import pytest

from lint.api import Session
from lint.engine.checks.table import CHECKS
from lint.model.errors import RuleError
from lint.model.form import SECTIONS
from lint.model.pointer import resolve
from lint.readers.tree import report_of_tree
from lint.rulebook.book import load
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import Scene, examples_of, scene_of
from lint.rulebook.mutating import broken_figures, broken_years, figures, names, prose
from lint.rulebook.mutating.mutants import mutants, subject_of
from lint.rulebook.mutating.parts import looked_at
from lint.rulebook.mutating.table import BREAKS, VARIATIONS
from lint.rulebook.mutating.variation import Vary
from lint.rulebook.rule_file import parse
from lint.rulebook.testing import Trial
from tests.rulebook.support_rulebook import PYTHON, changes, dice, scene, subject, tried_in, written

EXAMPLES = """\
examples:
  good:
    - report: {/sections/overview/paragraphs: [全年公开信息45条。]}
  bad:
    - report: {/sections/overview/paragraphs: ["全年公开信息66条，其中图解3篇。"]}
      findings: [{at: /sections/overview/paragraphs/0}]
"""
# A condition that is too narrow, and the variations by which that is seen; the last is as it should be.
NARROW = {
    "digits as typed": ('"66" in text', {"full-width-digits"}),
    "marks as typed": ('"，其中" in text', {"half-width-marks"}),
    "no space thought of": ('"66条" in text.translate({0xFF16: "6"})', {"spaced-numbers"}),
    "only at the begin": ('text.startswith("全年公开信息6") or "６" in text or " 66" in text', {"sentence-before"}),
    "only at the end": ('"６" in text or "66" in text and text.rstrip("。").endswith("3篇")',
                        {"sentence-after", "spaced-numbers"}),
    "only where it was": ('at.endswith("/0") and ("66" in text or "６６" in text)', {"paragraph-before"}),
    "as it should be": ('"66" in text or "６６" in text', set()),
}  # fmt: skip


@pytest.mark.parametrize(("condition", "expected"), NARROW.values(), ids=NARROW)
def test_a_rule_that_is_too_narrow(tmp_path: Path, condition: str, expected: set[str]) -> None:
    """What it misses is told by the variation that showed it."""
    found = tried_in(written(tmp_path, "check: {python: true}\n" + EXAMPLES, PYTHON % condition))
    assert {one.outcome for one in found.examples} == {"held"}
    assert (changes(found, "missed"), changes(found, "noisy")) == (expected, set())


def test_a_rule_that_is_too_wide(tmp_path: Path) -> None:
    """A good report that is typed otherwise, and in which something is found all the same, is told."""
    condition = '"66" in text or "６" in text or "４５" in text'
    found = tried_in(written(tmp_path, "check: {python: true}\n" + EXAMPLES, PYTHON % condition))
    assert {one.outcome for one in found.examples} == {"held"}
    assert changes(found, "noisy") == {"full-width-digits"}


DECLARED = {
    "a relation that compares the wrong way round": ("relation", "AR003", "relation-broken"),
    "a jump that is never told": ("change", "PL016", "jump"),
    "a remark that nobody hears": ("remark", "ST025", "remarked"),
    "a figure that is not carried on": ("carried", "YY003", "not-carried"),
}


@pytest.mark.parametrize(("kind", "identifier", "name"), DECLARED.values(), ids=DECLARED)
def test_what_is_declared_is_broken(kind: str, identifier: str, name: str) -> None:
    """Where a check is declared, valid reports are broken: each differs, and expects its finding at one place."""
    about = subject(identifier)
    broken = [one for one in mutants(about, "bad") if one.changes == (name,)]
    assert (about.kind, BREAKS[kind][0]) == (kind, name)
    assert len(broken) >= 15
    assert {len(one.scene.at) for one in broken} == {1}
    assert len({json.dumps(one.scene, default=str) for one in broken}) == len(broken)


def test_a_broken_relation_is_one() -> None:
    """Worked out here once more, cell by cell: the total is not the sum of the six columns."""
    for seed in range(30):
        made = broken_figures.broken_relation(subject("AR003"), dice(seed))
        assert made is not None
        cells = resolve(made.here, made.at[0].rpartition("/")[0])[1]
        assert isinstance(cells, dict)
        *parts, total = cells.values()
        assert sum(parts) != total
        assert min(cells.values()) >= 0


def test_a_jump_is_one() -> None:
    """The larger figure is ten times the smaller at least, and that is 20 or more."""
    for seed in range(30):
        made = broken_years.jump(subject("PL016"), dice(seed))
        assert made is not None
        small, large = sorted(int(str(resolve(tree, made.at[0])[1])) for tree in (made.here, made.previous[0]))
        assert (small >= 20, large >= 10 * small) == (True, True)


@pytest.mark.parametrize("identifier", ["AR002", "TX001", "YY003", "GV003", "HY001", "SC001", "PL008"])
@pytest.mark.parametrize("kind", ["bad", "good"])
def test_the_same_in_every_run(identifier: str, kind: str) -> None:
    """No two are the same, none is an example as it stands, and another run makes the same."""
    about = subject(identifier)
    made = mutants(about, kind)
    contents = [json.dumps(one.scene, default=str, sort_keys=True) for one in made]
    examples = [scene_of(one) for told, _, one in examples_of(about.spec) if told == kind]
    assert len(set(contents)) == len(contents)
    assert not set(contents) & {json.dumps(one, default=str, sort_keys=True) for one in examples}
    assert mutants(about, kind) == made


def test_no_variation_changes_what_it_is_given() -> None:
    """Nor does any give back what it was given: None says that it does not apply."""
    for identifier in ("AR001", "TX001", "PL008", "YY001", "GV002", "NA008"):
        about = subject(identifier)
        for _, _, example in examples_of(about.spec):
            given = scene_of(example)
            kept = copy.deepcopy(given)
            for variation in VARIATIONS if about.kind == "conditions" else VARIATIONS[:5] + VARIATIONS[6:]:
                assert variation.vary(given, about, dice()) != given, variation.name
                assert given == kept, variation.name


def test_nothing_is_to_be_said_about_the_added_text() -> None:
    """All neutral sentences in one report that is right: no rule finds anything, not even a note."""
    tree = complete_tree()
    tree["sections"]["problems"]["paragraphs"] += list(prose.NEUTRAL)
    assert Session().check_report(report_of_tree("a", tree)).diagnostics == ()


def test_every_variation_says_why() -> None:
    """In both languages, for kinds of checks that there are."""
    assert len({one.name for one in VARIATIONS}) == len(VARIATIONS)
    for one in VARIATIONS:
        assert one.why.zh
        assert one.why.en
        assert one.violation | one.goodness <= set(CHECKS)


PREAMBLE = "根据《公开办法》（国办公开办函〔2021〕30号）编制２０２３年年报，期限自2023年1月1日起至2023-12-31止。"


def test_years_move_together() -> None:
    """Those of dates, however typed; not the number of a document, nor a report into another edition."""
    given = scene({"/year": 2023, "/preamble": [PREAMBLE]})
    seen = {int(names.other_years(given, subject("ST008"), dice(seed)).here["year"]) for seed in range(40)}  # type: ignore[union-attr]  # it applies
    assert seen == {2021, 2022, 2024, 2025, 2026}
    moved = names.other_years(given, subject("ST008"), dice(1))
    assert moved is not None
    year = moved.here["year"]
    wide = str(year).translate({digit: digit + 0xFEE0 for digit in range(0x30, 0x3A)})
    expected = PREAMBLE.replace("２０２３", wide).replace("2023", str(year))
    assert moved.here["preamble"] == [expected]


UNMOVED = {
    "a leap day": {"/year": 2024, "/preamble": ["2024年2月29日"]},
    "a year in Chinese numerals": {"/year": 2023, "/preamble": ["二〇二三年"]},
    "no year": {"/preamble": ["国办公开办函〔2021〕30号"]},
}


@pytest.mark.parametrize("report", UNMOVED.values(), ids=UNMOVED)
def test_years_that_do_not_move(report: dict[str, object]) -> None:
    assert names.other_years(scene(report), subject("ST008"), dice()) is None


def test_a_report_of_2020_becomes_one_of_2019_alone() -> None:
    given = scene({"/year": 2020})
    found = [names.other_years(given, subject("CE002"), dice(seed)) for seed in range(20)]
    assert {one and one.here["year"] for one in found} == {2019}


def test_a_rule_for_years_from_2024_on() -> None:
    """PL011 is asked from 2024 on: no year moves across."""
    given = scene({"/year": 2024, "/sections/disputes/table/reconsideration": [1, 0, 0, 0, 1]})
    found = [names.other_years(given, subject("PL011"), dice(seed)) for seed in range(20)]
    assert {one and one.here["year"] for one in found} == {2025, 2026}


def test_members_and_earlier_reports_get_the_same_names() -> None:
    given = scene(
        {"/agency": {"name": "示例县人民政府"}}, members=[{"/agency": {"name": "示例县水利局"}}],
        **{"member-names": ["示例县水利局"]},
    )  # fmt: skip
    moved = names.other_places(given, subject("GV002"), dice())
    assert moved is not None
    place = moved.here["agency"]["name"].removesuffix("县人民政府")
    assert place != "示例"
    assert (moved.members[0]["agency"]["name"], moved.names) == (f"{place}县水利局", (f"{place}县水利局",))


def test_an_added_paragraph_pushes_the_findings() -> None:
    given = scene_of({"report": {"/preamble": ["甲。", "乙。"]}, "findings": [{"at": "/preamble/1"}]})
    before, after = (
        prose.paragraph_before(given, subject("HY001"), dice()),
        prose.paragraph_after(given, subject("HY001"), dice()),
    )
    assert before is not None
    assert after is not None
    assert (before.at, before.here["preamble"][1:]) == (("/preamble/2",), ["甲。", "乙。"])
    assert (after.at, after.here["preamble"][:2]) == (("/preamble/1",), ["甲。", "乙。"])


MANNERS = {
    "digits": (prose.full_width_digits, "公开12条。", "公开１２条。"),
    "half": (prose.half_width_marks, "公开（含图解），如下：", "公开(含图解),如下:"),
    "full": (prose.full_width_marks, "公开1,200条,10:30(含图解)", "公开1,200条，10:30（含图解）"),
    "spaces": (prose.spaced_numbers, "公开12条，收到3件。", "公开 12 条，收到 3 件。"),
    "thousands": (
        prose.thousands,
        "2023年12345条、〔2021〕1234号1200件",
        "2023年12,345条、〔2021〕1234号1,200件",
    ),
    "nothing to change": (prose.thousands, "2023年公开123条", None),
    "code": (prose.full_width_digits, "<b>12</b>", None),
}


@pytest.mark.parametrize(("vary", "text", "expected"), MANNERS.values(), ids=MANNERS)
def test_another_manner_of_writing(vary: Vary, text: str, expected: str | None) -> None:
    made = vary(scene({"/preamble": [text]}), subject("HY001"), dice())
    assert (made.here["preamble"] if made else None) == ([expected] if expected else None)


def test_what_a_rule_looks_at() -> None:
    """The given places, and whatever an example names."""
    spec = {
        "given": "/sections/*/paragraphs/*",
        "examples": {"good": [{"report": {"/year": 2023}, "remove": ["/sections/disputes/table/reconsideration"]}]},
    }
    texts = {f"/sections/{name}/paragraphs" for name in SECTIONS}
    assert looked_at(spec, "python") == texts | {"/year", "/sections/disputes/table"}
    assert looked_at(spec, "schema") == {"/year", "/sections/disputes/table"}


def test_other_ground_leaves_what_the_rule_looks_at() -> None:
    """Tables that no example names are another report's; the table of the rule stays."""
    about = subject("AR004")
    given = scene({"/sections/disputes/table/reconsideration": [10, 1, 0, 0, 0]}, complete=True)
    made = figures.other_ground(given, about, dice(3))
    assert made is not None
    for table, same in (("disputes", True), ("applications", False), ("proactive", False)):
        at = f"/sections/{table}/table"
        assert (resolve(made.here, at) == resolve(given.here, at)) is same, table


def test_other_ground_does_not_contradict_the_text() -> None:
    """A text that speaks of its year keeps its title."""
    given = scene({"/title": "示例市水利局2023年报告", "/sections/problems/paragraphs": ["2023年的问题。"]})
    made = figures.other_ground(given, subject("AR004"), dice())
    assert made is not None
    assert made.here["title"] == given.here["title"]


MULTIPLIED = {
    "a relation": ("AR004", True),
    "conditions with a least": ("PL009", True),
    "a figure that a condition wants to be 0": ("PL003", True),
}


@pytest.mark.parametrize(("identifier", "expected"), MULTIPLIED.values(), ids=MULTIPLIED)
def test_multiplied(identifier: str, expected: bool) -> None:
    """All figures by one number, where the declaration allows it."""
    given = scene({"/year": 2023, "/sections/disputes/table/reconsideration": [10, 1, 0, 0, 11]})
    made = figures.multiplied(given, subject(identifier), dice())
    assert (made is not None) is expected
    assert made is not None
    cells = list(made.here["sections"]["disputes"]["table"]["reconsideration"].values())
    times = cells[0] // 10
    assert (cells, made.here["year"], times > 1) == ([10 * times, times, 0, 0, 11 * times], 2023, True)


def test_not_multiplied_where_a_bound_is_above(tmp_path: Path) -> None:
    """``total <= 9`` need not hold for larger figures."""
    rest = """\
given: /sections/disputes/table/reconsideration
check: {conditions: [{holds: ["total <= 9", "total > upheld"]}]}
examples:
  good: [{report: {/sections/disputes/table/reconsideration: [3, 0, 0, 0, 3]}}]
  bad: [{report: {/sections/disputes/table/reconsideration: [3, 0, 0, 0, 4]},
         findings: [{at: /sections/disputes/table/reconsideration/total}]}]
"""
    folder = written(tmp_path, rest)
    assert tried_in(folder).failed == ()
    rule = next(rule for rule in load(folders=(folder,)).rules if rule.id == "XX001")
    about = subject_of(rule, parse(folder / "own.yaml"))
    given = scene({"/sections/disputes/table/reconsideration": [3, 0, 0, 0, 4]})
    assert figures.multiplied(given, about, dice()) is None


def test_a_rule_of_which_little_can_be_made(tmp_path: Path) -> None:
    """How few violations there are is told; it fails nothing."""
    names_ = ("ground", "paragraph-before", "paragraph-after", "sentence-before")
    rest = f"""\
check: {{python: true}}
examples:
  fixed: {{{", ".join(f"{name}: for the test" for name in names_)}}}
  good: [{{report: {{/preamble: [甲]}}}}]
  bad: [{{report: {{/preamble: [乙]}}, findings: [{{at: /preamble/0}}]}}]
"""
    found = tried_in(written(tmp_path, rest, PYTHON % '"乙" in text'))
    assert (found.failed, found.violations) == ((), Trial(0))
    assert found.why_few is not None
    assert found.why_few.en == "only 0 different violations can be made from its examples"


def test_what_a_rule_file_keeps_off(tmp_path: Path) -> None:
    """A variation that does not keep what the examples show is named there, with the reason, and not applied."""
    fixed = EXAMPLES.replace("examples:\n", "examples:\n  fixed: {full-width-digits: codes are typed in half width}\n")
    found = tried_in(written(tmp_path, "check: {python: true}\n" + fixed, PYTHON % '"66" in text'))
    assert found.failed == ()


def test_a_variation_that_is_none(tmp_path: Path) -> None:
    """Is an error of the rule file, at its line."""
    fixed = EXAMPLES.replace("examples:\n", "examples:\n  fixed: {full-width: codes}\n")
    with pytest.raises(RuleError) as raised:
        tried_in(written(tmp_path, "check: {python: true}\n" + fixed, PYTHON % '"66" in text'))
    assert raised.value.place is not None
    assert raised.value.place.line == 12
    assert raised.value.words.en.startswith("there is no variation 'full-width' (")


def test_a_rule_of_the_linter_has_nothing_to_vary() -> None:
    assert subject("LT001").kind == "linter"
    assert Scene({}).corpus(subject("LT001").rule) is None
