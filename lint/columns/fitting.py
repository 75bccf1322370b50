"""A column that another program wrote, in the type that it has in a collection: nothing of it may be lost."""

from typing import Any


def fitted(array: Any, wanted: Any) -> Any:
    """The values in the type that is wanted. Raises ``pyarrow.ArrowException``, TypeError or ValueError where they are
    others in it.
    """
    from pyarrow import types  # noqa: PLC0415

    if array.type.equals(wanted):
        return array
    if types.is_dictionary(array.type):
        return fitted(array.dictionary_decode(), wanted)
    if types.is_nested(wanted) and not types.is_null(array.type):
        return _nested(array, wanted)
    if types.is_timestamp(array.type):  # programs that know no days have a day as its midnight
        return fitted(_same(array, array.cast("date32")), wanted)
    made = array.cast(wanted)
    return _same(array, made) if types.is_floating(array.type) else made


def _same(array: Any, made: Any) -> Any:
    if not made.cast(array.type).equals(array):
        raise ValueError(made.type)
    return made


def _nested(array: Any, wanted: Any) -> Any:
    """Lists, of whatever kind: those that hold nothing say nothing of the type of their values either."""
    import pyarrow  # noqa: PLC0415

    if not pyarrow.types.is_nested(array.type):
        raise TypeError(array.type)
    try:
        return array.cast(wanted)
    except pyarrow.ArrowException:
        values = array.to_pylist()
    if pyarrow.types.is_map(wanted):
        values = [value and [tuple(one) if isinstance(one, list) else one for one in value] for value in values]
    return pyarrow.array(values, wanted)
