"""What the schema of rule files finds wrong, in words: what stands there, what is expected, the nearest valid word."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from lint.engine.schemas import SchemaError
from lint.model.nearest import one_of
from lint.model.pointer import Pointer, last, parent, steps
from lint.model.text import Text

_Schema: TypeAlias = Mapping[str, Any]

_SORTS = {
    "string": Text("文字", "text"),
    "object": Text("一组键值", "a mapping"),
    "array": Text("列表", "a list"),
    "integer": Text("整数", "a whole number"),
    "number": Text("数字", "a number"),
    "boolean": Text("true 或 false", "true or false"),
}
_LIMITS = {
    "minLength": Text("至少 {expected} 个字", "text of {expected} or more characters"),
    "maxLength": Text("至多 {expected} 个字", "text of at most {expected} characters"),
    "minItems": Text("至少 {expected} 项的列表", "a list of {expected} or more"),
    "minimum": Text("不小于 {expected} 的数", "at least {expected}"),
    "maximum": Text("不大于 {expected} 的数", "at most {expected}"),
    "exclusiveMinimum": Text("大于 {expected} 的数", "above {expected}"),
}
_SHOULD = Text("{at} 应为{expected}，却是“{actual}”", "{at} should be {expected}, not '{actual}'")
_QUOTES = Text("；数字作文字用时请加引号", ": a number that is meant as text stands in quotation marks")


def first_fault(errors: Iterable[SchemaError], schema: _Schema) -> tuple[Pointer, Text]:
    """The fault to tell of several, and its words: a misspelt key before the one that is missing for it."""
    error = min(errors, key=lambda one: (one.keyword != "additionalProperties", one.at))
    return error.at, _words(error, schema)


def _words(error: SchemaError, schema: _Schema) -> Text:
    keyword = error.keyword.partition(":")[0]
    say = _SAID.get(keyword)
    if say is not None:
        return say(error, schema)
    values = {name: error.values.get(name, "") for name in ("expected", "actual")}
    limit = _LIMITS[keyword].fill(values) if keyword in _LIMITS else Text(keyword, keyword)
    return _should(error, limit)


def _should(error: SchemaError, expected: Text) -> Text:
    actual = error.values.get("actual", "")
    values = ({"at": error.at or "/", "actual": actual, "expected": words} for words in expected)
    zh, en = (template.format_map(one) for template, one in zip(_SHOULD, values, strict=True))
    return Text(zh, en)


def _missing(error: SchemaError, schema: _Schema) -> Text:
    about = _at(schema, error.at).get("description", "").rstrip(".")
    return Text(f"缺少 {error.at}", f"{error.at} is missing" + (f": {about[0].lower()}{about[1:]}" if about else ""))


def _unknown(error: SchemaError, schema: _Schema) -> Text:
    near = one_of(last(error.at), _at(schema, parent(error.at) or "").get("properties", {}))
    return Text(f"不认识的键 {error.at}{near.zh}", f"unknown key {error.at}{near.en}")


def _choice(error: SchemaError, schema: _Schema) -> Text:
    known = [str(one) for one in _at(schema, error.at).get("enum", ())]
    near, actual = one_of(error.values["actual"], known), error.values["actual"]
    return Text(f"{error.at} 不能是“{actual}”{near.zh}", f"{error.at} cannot be '{actual}'{near.en}")


def _sort(error: SchemaError, schema: _Schema) -> Text:
    known = _at(schema, error.at).get("type", ())
    sorts = [_SORTS[name] for name in ([known] if isinstance(known, str) else known)]
    expected = Text("或".join(one.zh for one in sorts), " or ".join(one.en for one in sorts))
    words = _should(error, expected)
    number = "string" in known and error.values["actual"].replace(".", "", 1).isdecimal()
    return Text(words.zh + _QUOTES.zh, words.en + _QUOTES.en) if number else words


def _empty(error: SchemaError, schema: _Schema) -> Text:
    known = ", ".join(_at(schema, error.at).get("properties", ()))
    more = f": {known}" if known else ""
    return Text(
        f"{error.at} 是空的，应有其中之一{more.replace(': ', '：')}",
        f"{error.at} is empty; one of these is expected{more}",
    )


def _constant(error: SchemaError, schema: _Schema) -> Text:
    written = json.dumps(_at(schema, error.at).get("const"))
    return _should(error, Text(f" {written}", written))


_SAID: dict[str, Callable[[SchemaError, _Schema], Text]] = {
    "required": _missing,
    "additionalProperties": _unknown,
    "enum": _choice,
    "const": _constant,
    "type": _sort,
    "minProperties": _empty,
}


def _at(schema: _Schema, at: Pointer) -> _Schema:
    """The part of a schema that speaks of a place; empty where none does."""
    part = schema
    for step in steps(at):
        more = part.get("additionalProperties")
        fallback = more if isinstance(more, Mapping) else {}
        below = (
            part["items"] if "items" in part and step.isdecimal() else part.get("properties", {}).get(step, fallback)
        )
        part = schema["$defs"][last(below["$ref"])] | below if "$ref" in below else below
    return part
