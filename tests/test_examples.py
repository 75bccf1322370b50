"""The examples: all forms of each are one report; clean ones are clean, the broken one is as is written here."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint import Checked, Session, Severity
from lint.model.finding import Diagnostic
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.settings import Settings
from lint.rulebook.examples import example_report

EXAMPLES = Path(__file__).parents[1] / "examples"
CLEAN = ("city", "county", "department", "office")
NAMES = [*(f"clean/{name}" for name in CLEAN), "broken/department"]
LINES = ("json", "yaml", "txt")
DOCUMENTS = ("txt", "docx", "html", "md", "xlsx", "pdf")
GAPS = ("html", "pdf")
FORMS = ("json", "yaml", *DOCUMENTS)
# Made by LibreOffice of one example, in examples/office; those of Word need it to be read as well.
CONVERTED = ("doc", "odt", "rtf", "xls", "ods")
NEEDED = {form: pytest.mark.needs_program("soffice") for form in ("doc", "odt", "rtf")}
NEEDED |= {form: pytest.mark.needs_module("python_calamine") for form in ("xls", "ods")}
CASES_CONVERTED = [pytest.param("clean/department", form, marks=NEEDED.get(form, ())) for form in CONVERTED]
CASES_OF_DOCUMENTS = [*((name, form) for name in NAMES for form in DOCUMENTS), *CASES_CONVERTED]
CASES = [*((name, form) for name in NAMES for form in ("json", "yaml")), *CASES_OF_DOCUMENTS]
CASES_CLEAN = [*((f"clean/{name}", form) for name in CLEAN for form in FORMS), *CASES_CONVERTED]
TWO, THREE, FOUR = (f"/sections/{name}/table" for name in ("proactive", "applications", "disputes"))
# A document does not say these: they are told by the name, or unknown. A page with all around it says when it appeared.
NOT_IN_DOCUMENTS = ("agency", "published")
PAGES_WITH_DATE = [(name, "html") for name in NAMES if name != "clean/city"]


@cache
def session() -> Session:
    """The bundled rules, loaded once."""
    return Session()


@cache
def checked(name: str, form: str) -> Checked:
    """What comes of one form of an example."""
    folder = "office/department" if form in CONVERTED else name
    return session().check_bytes(f"{name}.{form}", (EXAMPLES / f"{folder}.{form}").read_bytes())


def tree(name: str, form: str) -> dict[str, Any]:
    """The tree of one form of an example."""
    report = checked(name, form).report
    assert report is not None
    return report.tree


def as_wide(form: str, value: Any) -> Any:
    """A value in whose texts every gap is one space, where a format does not say how many spaces a gap is."""
    if form not in GAPS:
        return value
    if isinstance(value, str):
        return re.sub("[ \u00a0]+", " ", value)
    if isinstance(value, dict):
        return {key: as_wide(form, below) for key, below in value.items()}
    return [as_wide(form, below) for below in value] if isinstance(value, list | tuple) else value


def test_there_are_no_others() -> None:
    found = {str(path.relative_to(EXAMPLES)).replace("\\", "/") for path in EXAMPLES.glob("*/*.*")}
    converted = {f"office/department.{form}" for form in CONVERTED}
    assert found == {f"{name}.{form}" for name in NAMES for form in FORMS} | converted


BESIDE: dict[str, tuple[str, str | None, str | None, list[tuple[str, str]]]] = {
    # A report, those of earlier years, those of members, and what is found.
    "text": (
        "more/text/department.txt", None, None,
        [(rule, "/sections/overview/paragraphs/2") for rule in ("TX001", "TX004")],
    ),
    "years": ("clean/department.txt", "more/2022", None, [("YY001", f"{THREE}/carried_in/total")]),
    "members": (
        "clean/county.txt", None, "more/members",
        [(rule, f"{THREE}/results/denied/internal/total") for rule in ("GV002", "GV003")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "previous", "members", "findings"), BESIDE.values(), ids=BESIDE)
def test_what_is_found_beside_other_reports(
    name: str, previous: str | None, members: str | None, findings: list[tuple[str, str]]
) -> None:
    years, below = ((str(EXAMPLES / path),) if path is not None else () for path in (previous, members))
    [found] = Session(Settings(previous=years, members=below)).check_paths([EXAMPLES / name])
    assert [(one.rule, one.pointer) for one in found.diagnostics] == findings


@pytest.mark.parametrize("path", ["2022/department", "members/education", "members/water"])
def test_reports_to_compare_with_are_clean_alone(path: str) -> None:
    [found] = session().check_paths([EXAMPLES / f"more/{path}.txt"])
    assert ([one.rule for one in found.diagnostics], found.state) == ([], "read")


@pytest.mark.parametrize("name", NAMES)
def test_json_and_yaml_are_one_tree(name: str) -> None:
    """To the last key."""
    assert tree(name, "yaml") == tree(name, "json")


@pytest.mark.parametrize(("name", "form"), CASES_OF_DOCUMENTS)
def test_documents_are_that_tree(name: str, form: str) -> None:
    """In all that a document says."""
    document, whole = as_wide(form, tree(name, form)), as_wide(form, tree(name, "json"))
    assert {key: value for key, value in document.items() if key not in NOT_IN_DOCUMENTS} == {
        key: value for key, value in whole.items() if key not in NOT_IN_DOCUMENTS
    }
    assert document["agency"]["name"] == whole["agency"]["name"]
    assert document["published"] == (whole["published"] if (name, form) in PAGES_WITH_DATE else None)


@pytest.mark.parametrize(("name", "form"), CASES_OF_DOCUMENTS)
def test_nothing_is_odd_about_documents(name: str, form: str) -> None:
    """No part unread, nothing that the tree could not hold."""
    report = checked(name, form).report
    assert report is not None
    assert (report.troubles, report.document.remarks) == ((), ())


@pytest.mark.parametrize(("name", "form"), CASES)
def test_all_forms_are_one_body(name: str, form: str) -> None:
    """Name, kind, year and edition, told or inferred; the level where the name decides it, which 市 does not."""
    whole, other = checked(name, "json").report, checked(name, form).report
    assert whole is not None
    assert other is not None
    inferred = whole.identity._replace(level=None if "示例市" in str(whole.identity.agency) else "county")
    assert other.identity == (whole.identity if form in ("json", "yaml") else inferred)


@pytest.mark.parametrize(("name", "form"), CASES)
def test_figures_are_of_one_type(name: str, form: str) -> None:
    """``1`` is no ``True``, ``1.0`` no ``1``: equal trees have equal types."""
    for section in ("proactive", "applications", "disputes"):
        tables = [tree(name, each)["sections"][section]["table"] for each in ("json", form)]
        assert list(_types(tables[0])) == list(_types(tables[1]))


def _types(value: Any) -> Iterator[str]:
    yield f"{type(value).__name__} {value}"
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for below in items:
        yield from _types(below)


@pytest.mark.parametrize(("name", "form"), CASES_CLEAN)
def test_clean_examples_are_clean(name: str, form: str) -> None:
    """No finding at all, nothing left unread, no rule crashed, and most questions answered."""
    found = checked(name, form)
    assert [(one.rule, one.pointer, one.message.en) for one in found.diagnostics] == []
    assert (found.state, found.tally.failed, found.tally.crashed) == ("read", 0, 0)
    assert found.tally.undecided <= 3
    assert found.tally.passed > 70


BROKEN: list[tuple[str, Severity, Pointer]] = [
    ("ST009", Severity.WARNING, "/preamble/0"),
    ("ST010", Severity.WARNING, "/preamble/0"),
    ("ST011", Severity.WARNING, "/preamble/0"),
    ("ST008", Severity.WARNING, "/sections/overview/paragraphs/0"),
    ("ST014", Severity.ERROR, "/sections/overview/paragraphs/1"),
    ("ST013", Severity.ERROR, "/sections/overview/paragraphs/3"),
    ("ST012", Severity.WARNING, "/sections/overview/paragraphs/5"),
    ("PL001", Severity.ERROR, f"{TWO}/regulations/in_force"),
    ("PL002", Severity.WARNING, f"{TWO}/normative_documents/in_force"),
    ("CE002", Severity.WARNING, f"{TWO}/fees/amount"),
    ("AR003", Severity.ERROR, f"{THREE}/new/total"),
    ("AR003", Severity.ERROR, f"{THREE}/results/granted/total"),
    ("AR001", Severity.ERROR, f"{THREE}/results/total/natural_person"),
    ("AR002", Severity.ERROR, f"{THREE}/results/total/natural_person"),
    ("AR001", Severity.ERROR, f"{THREE}/results/total/total"),
    ("AR004", Severity.ERROR, f"{FOUR}/reconsideration/total"),
    ("ST003", Severity.WARNING, "/sections/problems/heading"),
    ("PL006", Severity.WARNING, "/sections/other/paragraphs/0"),
]


@pytest.mark.parametrize("form", FORMS)
def test_the_broken_example(form: str) -> None:
    """Exactly these, in the order of the document."""
    found = checked("broken/department", form)
    assert [(one.rule, one.severity, one.pointer) for one in found.diagnostics] == BROKEN


def without_place(form: str, found: Diagnostic) -> Any:
    """A finding without its places, the row of a table among them; where a gap is any space, without a print of it."""
    where = found.where if form in LINES else None
    fingerprint = "" if form in GAPS and found.rule == "ST014" else found.fingerprint
    bare = {**found._asdict(), "place": None, "related": (), "where": where, "fingerprint": fingerprint}
    return as_wide(form, bare)


@pytest.mark.parametrize("form", FORMS[1:])
def test_the_broken_example_says_the_same_in_every_form(form: str) -> None:
    """Words, values, equations and fingerprints; only places differ."""
    one, other = checked("broken/department", "json"), checked("broken/department", form)
    assert [without_place(form, found) for found in one.diagnostics] == [
        without_place(form, found) for found in other.diagnostics
    ]
    assert [[at for at, _ in found.related] for found in one.diagnostics] == [
        [at for at, _ in found.related] for found in other.diagnostics
    ]


PLACES: dict[str, tuple[str, Pointer, dict[str, tuple[int, int, int, int]]]] = {
    # Rule, pointer, and in each form: line, column, last line, one past the last column.
    "paragraph": ("ST014", "/sections/overview/paragraphs/1", {
        "json": (19, 9, 19, 43), "yaml": (16, 9, 16, 43), "txt": (8, 1, 8, 33),
    }),
    "cell-of-two": ("PL001", f"{TWO}/regulations/in_force", {
        "json": (33, 23, 33, 24), "yaml": (25, 55, 25, 56), "txt": (19, 8, 19, 9),
    }),
    "decimal": ("CE002", f"{TWO}/fees/amount", {
        "json": (50, 21, 50, 31), "yaml": (30, 22, 30, 32), "txt": (30, 9, 30, 19),
    }),
    "cell-of-three": ("AR003", f"{THREE}/new/total", {
        "json": (65, 20, 65, 21), "yaml": (35, 112, 35, 113), "txt": (38, 30, 38, 31),
    }),
    "cell-after-two-labels": ("AR003", f"{THREE}/results/granted/total", {
        "json": (84, 22, 84, 23), "yaml": (38, 118, 38, 119), "txt": (40, 31, 40, 32),
    }),
    "cell-of-two-digits": ("AR001", f"{THREE}/results/total/total", {
        "json": (281, 22, 281, 24), "yaml": (63, 116, 63, 118), "txt": (61, 19, 61, 21),
    }),
    "cell-of-four": ("AR004", f"{FOUR}/reconsideration/total", {
        "json": (304, 20, 304, 21), "yaml": (69, 80, 69, 81), "txt": (70, 10, 70, 11),
    }),
    "heading": ("ST003", "/sections/problems/heading", {
        "json": (323, 18, 323, 31), "yaml": (73, 14, 73, 27), "txt": (72, 1, 72, 12),
    }),
}  # fmt: skip


@pytest.mark.parametrize("form", LINES)
@pytest.mark.parametrize(("rule", "pointer", "places"), PLACES.values(), ids=PLACES)
def test_places(rule: str, pointer: Pointer, places: dict[str, tuple[int, int, int, int]], form: str) -> None:
    """Line and column in characters from 1, the end one past the last."""
    every = checked("broken/department", form).diagnostics
    assert [one.place for one in every if (one.rule, one.pointer) == (rule, pointer)] == [Place(*places[form])]


def test_what_stands_at_a_place() -> None:
    """The text between the columns is the value itself."""
    for form in LINES:
        lines = (EXAMPLES / f"broken/department.{form}").read_text(encoding="utf-8").split("\n")
        for found in checked("broken/department", form).diagnostics:
            if found.rule.startswith(("AR", "PL00", "CE")) and found.rule != "PL006":
                assert found.place is not None
                assert found.place.line is not None
                assert found.place.column is not None
                assert found.place.end_column is not None
                shown = lines[found.place.line - 1][found.place.column - 1 : found.place.end_column - 1]
                assert shown == found.values["actual"]


def test_the_ground_of_rule_examples_is_clean_too() -> None:
    """Rules are tried on a complete report, which must itself have no finding."""
    for edition in ("2021", "2019"):
        report = example_report({"complete": True, "report": {"/edition": edition}})
        assert [(one.rule, one.pointer) for one in session().check_report(report).diagnostics] == []
