"""What the environment says: language, width and colours of the terminal, folder for the cache."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lint.model.text import Language

if TYPE_CHECKING:
    from lint.formatters.look import Look

NARROWEST = 20
_CHINESE = "报告"


def language_of(environment: Mapping[str, str], system: str | None) -> Language:
    """The language of a locale: Chinese where it says nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _language(environment[name])
    return _language(system or "")


def _language(name: str) -> Language:
    plain = name.lower()
    return "zh" if plain.startswith(("zh", "chinese", "c.", "posix")) or plain in ("", "c") else "en"


def default_language() -> Language:
    """The language of this machine; English on a console that cannot show Chinese."""
    if sys.stdout is not None and not can_show(sys.stdout, _CHINESE):
        return "en"
    return language_of(os.environ, _system_locale() if os.name == "nt" else None)


def _system_locale() -> str | None:
    import locale

    return locale.getlocale()[0]


def chosen_language(told: str | None) -> Language:
    """The language told on the command line, else that of this machine."""
    return default_language() if told is None else "en" if told == "en" else "zh"


def can_show(stream: TextIO, text: str) -> bool:
    """Whether a stream's encoding has the characters of a text."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def look_of(language: Language) -> "Look":
    """How output to the terminal should look; as to a file where there is none."""
    from lint import __version__
    from lint.formatters.look import Look

    if sys.stdout is None:
        return Look(language, version=__version__)
    return Look(language, width(), wants_colour(sys.stdout), encoding_of(sys.stdout), __version__)


def encoding_of(stream: TextIO) -> str:
    """The encoding of a stream; ASCII where it is unknown."""
    return stream.encoding if stream.encoding and can_show(stream, "") else "ascii"


def width() -> int:
    """Columns of the terminal, or as the environment says; 100 where there is none."""
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdecimal() and int(told):
        return max(NARROWEST, int(told))
    try:
        return max(NARROWEST, os.get_terminal_size(sys.__stdout__.fileno()).columns)  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 100


def wants_colour(stream: TextIO) -> bool:
    """Colours only on a terminal, and not where the user refuses them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb" and _understands_colours()


def _understands_colours() -> bool:
    """Whether the terminal obeys escape sequences: on Windows only once it has been told to."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
        return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | 4))
    return True


def cache_folder() -> Path | None:
    """The folder for compiled rules; None where the machine has no home."""
    for name, below in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", "Cache")):
        if os.environ.get(name):
            return Path(os.environ[name], below, "xxgk-lint")
    try:
        return Path.home() / ".cache" / "xxgk-lint"
    except RuntimeError:
        return None


def survive_any_console() -> None:
    """Characters that a console does not have are written as escapes, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
