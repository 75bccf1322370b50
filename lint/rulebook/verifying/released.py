"""Ids and names that were ever released: none may be gone, be renamed or be given to another rule.

The list is a JSON file with ``rules``: an object of names by id. What ``rules verify -f json`` writes has one too.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lint.model.errors import UsageError
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.verifying.found import Found

NAME = "released.json"

_LOST = Text(
    "编号 {id}（{name}）曾经发布，现在没有了；不再使用的规则应留下，status 写 retired",
    "{id} ({name}) was released and is gone; a rule no longer wanted stays, with status retired",
)
_RENAMED = Text("编号 {id} 发布时名为 {name}，现为 {now}", "{id} was released as {name}, and is {now} now")
_TAKEN = Text("名称 {name} 发布时属于 {id}", "the name {name} was released as that of {id}")
_BAD = Text(
    "不是发布清单：应为含有 rules 的 JSON", "no list of released rules: JSON with an object 'rules' is expected"
)


def read_released(path: Path) -> Mapping[str, str]:
    """Names by id. Raises UsageError where the file cannot be read or is no such list."""
    try:
        rules = json.loads(path.read_bytes())["rules"]
    except OSError as error:
        raise UsageError(Text(f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}"), str(path)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(_BAD, str(path)) from None
    if not isinstance(rules, dict) or not all(isinstance(name, str) for name in rules.values()):
        raise UsageError(_BAD, str(path))
    return rules


def released(rules: Sequence[Rule], names: Mapping[str, str]) -> Iterator[Found]:
    """What is found about the ids and names of the rules."""
    now = {rule.id: rule.name for rule in rules}
    ids = {name: identifier for identifier, name in names.items()}
    for identifier, name in names.items():
        values = {"id": identifier, "name": name, "now": now.get(identifier, "")}
        if identifier not in now:
            yield Found("lost-id", identifier, None, _LOST.fill(values))
        elif now[identifier] != name:
            yield Found("renamed-id", identifier, "/name", _RENAMED.fill(values))
    for identifier, name in now.items():
        if ids.get(name, identifier) != identifier:
            yield Found("reused-name", identifier, "/name", _TAKEN.fill({"id": ids[name], "name": name}))
