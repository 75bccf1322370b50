"""In an editor, a rule file is completed, explained and checked by its first line: tried with a language server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rulebook.support_language_server import PROGRAM, Editor, conversation

ROOT = Path(__file__).parents[2]
SCHEMA = (ROOT / "schemas" / "rule.schema.json").as_uri()
FIRST = f"# yaml-language-server: $schema={SCHEMA}\n"
RULE = (ROOT / "rules" / "arithmetic" / "ar003_row_total.yaml").read_text(encoding="utf-8").split("\n", 1)[1]

pytestmark = pytest.mark.needs_program(PROGRAM)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with conversation(tmp_path_factory.mktemp("rules")) as spoken:
        yield spoken


def opened(editor: Editor, name: str, text: str) -> str:
    """The address of a document that is opened in the editor."""
    uri = f"file:///rules/{name}.yaml"
    editor.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
    return uri


def offered(editor: Editor, name: str, text: str) -> dict[str, object]:
    """What is offered at the end of a text, each with what is said of it."""
    uri = opened(editor, name, text)
    lines = text.split("\n")
    place = {"line": len(lines) - 1, "character": len(lines[-1])}
    found = editor.ask("textDocument/completion", textDocument={"uri": uri}, position=place)
    items = found["items"] if isinstance(found, dict) else found
    return {item["label"]: item.get("documentation") for item in items}


def test_a_shipped_rule_is_without_fault(editor: Editor) -> None:
    assert editor.diagnostics(opened(editor, "whole", FIRST + RULE)) == []


def test_keys_are_offered_and_explained(editor: Editor) -> None:
    """All keys of a rule, each with the words of its schema."""
    found = offered(editor, "new", FIRST)
    assert {"id", "name", "title", "why", "basis", "severity", "check", "message", "examples"} <= set(found)
    assert all(found[name] for name in ("basis", "severity", "check", "confidence"))


def test_kinds_of_check_are_offered(editor: Editor) -> None:
    found = offered(editor, "check", f"{FIRST}check:\n  ")
    assert {"relation", "required", "forbid", "match", "python"} <= set(found)


def test_severities_are_offered(editor: Editor) -> None:
    assert {"error", "warning", "info"} <= set(offered(editor, "severity", f"{FIRST}severity: "))


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [("severity: error", "severity: fatal", "fatal"), ("since:", "sinse:", "sinse")],
    ids=["value", "key"],
)
def test_a_slip_is_underlined(editor: Editor, old: str, new: str, word: str) -> None:
    """Where it stands."""
    text = FIRST + RULE.replace(old, new, 1)
    assert new in text
    lines = text.split("\n")
    found = editor.diagnostics(opened(editor, f"slip-{word}", text))
    assert any(word in lines[one["range"]["start"]["line"]] for one in found)
