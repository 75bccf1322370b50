"""One rule file: parsed with places, held against the schema, built."""

import codecs
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from lint import resources
from lint.engine.checks.patterns import vet
from lint.engine.checks.table import CHECKS, words_of
from lint.engine.schemas import Judge, best_judge
from lint.model.errors import RuleError, Unreadable
from lint.model.place import Place
from lint.model.pointer import Pointer, parent
from lint.model.rule import Rule
from lint.model.text import Text
from lint.readers.decode import decode
from lint.readers.limits import FILE_BYTES
from lint.readers.yaml_ import parse_yaml
from lint.rulebook.agreement import faults
from lint.rulebook.building import build
from lint.rulebook.extending import KEY as EXTENDS
from lint.rulebook.extending import extended
from lint.rulebook.faults import first_fault

_Done = TypeVar("_Done")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_UTF8 = Text("规则文件须用 UTF-8 编码，请另存", "a rule file has to be UTF-8: save it so")
_NO_MAPPING = Text(
    "应为一组键值：id、name、title……，每行一个",
    "a mapping is expected: id, name, title and so on, each on its own line",
)


class Parsed(NamedTuple):
    """What a rule file says, and where it says it.

    Where it extends another rule, ``spec`` is what both say; ``program`` is the Python file of a check taken over.
    """

    spec: Mapping[str, Any]
    places: Mapping[Pointer, Place]
    source: Path
    program: Path | None = None

    @property
    def code(self) -> Path:
        """The Python file of its check, if that is one: beside the rule, or beside the one it was taken over from."""
        return self.program or self.source.with_suffix(".py")

    def error(self, words: Text, at: Pointer = "") -> RuleError:
        """An error of this file at a pointer, or at the nearest place around it."""
        where: Pointer | None = at
        while where is not None and where not in self.places:
            where = parent(where)
        return RuleError(words, str(self.source), self.places.get(where or ""))


def parse(source: Path) -> Parsed:
    """Read one rule file and hold it against the schema. Raises RuleError with file, line and column."""
    parsed = extended(parse_mapping(source), parse_mapping)
    errors = _judge()({name: value for name, value in parsed.spec.items() if name != EXTENDS})
    at, words = first_fault(errors, _schema()) if errors else next(faults(parsed.spec, source), ("", None))
    if words is not None:
        raise parsed.error(words, at)
    return parsed


def parse_mapping(source: Path) -> Parsed:
    """Read a YAML file that holds a mapping. Raises RuleError with file, line and column."""
    try:
        value, places = parse_yaml(_text(source))
    except Unreadable as error:
        raise RuleError(error.words, str(source), error.place) from None
    except OSError as error:
        raise RuleError(Text(f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}"), str(source)) from None
    if not isinstance(value, dict):
        raise RuleError(_NO_MAPPING, str(source), Place(1, 1))
    return Parsed(value, places, source)


def _text(source: Path) -> str:
    """The text of a file: UTF-8, or UTF-16 with its mark, as YAML has it. Raises Unreadable, OSError."""
    if not source.is_file() and source.exists():
        raise Unreadable("LT002", Text("不是普通文件", "this is no regular file"))
    with source.open("rb") as file:
        data = file.read(FILE_BYTES + 1)
    try:
        # Nothing is guessed here: a rule is to be the same rule on every machine.
        return decode(data, None if data.startswith(_MARKS) or not data else "utf-8").text
    except Unreadable as error:
        raise error if error.place is None else Unreadable("LT002", _NOT_UTF8, error.place) from None


def rule_of(parsed: Parsed) -> Rule:
    """Build the rule of a parsed file. Raises RuleError with file, line and column."""
    check = parsed.spec["check"]
    for kind in ("forbid", "match"):
        for number, source in enumerate(words_of(check.get(kind, []))):
            at = f"/check/{kind}/{number}"
            _raised_at(parsed, at if at in parsed.places else f"/check/{kind}", partial(vet, source))
    kind = next(name for name in CHECKS if name in check)
    return _raised_at(parsed, f"/check/{kind}", partial(build, with_program(parsed), str(parsed.source)))


def with_program(parsed: Parsed) -> dict[str, Any]:
    """What a rule says, with the Python file of its check where that is not the one beside it."""
    return {**parsed.spec, **({"program": str(parsed.program)} if parsed.program else {})}


def _raised_at(parsed: Parsed, at: Pointer, do: Callable[[], _Done]) -> _Done:
    """Do it; what it raises is told at a pointer of the file, unless it names a file and place of its own."""
    try:
        return do()
    except RuleError as error:
        if error.source is not None:
            raise
        raise parsed.error(error.words, at) from error


@cache
def _schema() -> dict[str, Any]:
    return resources.schema("rule.schema.json")


@cache
def _judge() -> Judge:
    return best_judge(_schema())
