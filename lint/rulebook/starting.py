"""A new rule: the next free id of its family, a file that loads, and what is still to be filled in."""

import json
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint.model.errors import UsageError
from lint.model.rule import Rule
from lint.model.text import Text
from lint.resources import bundle_root
from lint.rulebook.templates import HEAD, OPEN, TAIL, TEMPLATES

_LAST = 999
_LONGEST_NAME = 40
_LEAST_NAME = 3
_FAMILY = re.compile(r"[A-Z]{2}")
_LINTER = "LT"
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_NO_FAMILY = Text("“{word}”不是规则族：应为两个字母", "'{word}' is no family: two letters are expected")
_RESERVED = Text("LT 族由程序自身使用", "family LT is the program's own")
_FULL = Text("{family} 族的编号已用完", "family {family} has no number left")
_NO_FOLDER = Text("请用 --rules 写明放规则的文件夹", "say with --rules in which folder the rule belongs")


class Start(NamedTuple):
    """A new rule: its id, and the files to be written with their texts, the YAML first."""

    id: str
    files: tuple[tuple[Path, str], ...]


def start(family: str, title: Text, kind: str, folder: Path, taken: Sequence[Rule], released: Collection[str]) -> Start:
    """A new rule of a family, with a check of one of the kinds of ``TEMPLATES``. Raises UsageError.

    ``title`` may be blank in one language; ``taken`` are the rules there are, ``released`` the ids there ever were.
    """
    identifier = next_id(family, {rule.id for rule in taken} | set(released))
    name = _name(title.en, identifier, {rule.name for rule in taken})
    named = [] if name == _unnamed(identifier) else [name.replace("-", "_")]
    stem = "_".join((identifier.lower(), *named))
    template = TEMPLATES[kind]
    words = {"id": identifier, "name": name, "schema": _schema(folder)}
    words |= {"zh": _quoted(title.zh), "en": _quoted(title.en)}
    text = HEAD.format(**words) + template.check + TAIL + template.examples
    beside = ((folder / f"{stem}.py", template.python),) if template.python else ()
    return Start(identifier, ((folder / f"{stem}.yaml", text), *beside))


def titled(told: str, other: str) -> Text:
    """A title in both languages: Chinese is told by its characters, and the other one may be blank."""
    return Text(told, other) if _CHINESE.search(told) else Text(other, told)


def next_id(family: str, taken: Collection[str]) -> str:
    """The number after the last of a family: none is ever used twice. Raises UsageError where there is none."""
    letters = family.upper()
    if not _FAMILY.fullmatch(letters):
        raise UsageError(_NO_FAMILY.fill({"word": family}))
    if letters == _LINTER:
        raise UsageError(_RESERVED)
    number = max((int(one[2:]) for one in taken if one.startswith(letters)), default=0) + 1
    if number > _LAST:
        raise UsageError(_FULL.fill({"family": letters}))
    return f"{letters}{number:03}"


def folder_of(family: str, rules: Sequence[Rule]) -> Path:
    """The folder in which the bundled rules of a family lie, from within a checkout. Raises UsageError elsewhere."""
    root = bundle_root()
    beside = [Path(rule.source).parent for rule in rules if rule.family == family.upper()]
    own = [folder for folder in beside if root / "rules" in folder.parents]
    if not own or not (root / "pyproject.toml").is_file() or not Path.cwd().is_relative_to(root):
        raise UsageError(_NO_FOLDER)
    return own[0]


def unfilled(spec: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of a rule file under which something is still to be filled in."""
    return tuple(key for key, value in spec.items() if any(_open(text) for text in _texts(value)))


def _open(text: str) -> bool:
    return any(words in text for words in OPEN)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _texts(below)


def _name(title: str, identifier: str, taken: Collection[str]) -> str:
    """A name in kebab-case from the English title, else from the id."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    name = ""
    for word in words:
        longer = f"{name}-{word}".strip("-")
        name = longer if len(longer) <= _LONGEST_NAME else name
    return name if len(name) >= _LEAST_NAME and name not in taken else _unnamed(identifier)


def _unnamed(identifier: str) -> str:
    """What a rule is called until somebody gives it a name."""
    return f"{identifier.lower()}-name"


def _quoted(words: str) -> str:
    """A text as YAML has it within quotation marks; what to fill in where it is blank."""
    return json.dumps(words or " ".join(OPEN), ensure_ascii=False)


def _schema(folder: Path) -> str:
    """Where an editor finds the schema of rule files: relative within a checkout, so that it holds on any machine."""
    schema = bundle_root() / "schemas" / "rule.schema.json"
    here = folder.resolve()
    return Path(os.path.relpath(schema, here)).as_posix() if here.is_relative_to(bundle_root()) else schema.as_uri()
