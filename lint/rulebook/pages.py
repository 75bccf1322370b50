"""The rules as a folder of Markdown pages: one a rule, one a family, one a kind of check, both languages on each.

What ``explain`` says, in the same words; ``make site`` makes a site of them.
"""

import inspect
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from lint import resources
from lint.engine.checks.table import CHECKS
from lint.model.rule import Rule
from lint.model.text import Language, Text
from lint.rulebook.book import Rulebook
from lint.rulebook.explaining.explained import explained
from lint.rulebook.explaining.listing import KINDS, kind_of
from lint.rulebook.explaining.markdown import as_markdown, safe
from lint.rulebook.families import family_name
from lint.rulebook.rule_file import parse

_LANGUAGES: dict[Language, str] = {"zh": "中文", "en": "English"}
_HOME = """\
# xxgk-lint

政府信息公开工作年度报告检查器：[规则](rules/index.md) · [检查的种类](checks/index.md) · [使用说明](guide/README.md)

Checks the annual information-disclosure reports of Chinese government bodies: [rules](rules/index.md) ·
[kinds of checks](checks/index.md) · [how to use it](guide/README.md)
"""
_RULES = "# 规则 Rules\n\n级别 Severity: error 确定 certain, warning 较有把握 likely, info 值得一看 worth a look."
_CHECKS = """\
# 检查的种类 Kinds of checks

规则文件的 `check` 只写其中一种。 A rule file has exactly one of them under `check`."""
_ROLE = re.compile(r":\w{1,10}:`([^`]{1,80})`")
_WITH = {"at": ("relation", "conditions"), "certain": ("stated",)}


class Page(NamedTuple):
    """A page: its path below the folder, with ``/`` between the steps, and its text."""

    path: str
    text: str


class _Known(NamedTuple):
    """A rule with what its file says."""

    rule: Rule
    spec: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """The kind of its check."""
        return kind_of(self.spec["check"])


def pages(book: Rulebook) -> Iterator[Page]:
    """All pages. Raises RuleError where a rule file has gone bad since the rules were loaded."""
    known = [_Known(rule, parse(Path(rule.source)).spec) for rule in book.rules]
    yield Page("index.md", _HOME)
    families = {letters: list(members) for letters, members in groupby(known, key=lambda one: one.rule.family)}
    yield Page("rules/index.md", _text([_RULES, "", *_links(families)]))
    for letters, members in families.items():
        head = f"# {letters} {_both(family_name(letters))}"
        yield Page(f"rules/{letters}/index.md", _text([head, "", *_rows(members, "")]))
    for one in known:
        yield Page(f"rules/{one.rule.family}/{one.rule.id}.md", _text(_rule(one, book)))
    yield Page(
        "checks/index.md", _text([_CHECKS, "", *(f"- [{kind}]({kind}.md) {_both(KINDS[kind])}" for kind in KINDS)])
    )
    for kind in CHECKS:
        yield Page(f"checks/{kind}.md", _text(_kind(kind, [one for one in known if one.kind == kind])))


def _text(lines: list[str] | Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _both(words: Text) -> str:
    return " ".join(dict.fromkeys((safe(words.zh), safe(words.en))))


def _links(families: Mapping[str, list[_Known]]) -> Iterator[str]:
    for letters, members in families.items():
        yield f"- [{letters} {_both(family_name(letters))}]({letters}/index.md): {len(members)}"


def _rows(members: list[_Known], above: str) -> Iterator[str]:
    """A table of rules; ``above`` leads from the page to the folder of their pages."""
    yield from ("| 编号 Id | 规则 Rule | 级别 Severity |", "|---|---|---|")
    for rule, _ in members:
        folder = f"{above}{rule.family}/" if above else ""
        yield f"| [{rule.id}]({folder}{rule.id}.md) | `{rule.name}`<br>{_both(rule.title)} | {rule.severity.value} |"


def _rule(one: _Known, book: Rulebook) -> Iterator[str]:
    rule = one.rule
    yield f"# {rule.id} {_both(rule.title)}"
    yield from (
        "",
        f"[{rule.family} {_both(family_name(rule.family))}](index.md) · [{one.kind}](../../checks/{one.kind}.md)",
    )
    for language, name in _LANGUAGES.items():
        told = explained(rule, one.spec, language, book.layout("2021"))
        yield from ("", f"## {name}", *list(as_markdown(told, level=2))[1:])


def _kind(kind: str, members: list[_Known]) -> Iterator[str]:
    """What the schema of rule files and the docstrings of the check say, and the rules of this kind."""
    yield f"# {kind} {_both(KINDS[kind])}"
    properties = resources.schema("rule.schema.json")["properties"]["check"]["properties"]
    yield from ("", "## 写法 How it is written", "", "| 键 key | 内容 what | 说明 description |", "|---|---|---|")
    yield from _keys(kind, properties[kind])
    for name, among in _WITH.items():
        if kind in among:
            yield from _keys(name, properties[name])
    yield from ("", "## 如何判断 How it decides", "", *_documented(kind))
    yield from (
        "",
        "## 规则 Rules",
        "",
        *(_rows(members, "../rules/") if members else ("（自带规则未用 no shipped rule）",)),
    )


def _keys(name: str, part: Mapping[str, Any]) -> Iterator[str]:
    """A key and all below it, as the schema describes them."""
    yield f"| `{name}` | {safe(_sort(part))} | {safe(part.get('description', ''))} |"
    below = part.get("properties") or part.get("items", {}).get("properties", {})
    for key, inner in below.items():
        yield from _keys(f"{name}.{key}", inner)


def _sort(part: Mapping[str, Any]) -> str:
    """What may stand there, in the words of JSON Schema."""
    if "const" in part:
        return str(part["const"]).lower()
    if "enum" in part:
        return ", ".join(map(str, part["enum"]))
    sorts = part.get("type", "object")
    return sorts if isinstance(sorts, str) else " / ".join(sorts)


def _documented(kind: str) -> Iterator[str]:
    module = import_module(f"lint.engine.checks.{CHECKS[kind]}")
    for documented in (module, inspect.signature(module.made).return_annotation):
        text = inspect.getdoc(documented) or ""
        yield from (_ROLE.sub(r"`\1`", text).replace("``", "`"), "") if text else ()
