"""Paths on the command line that may be addresses in a store, and commands for which they may not."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from lint.cli.output import somewhere
from lint.model.address import Url, is_url
from lint.model.errors import UsageError
from lint.model.text import Text

_NO_URL = Text(
    "{what}：只能用本机的文件，不能用存储中的地址", "{what} takes files of this machine, no address in a store"
)


class _Input(click.Path):
    """A file of this machine, as ``pathlib.Path``, or an address, of which a ``Path`` would lose a slash."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path or address."""
        return Url.of(value) if isinstance(value, str) and is_url(value) else super().convert(value, param, ctx)


class _Output(click.Path):
    """The same of a file to be written. Raises UsageError for an address to which nothing can be."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path or address."""
        return somewhere(value) if isinstance(value, str) and is_url(value) else super().convert(value, param, ctx)


INPUT = _Input(path_type=Path)
FILE = _Input(path_type=Path, dir_okay=False)  # where an address is to be refused as one
OUTPUT = _Output(path_type=Path, dir_okay=False)


def refuse_urls(paths: Iterable[object], what: str) -> None:
    """Raises UsageError where one of them is an address; ``what`` is the option or command that takes none."""
    for path in paths:
        if isinstance(path, str) and is_url(path):
            raise UsageError(_NO_URL.fill({"what": what}), Url.of(path))
