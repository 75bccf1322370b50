"""The index of the bundled rules: one table a family, in Markdown."""

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.families import family_name

_HEAD = """\
# 规则目录 Index of the rules

由 `xxgk-lint rules index -o rules/README.md` 生成，请勿手改。
`xxgk-lint explain 编号` 说明一条规则的缘由、依据、判断方法和误报情形。

Written by `xxgk-lint rules index -o rules/README.md`; do not edit. `xxgk-lint explain ID` tells why a rule exists, on
what basis, how it decides, and what makes it a false alarm.

级别 Severity: error 确定 certain, warning 较有把握 likely, info 值得一看 worth a look.
"""
_COLUMNS = "| 编号 Id | 规则 Rule | 级别 Severity | 依据 Basis |\n|---|---|---|---|"
_SEVERITIES = {"error": "error 错误", "warning": "warning 警告", "info": "info 提示"}


def index(rules: Iterable[Rule], folder: Path) -> str:
    """The index as text; links are relative to ``folder``. Rules come in the order of their ids."""
    return "\n".join(_lines(rules, folder)) + "\n"


def _lines(rules: Iterable[Rule], folder: Path) -> Iterator[str]:
    yield _HEAD.rstrip("\n")
    for letters, members in groupby(rules, key=lambda rule: rule.family):
        name = family_name(letters)
        yield from ("", f"## {letters} {name.zh} {name.en}", "", _COLUMNS)
        yield from (_row(rule, folder) for rule in members)


def _row(rule: Rule, folder: Path) -> str:
    link = Path(os.path.relpath(rule.source, folder)).as_posix()
    cells = (f"[{rule.id}]({link})", f"`{rule.name}`<br>{_both(rule.title)}", _SEVERITIES[rule.severity.value])
    return f"| {' | '.join((*cells, _both(rule.basis)))} |"


def _both(words: Text) -> str:
    """Both languages, safe in a table; once where they are the same."""
    written = [one.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ") for one in (words.zh, words.en)]
    return "<br>".join(dict.fromkeys(written))
