"""The schema of a report asks first: its errors, whichever library found them, in one shape.

``jsonschema_rs`` where it is installed, ``jsonschema`` elsewhere. Neither may fetch anything; the schemas hold only
keywords on which both agree.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from lint.model.pointer import Pointer, join, resolve

Schema: TypeAlias = Mapping[str, Any]
MOST_QUOTED = 40
_SCHEMES = ("http", "https", "ftp", "file", "data")


class SchemaError(NamedTuple):
    """One error: the keyword, the place that is wrong or missing, and the values for its message."""

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
    """The fast judge where it is installed, else the plain one."""
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
        values = {"expected": _option(option), "actual": "" if isinstance(instance, dict | list) else excerpt(instance)}
        yield SchemaError(keyword, at, values)


def _option(option: Any) -> str:
    words = option if isinstance(option, list) else [option]
    return "/".join(str(word) for word in words if word is not None)


def excerpt(value: object) -> str:
    """At most MOST_QUOTED characters of a value, for a message."""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"
