"""The tree of a report as JSON text, figures exactly as they are kept: no binary floats on the way."""

import json
from decimal import Decimal


def render_tree(value: object, indent: str = "") -> str:
    """JSON text with two spaces a level and a final line end at the outermost level."""
    text = _written(value, indent)
    return text if indent else text + "\n"


def _written(value: object, indent: str) -> str:
    inner = f"{indent}  "
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict) and value:
        items = [
            f"{inner}{json.dumps(name, ensure_ascii=False)}: {_written(below, inner)}" for name, below in value.items()
        ]
        return "{\n" + ",\n".join(items) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"{inner}{_written(item, inner)}" for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)
