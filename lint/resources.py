"""Where the bundled rules and schemas lie: inside the installed package, or beside it in a checkout."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


@cache
def bundle_root() -> Path:
    """The folder that holds ``rules`` and ``schemas``.

    Raises FileNotFoundError where neither an installed bundle nor a checkout is found.
    """
    installed = _PACKAGE / "_bundle"
    if (installed / "rules").is_dir():
        return installed
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "rules").is_dir():
        return checkout
    raise FileNotFoundError(installed)


def schema(name: str) -> dict[str, Any]:
    """A bundled JSON Schema by its path below ``schemas``, such as ``rule.schema.json``."""
    loaded: dict[str, Any] = json.loads((bundle_root() / "schemas" / name).read_bytes())
    return loaded
