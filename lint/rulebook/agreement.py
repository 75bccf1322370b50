"""What the parts of a rule file say to each other: id and file name, check and message, places and the form.

The schema of rule files judges each part by itself; here is what it cannot say.
"""

import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from lint.engine.checks.table import CHECKS, words_of
from lint.engine.schemas import TYPE_KINDS
from lint.model.form import EDITIONS
from lint.model.nearest import one_of
from lint.model.pointer import Pointer
from lint.model.settings import BODY_LEVELS, KINDS
from lint.model.text import Text
from lint.rulebook.reachable import unreachable

Spec: TypeAlias = Mapping[str, Any]
Faults: TypeAlias = Iterator[tuple[Pointer, Text]]

_ID = re.compile(r"[A-Z]{2}[0-9]{3}")
_FILE_ID = re.compile(r"[a-z]{2}[0-9]{3}(?=_|$)")
_NAME = re.compile(r"[a-z][a-z0-9]{0,39}(?:-[a-z0-9]{1,39}){0,19}")
_LINTER = "LT"
# Keys of `check` that go with a kind and are none themselves.
_WITH = {"at": ("relation", "conditions"), "certain": ("stated",)}
_NEEDS = {"change": "years", "carried": "years", "similarity": "years", "aggregate": "members"}
# The values that the findings of each kind have; those of a Python check are its own affair.
_VALUES = {
    "relation": "left right difference actual expected",
    "conditions": "left right actual",
    "required": "missing",
    "range": "actual least most",
    "forbid": "found",
    "match": "found",
    "remark": "found",
    "stated": "stated expected found",
    "change": "actual before year times",
    "carried": "actual expected before year plus minus",
    "aggregate": "actual expected member count",
    "similarity": "percent year",
    "schema": "name expected actual",
    "linter": "reason",
}
_KEYWORDS = (
    *("required", "additionalProperties", "enum", "enum:unquoted", "const", "minimum", "maximum", "minLength", "type"),
    *(f"type:{kind}" for kind in TYPE_KINDS),
)
_SCOPES = {"edition": EDITIONS, "kind": KINDS, "level": BODY_LEVELS}


def faults(spec: Spec, source: Path) -> Faults:
    """Everything that does not go together, with the pointer at which it stands in the file."""
    yield from _names(spec, source)
    yield from _kinds(spec)
    yield from _scopes(spec.get("when", {}))
    kind = next((name for name in CHECKS if name in spec["check"]), "")
    yield from _needs(spec, kind)
    yield from _places(spec, kind)
    yield from _keywords(spec["check"])
    yield from _message(spec["message"], kind)


def _names(spec: Spec, source: Path) -> Faults:
    identifier, name = spec["id"], spec["name"]
    if not _ID.fullmatch(identifier):
        yield (
            "/id",
            Text(
                f"编号应为两个大写字母和三位数字，如 ZZ001，却是“{identifier}”",
                f"an id is two capital letters and three digits, such as ZZ001, not '{identifier}'",
            ),
        )
    of_file = _FILE_ID.match(source.stem)
    if of_file and of_file[0] != identifier.lower():
        yield (
            "/id",
            Text(
                f"编号 {identifier} 与文件名 {source.name} 不符",
                f"the id {identifier} is not that of the file name {source.name}",
            ),
        )
    if not _NAME.fullmatch(name):
        yield (
            "/name",
            Text(
                f"名称应由小写字母、数字和连字符组成，如 row-total，却是“{name}”",
                f"a name is of small letters, digits and hyphens, such as row-total, not '{name}'",
            ),
        )
    if (identifier[:2] == _LINTER) != ("linter" in spec["check"]):
        yield (
            "/id",
            Text(
                f"{_LINTER} 族只用于程序自身的规则（check: linter）",
                f"family {_LINTER} is for checks of kind linter, and no other",
            ),
        )


def _kinds(spec: Spec) -> Faults:
    check = spec["check"]
    kinds = [name for name in check if name in CHECKS]
    if len(kinds) != 1:
        told = ", ".join(kinds or CHECKS)
        if kinds:
            yield "/check", Text(f"check 只能有一种，却有 {told}", f"a check is of one kind, not of several: {told}")
        else:
            yield (
                "/check",
                Text(
                    f"check 没有种类，应有其中之一：{told}", f"the check has no kind; one of these is expected: {told}"
                ),
            )
    for name, among in _WITH.items():
        if name in check and not any(kind in among for kind in kinds):
            told = ", ".join(among)
            yield f"/check/{name}", Text(f"{name} 只与 {told} 同用", f"{name} goes with {told} only")


def _scopes(when: Spec) -> Faults:
    for name, known in _SCOPES.items():
        for at, value in _listed(when, name):
            if value not in known:
                near = one_of(value, known)
                yield f"/when{at}", Text(f"没有“{value}”{near.zh}", f"there is no {name} '{value}'{near.en}")


def _needs(spec: Spec, kind: str) -> Faults:
    wanted = _NEEDS.get(kind)
    if wanted and spec.get("needs") != wanted:
        yield "/check", Text(f"{kind} 须同时写 needs: {wanted}", f"a check of kind {kind} has to say needs: {wanted}")


def _places(spec: Spec, kind: str) -> Faults:
    given = list(_listed(spec, "given"))
    for at, pattern in given:
        if words := unreachable(pattern):
            yield at, words
    if kind == "required":
        for at, path in _listed(spec["check"], "required"):
            if words := next(
                filter(None, (unreachable(f"{pattern}/{path}") for _, pattern in given or [("", "")])), None
            ):
                yield f"/check{at}", words
    for name in ("source", "plus", "minus"):
        carried = spec["check"].get("carried", {})
        if name in carried and (words := unreachable(carried[name])):
            yield f"/check/carried/{name}", words


def _keywords(check: Spec) -> Faults:
    for at, word in _listed(check, "schema"):
        if word not in _KEYWORDS:
            near = one_of(word, _KEYWORDS)
            yield f"/check{at}", Text(f"没有“{word}”这种约束{near.zh}", f"there is no keyword '{word}'{near.en}")


def _listed(spec: Spec, name: str) -> Iterator[tuple[Pointer, str]]:
    """The words under a key with their pointers, whether it holds one or a list."""
    written = spec.get(name, [])
    for number, word in enumerate(words_of(written)):
        yield (f"/{name}/{number}" if isinstance(written, list) else f"/{name}"), word


def _message(message: Mapping[str, str], kind: str) -> Faults:
    """The languages use the same values, none but those that the check gives, and each as it stands."""
    fields = {}
    for language, template in message.items():
        at = f"/message/{language}"
        try:
            parsed = [part for part in string.Formatter().parse(template) if part[1] is not None]
        except ValueError as error:
            yield at, Text(f"message 模板有误：{error}", f"bad message template: {error}")
            return
        fields[language] = {name for _, name, _, _ in parsed if name}
        yield from ((at, words) for part in parsed if (words := _field(part, kind)))
    if fields["zh"] != fields["en"]:
        differing = ", ".join(sorted(fields["zh"] ^ fields["en"]))
        yield (
            "/message",
            Text(f"message 两种语言所用的值不同：{differing}", f"the languages use different values: {differing}"),
        )


def _field(part: tuple[str, str | None, str | None, str | None], kind: str) -> Text | None:
    _, name, form, conversion = part
    if not name or not name.isidentifier() or form or conversion:
        shown = "{" + (name or "") + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "") + "}"
        return Text(
            f"花括号中只能写值的名称，却是“{shown}”", f"braces hold the name of a value and nothing else, not '{shown}'"
        )
    known = (*_VALUES.get(kind, "").split(), "where")
    if kind == "python" or name in known:
        return None
    near = one_of(name, known)
    return Text(f"{kind} 没有值“{name}”{near.zh}", f"a finding of kind {kind} has no value '{name}'{near.en}")
