"""``sarif``: judged by the schema of OASIS; places, related cells, fixes that mend, and what is no result."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from lint.formatters.look import Look
from lint.formatters.sarif_places import artifact, message
from lint.model.finding import Severity
from lint.model.place import Place
from lint.model.run import Checked
from lint.model.text import Language
from tests.cli.support_cli import BROKEN, THREE, changed, dumped
from tests.formatters.support_formatters import HOSTILE, checked, rendered, results, session

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
JUDGE = Draft4Validator(SCHEMA)
LOOK = Look("zh", version="1.2.3", rules=session().book.rules)
TEXTS = ("json", "yaml", "txt", "md")
DOCUMENTS = ("docx", "xlsx", "html")


def run(*found: Checked, look: Look = LOOK) -> Any:
    """The one run of the log of some results."""
    return json.loads(rendered("sarif", found, look))["runs"][0]


@cache
def example(form: str) -> Checked:
    """The broken example in one format."""
    path = BROKEN.with_suffix(f".{form}")
    return checked(path.name, path.read_bytes())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", results())
def test_every_result_fits_the_schema(name: str, language: Language) -> None:
    log = json.loads(rendered("sarif", [results()[name]], LOOK._replace(language=language)))
    assert [f"{list(fault.path)} {fault.message}" for fault in JUDGE.iter_errors(log)] == []


@pytest.mark.parametrize("form", [*TEXTS, *DOCUMENTS])
def test_every_form_of_report_fits_the_schema(form: str) -> None:
    log = json.loads(rendered("sarif", [example(form)], LOOK))
    assert list(JUDGE.iter_errors(log)) == []


def test_the_schema_is_asked_indeed() -> None:
    log = json.loads(rendered("sarif", [example("json")], LOOK))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(list(JUDGE.iter_errors(log))) == 1


def test_rules_have_their_words_and_their_law() -> None:
    found = run(results()["failing"])
    driver = found["tool"]["driver"]
    assert (driver["name"], driver["version"], found["language"], found["columnKind"]) == (
        "xxgk-lint", "1.2.3", "zh-CN", "unicodeCodePoints",
    )  # fmt: skip
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in session().book.rules]
    (told,) = (rule for rule in driver["rules"] if rule["id"] == "AR003")
    (rule,) = (rule for rule in session().book.rules if rule.id == "AR003")
    assert told == {
        "id": "AR003",
        "name": "row-total",
        "shortDescription": {"text": rule.title.zh},
        "fullDescription": {"text": rule.why.zh},
        "help": {"text": f"{rule.why.zh}\n\n依据: {rule.basis.zh}\n\n{rule.confidence.zh}"},
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "basis": rule.basis.zh, "confidence": rule.confidence.zh, "since": rule.since, "status": rule.status,
            "tags": ["AR"],
        },
    }  # fmt: skip


def test_levels_are_those_of_findings() -> None:
    """error, warning and note; a rule that nobody loaded is described as far as its finding tells."""
    for name, level in (("failing", "error"), ("warned", "warning"), ("informed", "note")):
        (result,) = run(results()[name])["results"]
        assert result["level"] == level
    found = run(results()["warned"], look=Look("en"))
    (result,), (rule,) = found["results"], found["tool"]["driver"]["rules"]
    assert (result["ruleIndex"], rule["id"], rule["defaultConfiguration"]) == (0, "ST003", {"level": "warning"})


def test_one_cause_to_the_letter() -> None:
    """One result at the wrong cell; the cells of both equations are related, each once; the fix is the true figure."""
    one = checked("d/r.json", dumped(changed(f"{THREE}/carried_in/total", 2)))
    (result,) = run(one)["results"]
    assert (result["ruleId"], result["level"]) == ("AR003", "error")
    first, *relations = result["message"]["text"].split("\n")
    assert first.startswith("表三 二、上年结转政府信息公开申请数量 × 总计：2 应为 1（一位数字写错")
    assert [line[:5] for line in relations[:2]] == ["AR001", "AR003"]
    (place,) = result["locations"]
    assert place == {
        "physicalLocation": {
            "artifactLocation": {"uri": "d/r.json"},
            "region": {"startLine": 74, "startColumn": 20, "endLine": 74, "endColumn": 21},
        },
        "logicalLocations": [{"fullyQualifiedName": f"{THREE}/carried_in/total", "name": "total", "kind": "value"}],
        "message": {"text": "表三 二、上年结转政府信息公开申请数量 × 总计 第74行第20列"},
    }
    related = [at["logicalLocations"][0]["fullyQualifiedName"] for at in result["relatedLocations"]]
    cells = {str(found.pointer) for found in one.diagnostics} | {
        at for found in one.diagnostics for at, _ in found.related
    }
    assert sorted(related) == sorted(cells - {f"{THREE}/carried_in/total"})
    assert result["fixes"] == [
        {
            "description": {"text": first},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "d/r.json"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 74, "startColumn": 20, "endLine": 74, "endColumn": 21},
                            "insertedContent": {"text": "1"},
                        }
                    ],
                }
            ],
        }
    ]
    told = [(found["rule"], found["fingerprint"]) for found in result["properties"]["findings"]]
    assert told == [(found.rule, found.fingerprint) for found in one.diagnostics]


def mended(text: str, replacements: list[dict[str, Any]]) -> str:
    """The text with the replacements of a fix, as a viewer would make them; of one line each, from the last on."""
    lines = text.split("\n")
    for one in sorted(replacements, key=lambda one: one["deletedRegion"]["startColumn"], reverse=True):
        region = one["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        before, after = line[: region["startColumn"] - 1], line[region["endColumn"] - 1 :]
        lines[region["startLine"] - 1] = before + one["insertedContent"]["text"] + after
    return "\n".join(lines)


@pytest.mark.parametrize("form", TEXTS)
def test_fixes_mend_the_file(form: str) -> None:
    """Made one after the other, they leave no broken relation that a fix promises to mend, and nothing else changes."""
    text = BROKEN.with_suffix(f".{form}").read_text(encoding="utf-8")
    found = [one for one in run(example(form))["results"] if "fixes" in one]
    assert len(found) >= 2
    for one in found:
        ((change,),) = (fix["artifactChanges"] for fix in one["fixes"])
        text = mended(text, change["replacements"])
    again = checked(f"broken.{form}", text)
    left = {one.fingerprint for one in again.diagnostics}
    promised = {each["fingerprint"] for one in found for each in one["properties"]["findings"]}
    assert not promised & left
    others = {one.fingerprint for one in example(form).diagnostics} - promised
    assert others <= left


@pytest.mark.parametrize("form", DOCUMENTS)
def test_documents_have_no_fixes_but_words(form: str) -> None:
    """Nobody knows the bytes of a cell in Word or Excel, or in markup: the figure stands in the message."""
    found = [one for one in run(example(form))["results"] if len(one["properties"]["findings"]) > 1]
    assert found
    assert all("应为" in one["message"]["text"] and "fixes" not in one for one in found)
    regions = [at["physicalLocation"].get("region") for one in found for at in one["locations"]]
    assert all(region is None or set(region) == {"startLine"} for region in regions)


def test_no_fix_where_the_cell_is_not_written() -> None:
    """The nearest place around a missing cell is not the cell: replacing it would destroy the row."""
    tree = changed(f"{THREE}/new/total", 11)
    del tree["sections"]["applications"]["table"]["new"]["research"]
    one = checked("r.json", dumped(tree))
    (cause,) = one.causes
    (repair,) = cause.repairs
    elsewhere = repair._replace(cells=(repair.cells[0]._replace(pointer=f"{THREE}/new/research"),))
    moved = one._replace(causes=(cause._replace(repairs=(elsewhere,)),))
    assert [len(result.get("fixes", [])) for result in run(one)["results"]] == [0, 1]
    assert [len(result.get("fixes", [])) for result in run(moved)["results"]] == [0, 0]


def test_no_fix_where_nothing_is_decided() -> None:
    one = results()["failing"]
    undecided = one._replace(causes=tuple(cause._replace(decided=False) for cause in one.causes))
    assert "fixes" in run(one)["results"][0]
    assert "fixes" not in run(undecided)["results"][0]


ENDINGS: dict[str, tuple[str, str, int, list[str]]] = {
    # Result, lowest level that fails, exit code, notifications.
    "clean": ("clean-json", "error", 0, []),
    "findings": ("failing", "error", 1, []),
    "findings-that-may-be": ("warned", "error", 0, []),
    "findings-that-may-not-be": ("warned", "warning", 1, []),
    "never": ("failing", "never", 0, []),
    "undecided": ("undecided", "info", 0, ["undecided"]),
    "unread": ("broken-syntax", "never", 2, ["LT003"]),
    "half-read": ("half-read", "never", 2, ["LT005", "undecided"]),
    "passed-over": ("passed-over", "error", 2, ["passed-over"]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "fail_on", "code", "told"), ENDINGS.values(), ids=ENDINGS)
def test_the_invocation(name: str, fail_on: str, code: int, told: list[str]) -> None:
    """Its exit code, and as notifications all that is no finding about a report."""
    found = run(results()[name], look=LOOK._replace(fail_on=fail_on))
    (invocation,) = found["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (code, code < 2)
    assert [note["descriptor"]["id"] for note in invocation["toolExecutionNotifications"]] == told
    assert not any(result["ruleId"].startswith("LT") for result in found["results"])


def test_what_was_waived_is_suppressed() -> None:
    one = results()["warned"]
    waived = one._replace(diagnostics=tuple(found._replace(waived="已与上级商定") for found in one.diagnostics))
    (result,) = run(waived)["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "已与上级商定"}]


def test_fingerprints_stay_when_lines_move_and_differ_within_a_file() -> None:
    before = run(example("json"))["results"]
    moved = checked("broken.json", "\n\n\n" + BROKEN.read_text(encoding="utf-8"))
    after = run(moved)["results"]
    marks = [one["partialFingerprints"]["xxgkLint/v1"] for one in before]
    assert marks == [one["partialFingerprints"]["xxgkLint/v1"] for one in after]
    assert len(set(marks)) == len(marks)
    lines = [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in before]
    assert [line + 3 for line in lines] == [
        one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in after
    ]


SOURCES = {
    "plain": ("reports/a.json", "reports/a.json"),
    "here": ("./a.json", "a.json"),
    "chinese": ("报告 1.json", "%E6%8A%A5%E5%91%8A%201.json"),
    "colon": ("a:b.json", "a%3Ab.json"),
    "signs": ("a%?#&.json", "a%25%3F%23%26.json"),
    "absolute": ("/tmp/a.json", "file:///tmp/a.json"),  # noqa: S108 - a name only
    "byte-of-no-text": ("\udcff.json", "%FF.json"),
    "lone-surrogate": ("\ud800.json", "%ED%A0%80.json"),
    "hostile": (HOSTILE, None),
}


@pytest.mark.parametrize(("source", "uri"), SOURCES.values(), ids=SOURCES)
def test_any_name_of_a_file_is_an_address(source: str, uri: str | None) -> None:
    found = artifact(source)["uri"]
    assert found.isascii()
    assert uri in (found, None)
    assert uri is not None or unquote(found) == source


def test_messages_make_no_links_and_no_placeholders() -> None:
    assert message("[点此](http://example.org) {0} \x1b") == "[点此] (http://example.org) {{0}} \\x1b"


def test_a_place_in_a_grid_is_no_column_of_the_text() -> None:
    found = results()["warned"].diagnostics[0]._replace(place=Place(line=7, table=2, row=3, column=4))
    (result,) = run(results()["warned"]._replace(diagnostics=(found,)))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


def test_every_level_is_known() -> None:
    one = results()["warned"]
    found = [one.diagnostics[0]._replace(severity=severity) for severity in Severity]
    levels = [run(one._replace(diagnostics=(each,)))["results"][0]["level"] for each in found]
    assert levels == ["error", "warning", "note"]
