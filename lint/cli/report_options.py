"""The options that every command reading many reports has: which files, how they are read, and whose they are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from lint.model.settings import BODY_LEVELS, KINDS

_Function: TypeAlias = Callable[..., Any]

_OPTIONS: tuple[Callable[[_Function], _Function], ...] = (
    click.option("--include", multiple=True, metavar="GLOB", help="文件夹中只取这些 only these files of folders"),
    click.option("--exclude", multiple=True, metavar="GLOB", help="文件夹中不取这些 not these files of folders"),
    click.option("--encoding", help="文本编码 encoding of text files"),
    click.option("--agency", help="机关名称 name of the body"),
    click.option("--kind", type=click.Choice(KINDS), help="机关类别 kind of body"),
    click.option("--level", type=click.Choice(BODY_LEVELS), help="机关层级 level of body"),
    click.option("--config", "config_file", type=click.Path(path_type=Path), help="配置文件 configuration file"),
)


def report_options(function: _Function) -> _Function:
    """The command with these options, in this order."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function
