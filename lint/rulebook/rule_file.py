"""One rule file: parsed with places, held against the schema, built."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lint import resources
from lint.engine.checks.patterns import vet
from lint.engine.checks.table import words_of
from lint.engine.schemas import Judge, SchemaError, best_judge
from lint.model.errors import RuleError, Unreadable
from lint.model.place import Place
from lint.model.pointer import Pointer, parent
from lint.model.rule import Rule
from lint.model.text import Text
from lint.readers.decode import decode
from lint.readers.yaml_ import parse_yaml
from lint.rulebook.building import build


class Parsed(NamedTuple):
    """What a rule file says, and where it says it."""

    spec: Mapping[str, Any]
    places: Mapping[Pointer, Place]
    source: Path

    def error(self, words: Text, at: Pointer = "") -> RuleError:
        """An error of this file at a pointer, or at the nearest place around it."""
        where: Pointer | None = at
        while where is not None and where not in self.places:
            where = parent(where)
        return RuleError(words, str(self.source), self.places.get(where or ""))


def parse(source: Path) -> Parsed:
    """Read one rule file and hold it against the schema. Raises RuleError with file, line and column."""
    parsed = parse_mapping(source)
    errors = _judge()(parsed.spec)
    if errors:
        raise parsed.error(_words(errors[0]), errors[0].at)
    _same_fields(parsed)
    return parsed


def parse_mapping(source: Path) -> Parsed:
    """Read a YAML file that holds a mapping. Raises RuleError with file, line and column."""
    try:
        value, places = parse_yaml(decode(source.read_bytes()).text)
    except Unreadable as error:
        raise RuleError(error.words, str(source), error.place) from None
    except OSError as error:
        raise RuleError(Text(f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}"), str(source)) from None
    if not isinstance(value, dict):
        raise RuleError(Text("应为一组键值", "a mapping is expected"), str(source), Place(1, 1))
    return Parsed(value, places, source)


def rule_of(parsed: Parsed) -> Rule:
    """Build the rule of a parsed file. Raises RuleError with file, line and column."""
    try:
        for kind in ("forbid", "match"):
            for source in words_of(parsed.spec["check"].get(kind, [])):
                vet(source)
        return build(parsed.spec, parsed.source)
    except RuleError as error:
        raise parsed.error(error.words, "/check") from error


@cache
def _judge() -> Judge:
    return best_judge(resources.schema("rule.schema.json"))


def _words(error: SchemaError) -> Text:
    what = error.at or "/"
    match error.keyword:
        case "required":
            return Text(f"缺少 {what}", f"{what} is missing")
        case "additionalProperties":
            return Text(f"不认识的键 {what}", f"unknown key {what}")
        case _:
            expected, keyword = error.values.get("expected", ""), error.keyword.partition(":")[0]
            return Text(f"{what} 不合要求（{keyword}：{expected}）", f"{what} does not fit {keyword}: {expected}")


def _same_fields(parsed: Parsed) -> None:
    """Both languages of a message must use the same values."""
    message = Text(parsed.spec["message"]["zh"], parsed.spec["message"]["en"])
    try:
        zh, en = message.fields()
    except ValueError as error:
        raise parsed.error(Text(f"message 模板有误：{error}", f"bad message template: {error}"), "/message") from None
    if zh != en:
        differing = ", ".join(sorted(zh ^ en))
        raise parsed.error(
            Text(f"message 两种语言所用的值不同：{differing}", f"the languages use different values: {differing}"),
            "/message",
        )
