"""The schema of a report asks first: its errors, whichever library found them, in one shape.

``jsonschema_rs`` where it is installed, ``jsonschema`` elsewhere. Neither may fetch anything; the schemas hold only
keywords on which both agree.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from lint.engine.glance import surely_fits
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer, join, resolve

Schema: TypeAlias = Mapping[str, Any]
MOST_QUOTED = 40
FEW = 8  # so many trees are looked at before a library is imported: it saves as much time on as many more
_SCHEMES = ("http", "https", "ftp", "file", "data")


class SchemaError(NamedTuple):
    """One error: the keyword, the place that is wrong or missing, and the values for its message.

    The keyword ``type`` is followed by what the mistake is, such as ``type:quoted``: see TYPE_KINDS.
    """

    keyword: str
    at: Pointer
    values: dict[str, str]


class Judge(NamedTuple):
    """Says what is wrong with a tree.

    ``accepts`` is a quick look, for a tree in which no decimal number stands where whole ones are asked for; ``errors``
    gives all errors of any tree, by place.
    """

    accepts: Callable[[object], bool]
    errors: Callable[[object], list[SchemaError]]

    def __call__(self, tree: object) -> list[SchemaError]:
        """All errors of a tree, by place."""
        return self.errors(tree)


_Raw: TypeAlias = tuple[str, tuple[str | int, ...], Any, Mapping[str, Any], object]


def fast_judge(schema: Schema) -> Judge:
    """Judge with jsonschema_rs. Raises ImportError where it is not installed."""
    import jsonschema_rs  # noqa: PLC0415 - optional, and costs 25 ms at the start

    validator = jsonschema_rs.validator_for(dict(schema), retriever=_refuse)

    # To this library 3.0 is an integer, as JSON Schema has it; a count written so is no count to us.
    return Judge(validator.is_valid, lambda tree: _sorted(_fast_errors(validator, schema, tree)))


def plain_judge(schema: Schema) -> Judge:
    """Judge with jsonschema, pure Python: for machines without wheels, and to check the other."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - costs 70 ms at the start

    refusing: dict[str, Any]
    try:
        from referencing import Registry  # noqa: PLC0415

        refusing = {"registry": Registry()}
    except ImportError:  # jsonschema before 4.18: the last that stands on nothing written in Rust
        from jsonschema import RefResolver  # noqa: PLC0415

        # It takes "#/$defs/…" for a part of the schema only where it finds the schema under an empty name too.
        handlers = dict.fromkeys(_SCHEMES, _refuse)
        refusing = {"resolver": RefResolver.from_schema(schema, store={"": schema}, handlers=handlers)}
    validator = Draft202012Validator(schema, **refusing)

    return Judge(validator.is_valid, lambda tree: _sorted(_plain_errors(validator, tree)))


def best_judge(schema: Schema) -> Judge:
    """The fast judge where it is installed, else the plain one; a few trees that plainly fit need neither."""
    return _Patient(schema).judge()


class _Patient:
    """Imports a library only once it is needed, and it is needed for many trees: it looks at them faster."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._seen = 0

    def judge(self) -> Judge:
        """What it answers."""
        return Judge(self._accepts, self._errors)

    @cached_property
    def _best(self) -> Judge:
        return _best(self._schema)

    def _errors(self, tree: object) -> list[SchemaError]:
        return self._best.errors(tree)

    def _accepts(self, tree: object) -> bool:
        if self._seen < FEW:
            self._seen += 1
            if surely_fits(self._schema, tree):
                return True
            self._seen = FEW
        return self._best.accepts(tree)


def _best(schema: Schema) -> Judge:
    try:
        return fast_judge(schema)
    except ImportError:
        return plain_judge(schema)


def _refuse(uri: str) -> Any:
    raise ValueError(f"no schema is fetched: {uri}")


def _without_decimals(value: object) -> object:
    """The tree for a library that knows no Decimal: a stand-in of the same sign that is no whole number either."""
    if isinstance(value, Decimal):
        return -0.5 if value < 0 else 0.5
    if isinstance(value, dict):
        return {name: _without_decimals(below) for name, below in value.items()}
    if isinstance(value, list):
        return [_without_decimals(item) for item in value]
    return value


def _plain_errors(validator: Any, tree: object) -> Iterator[_Raw]:
    for error in validator.iter_errors(tree):
        yield str(error.validator), tuple(error.absolute_path), error.validator_value, error.schema, error.instance


def _fast_errors(validator: Any, schema: Schema, tree: object) -> Iterator[_Raw]:
    for error in validator.iter_errors(_without_decimals(tree)):
        *path, keyword = error.schema_path
        fragment: Any = schema
        for step in path:
            fragment = fragment[step]
        if isinstance(fragment, Mapping):
            at = tuple(error.instance_path)
            yield keyword, at, fragment[keyword], fragment, resolve(tree, join("", *at))[1]


def _sorted(raw: Iterable[_Raw]) -> list[SchemaError]:
    found = {(error.keyword, error.at): error for one in raw for error in _spelled(*one)}
    return sorted(found.values(), key=lambda error: (error.at, error.keyword))


def _spelled(
    keyword: str, path: tuple[str | int, ...], option: Any, schema: Mapping[str, Any], instance: Any
) -> Iterator[SchemaError]:
    at = join("", *path)
    if keyword == "required":
        for name in option:
            if name not in instance:
                yield SchemaError(keyword, join(at, name), {"name": name})
    elif keyword == "additionalProperties":
        for name in instance:
            if name not in schema["properties"]:
                yield SchemaError(keyword, join(at, name), {"name": excerpt(name)})
    else:
        values = {"expected": _option(option), "actual": excerpt(instance)}
        yield SchemaError(_with_kind(keyword, schema, instance), at, values)


def _with_kind(keyword: str, schema: Mapping[str, Any], instance: Any) -> str:
    """The keyword, and behind a colon what kind of mistake it is: each kind has a rule that says it plainly."""
    if keyword == "type":
        return f"type:{_kind_of_type(schema, instance)}"
    if keyword == "enum" and _is_number(instance) and str(instance) in schema["enum"]:
        return "enum:unquoted"
    return keyword


def _kind_of_type(schema: Mapping[str, Any], instance: Any) -> str:
    """What stands where something of another type should: one of TYPE_KINDS."""
    wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "integer" in wanted or "number" in wanted:
        return _kind_of_figure(instance, whole="number" not in wanted, signed="minimum" not in schema)
    if instance is None:
        return "blank"
    return next((kind for name, kind in _KINDS_BY_TYPE.items() if name in wanted), "figure")


def _kind_of_figure(instance: Any, *, whole: bool, signed: bool) -> str:
    """What stands where a figure should; ``whole`` for a count, ``signed`` where it may be below zero."""
    if isinstance(instance, Decimal | float):
        return "fraction"
    if not isinstance(instance, str):
        return "figure"
    written = instance.translate(_FULL_WIDTH)
    if not signed and _NEGATIVE.fullmatch(written):
        return "negative"
    if whole and _FRACTION.fullmatch(written):
        return "fraction"
    return "quoted" if (_COUNT if whole else _AMOUNT).fullmatch(instance) else "figure"


TYPE_KINDS = ("figure", "quoted", "fraction", "negative", "blank", "text", "list", "group", "truth")
_KINDS_BY_TYPE = {"string": "text", "array": "list", "object": "group", "boolean": "truth"}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．－−", "0123456789.--")
# Only what a reader of documents would have read as a figure had it not stood in quotation marks.
_COUNT = Pattern(r"-?(?:0|[1-9][0-9]{0,17})")
_AMOUNT = Pattern(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,18})?")
_NEGATIVE = Pattern(r"-[0-9]{1,18}(?:\.[0-9]{1,18})?")
_FRACTION = Pattern(r"-?[0-9]{1,15}\.[0-9]{1,18}")


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _option(option: Any) -> str:
    words = option if isinstance(option, list) else [option]
    return "/".join(str(word) for word in words if word is not None)


def excerpt(value: object) -> str:
    """At most MOST_QUOTED characters of a value, for a message: as JSON writes it, text without its quotes."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict | list):
        return ("{…}" if value else "{}") if isinstance(value, dict) else ("[…]" if value else "[]")
    text = str(value)
    if isinstance(value, Decimal) and text.lstrip("-").isdecimal():
        text = f"{value:E}"  # a whole number is a decimal only where it was written with an exponent
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"
