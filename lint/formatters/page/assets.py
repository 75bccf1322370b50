"""The style and the script of the page, and the policy that lets nothing else be loaded or run."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from lint.formatters.page.markup import Markup, opened, tag


@cache
def style() -> Markup:
    """``page.css`` as an element."""
    return tag("style", None, _own("page.css"))


@cache
def script() -> Markup:
    """``page.js`` as an element."""
    return tag("script", None, _own("page.js"))


@cache
def policy() -> Markup:
    """Content-Security-Policy, level 3: this style and this script by their hashes, and nothing from anywhere."""
    allowed = {"style-src": "page.css", "script-src": "page.js"}
    hashed = "; ".join(f"{kind} 'sha256-{_hash(name)}'" for kind, name in allowed.items())
    content = f"default-src 'none'; {hashed}; base-uri 'none'; form-action 'none'"
    return opened("meta", {"http-equiv": "Content-Security-Policy", "content": content})


def _own(name: str) -> Markup:
    """A file of this package. It is ASCII, so that it means the same in every encoding, and ends no element."""
    return Markup("\n" + (Path(__file__).parent / name).read_text(encoding="ascii"))


def _hash(name: str) -> str:
    return base64.b64encode(hashlib.sha256(_own(name).encode()).digest()).decode()
