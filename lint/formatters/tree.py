"""The tree of a report as JSON text, figures exactly as they are kept: no binary floats on the way."""

from decimal import Decimal

from lint.formatters.escape import dump


def render_tree(value: object, *, unicode: bool = True) -> str:
    """JSON text with two spaces a level and a final line end; only ASCII where the console has no Unicode."""
    return _written(value, "", unicode=unicode) + "\n"


def _written(value: object, indent: str, *, unicode: bool) -> str:
    inner = f"{indent}  "
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict) and value:
        below = (
            f"{dump(name, unicode=unicode)}: {_written(item, inner, unicode=unicode)}" for name, item in value.items()
        )
        return "{\n" + ",\n".join(f"{inner}{line}" for line in below) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        items = (_written(item, inner, unicode=unicode) for item in value)
        return "[\n" + ",\n".join(f"{inner}{line}" for line in items) + f"\n{indent}]"
    return dump(value, unicode=unicode)
