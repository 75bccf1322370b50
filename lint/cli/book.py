"""The rules that a command is about: the bundled ones, and those of the folders named or configured."""

from pathlib import Path

from lint.cli.options import gather, settings_of
from lint.cli.terminal import cache_folder
from lint.rulebook.book import Rulebook, load


def chosen_book(folders: tuple[str, ...], config_file: Path | None = None, *, python: bool | None = None) -> Rulebook:
    """The rules that ``check`` would load here; ``python`` is what the command line says of rules in Python.

    Raises ConfigError, RuleError.
    """
    settings = settings_of(gather({"rules": folders, "python_rules": python}, config_file))
    return load(cache_folder(), settings.rules, settings.options, python=settings.python_rules)


def chosen_folders(folders: tuple[str, ...]) -> tuple[Path, ...]:
    """The folders of rules that ``check`` would load here beside the bundled ones. Raises ConfigError."""
    return settings_of(gather({"rules": folders}, None)).rules
