"""A first look at a tree: whether it surely fits its schema, told without any library.

Importing one takes longer than the whole check of one report. What is said here is only yes: no keyword but those
below is understood, nor any value but those that JSON has, and whoever gets no yes has to ask a library.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from lint.model.pointer import resolve

Schema: TypeAlias = Mapping[str, Any]


def surely_fits(schema: Schema, tree: object) -> bool:
    """Whether a tree fits a schema beyond doubt. Where it does not, and where that is unclear, the answer is no."""
    try:
        return _fits(tree, schema, schema)
    except RecursionError:
        return False


def _fits(value: object, schema: Schema, root: Schema) -> bool:
    if type(value) not in _NAMES:
        return False
    for keyword, option in schema.items():
        if keyword not in _SAYS_NOTHING:
            ask = _ASKS.get(keyword)
            if ask is None or not ask(value, option, schema, root):
                return False
    return True


def _type(value: object, option: Any, _: Schema, __: Schema) -> bool:
    names = _NAMES[type(value)]
    return option in names if isinstance(option, str) else any(name in option for name in names)


def _enum(value: object, option: Any, _: Schema, __: Schema) -> bool:
    return (value is None or isinstance(value, str)) and value in option


# As JSON Schema has it, what follows asks nothing of values of other types.


def _properties(value: object, option: Any, _: Schema, root: Schema) -> bool:
    if not isinstance(value, dict):
        return True
    return all(_fits(below, option[name], root) for name, below in value.items() if name in option)


def _nothing_else(value: object, option: Any, schema: Schema, _: Schema) -> bool:
    if not isinstance(value, dict):
        return True
    return option is False and value.keys() <= schema.get("properties", {}).keys()


def _required(value: object, option: Any, _: Schema, __: Schema) -> bool:
    return not isinstance(value, dict) or all(name in value for name in option)


def _items(value: object, option: Any, _: Schema, root: Schema) -> bool:
    return not isinstance(value, list) or all(_fits(item, option, root) for item in value)


def _reference(value: object, option: Any, _: Schema, root: Schema) -> bool:
    fragment = resolve(root, option.removeprefix("#"))[1]
    return option.startswith("#/") and isinstance(fragment, Mapping) and _fits(value, fragment, root)


def _minimum(value: object, option: Any, _: Schema, __: Schema) -> bool:
    return not isinstance(value, int) or value >= option


def _maximum(value: object, option: Any, _: Schema, __: Schema) -> bool:
    return not isinstance(value, int) or value <= option


def _min_length(value: object, option: Any, _: Schema, __: Schema) -> bool:
    return not isinstance(value, str) or len(value) >= option


_SAYS_NOTHING = frozenset(("$schema", "$id", "$defs", "title", "description"))
_NAMES: Mapping[type, tuple[str, ...]] = {
    int: ("integer", "number"),
    str: ("string",),
    type(None): ("null",),
    dict: ("object",),
    list: ("array",),
}
_ASKS: Mapping[str, Callable[[object, Any, Schema, Schema], bool]] = {
    "$ref": _reference,
    "type": _type,
    "enum": _enum,
    "properties": _properties,
    "additionalProperties": _nothing_else,
    "required": _required,
    "items": _items,
    "minimum": _minimum,
    "maximum": _maximum,
    "minLength": _min_length,
}
