"""Addresses of files in stores elsewhere, ``scheme://…``, and what of them may be shown."""

import re
import zlib
from typing import Self

# What a value of a query is called that opens a door; and how long a value is that nobody types.
_SECRET = ("token", "sig", "secret", "key", "pass", "pwd", "auth", "cred", "session")
_LONG = 40
_SHORT, _WHOLE = 4, 8  # characters: a shorter secret is found in any text; one below the second number, in any word
_NO_PASSWORDS = ("github",)  # what stands in front of @ there is ORGANISATION:REPOSITORY
_SCHEME_SIGNS = str.maketrans("", "", "+-._")
HIDDEN = "…"


def is_url(path: str) -> bool:
    """Whether a path names a store: ``C:\\…`` has no scheme, nor has one letter before ``://``."""
    scheme, found, _ = path.partition("://")
    if not found:  # as of nearly every file
        return False
    plain = scheme.replace("::", "").translate(_SCHEME_SIGNS)
    return len(scheme) > 1 and scheme[0].isalpha() and plain.isascii() and plain.isalnum()


class Url(str):
    """An address. As a text it is what may be shown: passwords and keys are left out of it.

    ``real`` is the whole, ``secrets`` are the pieces of it that no message may hold. It is a string, since whatever
    names a file by its path names it by its address too: results, waivers, baselines.
    """

    __slots__ = ("real", "secrets")

    real: str
    secrets: tuple[str, ...]

    @classmethod
    def of(cls, path: str) -> Self:
        """The address that a path is; see :func:`is_url`."""
        return path if isinstance(path, cls) else cls._made(path)

    @classmethod
    def _made(cls, real: str) -> Self:
        scheme, _, rest = real.partition("://")
        user, rest = _parted(rest)
        opens = ":" in user and scheme.lower() not in _NO_PASSWORDS
        hidden = bool(user) and (opens or scheme.startswith("http"))
        query, asked = _shown_query(rest)
        made = cls(f"{scheme}://{'' if hidden or not user else user + '@'}{query}")
        made.real = real
        made.secrets = tuple(sorted({*asked, *((user, *user.split(":", 1)[1:]) if hidden else ())}, key=len))[::-1]
        return made

    @property
    def scheme(self) -> str:
        """What stands before ``://``, in lower case."""
        return self.partition("://")[0].lower()

    @property
    def user(self) -> str:
        """Who asks, and his password, as far as the address says so; not to be shown."""
        return _parted(self.real.partition("://")[2])[0]

    @property
    def store(self) -> str:
        """The scheme, and the machine or bucket: what is in front of the first folder."""
        return self[: len(self) - len(self.partition("://")[2].partition("/")[2])]

    @property
    def name(self) -> str:
        """The last step, without what is asked of a server."""
        return self.plain.rstrip("/").rpartition("/")[2]

    @property
    def plain(self) -> str:
        """The address without what is asked of a server: only there does it end as its file does."""
        return self.partition("?")[0].partition("#")[0] if self.scheme.startswith("http") else str(self)

    def below(self, name: str) -> Self:
        """The address of a file or folder in this folder."""
        return self._made(f"{self.real.rstrip('/')}/{name}")

    def without_secrets(self, text: str) -> str:
        """A text that may quote the whole address, as it may be shown."""
        text = text.replace(self.real, self)
        for secret in self.secrets:
            if len(secret) >= _WHOLE:
                text = text.replace(secret, HIDDEN)
            elif len(secret) >= _SHORT:
                text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", HIDDEN, text)
        return text


def _parted(rest: str) -> tuple[str, str]:
    """Who asks, and the rest: keys of stores may hold ``/``, so the authority need not end at the first one."""
    authority = rest.partition("/")[0]
    if "@" in authority:
        user, _, host = authority.rpartition("@")
        return user, host + rest[len(authority) :]
    _, colon, port = authority.partition(":")
    if colon and not port.isdecimal() and "@" in rest:
        user, _, rest = rest.rpartition("@")
        return user, rest
    return "", rest


def _shown_query(rest: str) -> tuple[str, list[str]]:
    """An address with no secret value of its query, and these values. A mark tells one hidden value from another."""
    path, sign, query = rest.partition("?")
    if "=" not in query:
        return rest, []
    shown, secrets = [], []
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if value and (len(value) > _LONG or any(word in name.lower() for word in _SECRET)):
            secrets.append(value)
            part = f"{name}={HIDDEN}{zlib.crc32(value.encode()) & 0xFFFF:04x}"  # noqa: PLW2901 - as it is shown
        shown.append(part)
    return path + sign + "&".join(shown), secrets
