"""``--lang``, and which language was asked for: errors are told in it too, wherever they come from."""

from collections.abc import Callable
from typing import Any, TypeAlias

import click

_Function: TypeAlias = Callable[..., Any]
LANGUAGE = "language"  # in the object of the context


def language_option(words: str = "语言 language") -> Callable[[_Function], _Function]:
    """``--lang``, looked at before all other options: what is wrong with these is told in that language."""
    return click.option("--lang", type=click.Choice(["zh", "en"]), help=words, is_eager=True, callback=_noted)


def note_language(language: str) -> None:
    """The language of the configuration, once it is known; nothing where no command runs."""
    context = click.get_current_context(silent=True)
    if context is not None:
        context.ensure_object(dict)[LANGUAGE] = language


def _noted(context: click.Context, _: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        context.ensure_object(dict)[LANGUAGE] = value
    return value
