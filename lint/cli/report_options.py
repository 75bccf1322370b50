"""The options that several commands share: which rules are asked, which files are read, and whose they are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from lint.model.settings import BODY_LEVELS, KINDS, LEVELS

_Function: TypeAlias = Callable[..., Any]
_Option: TypeAlias = Callable[[_Function], _Function]


def _refused(_: click.Context, __: click.Parameter, value: bool) -> bool | None:  # noqa: FBT001 - as click calls it
    """False where the flag stands, else None: the configuration decides."""
    return False if value else None


no_python_rules: _Option = click.option(
    "--no-python-rules",
    "python_rules",
    is_flag=True,
    callback=_refused,
    help="不运行规则文件夹中的 Python run no Python of the folders of rules",
)
_RULES: tuple[_Option, ...] = (
    click.option("--select", multiple=True, help="只问这些规则（编号、名称、类别） only these rules"),
    click.option("--ignore", multiple=True, help="不问这些规则 not these rules"),
    click.option("--fail-on", type=click.Choice(LEVELS), help="何种级别起退出码为 1 lowest severity for exit code 1"),
    click.option("--rules", multiple=True, metavar="DIR", help="更多规则 more rules"),
    no_python_rules,
    click.option("--baseline", metavar="FILE", help="基线：已知问题不再计入 known findings no longer count"),
    click.option(
        "--previous",
        multiple=True,
        metavar="PATH",
        help="用来对比的往年报告（文件、文件夹、报告集） earlier years to compare with (files, folders, collections)",
    ),
    click.option(
        "--norms", metavar="FILE", help="同级同类机关的常值，由 norms build 写成 what bodies of a kind and level report"
    ),
    click.option(
        "--members",
        multiple=True,
        metavar="PATH",
        help="用来对比的下级报告（文件、文件夹、报告集） "
        "subordinate bodies to compare with (files, folders, collections)",
    ),
)
_FILES: tuple[_Option, ...] = (
    click.option("--include", multiple=True, metavar="GLOB", help="文件夹中只取这些 only these files of folders"),
    click.option("--exclude", multiple=True, metavar="GLOB", help="文件夹中不取这些 not these files of folders"),
    click.option("--encoding", help="文本编码 encoding of text files"),
)
_BODY: tuple[_Option, ...] = (
    click.option("--agency", help="机关名称 name of the body"),
    click.option("--kind", type=click.Choice(KINDS), help="机关类别 kind of body"),
    click.option("--level", type=click.Choice(BODY_LEVELS), help="机关层级 level of body"),
    click.option("--config", "config_file", type=click.Path(path_type=Path), help="配置文件 configuration file"),
)


def rule_options(function: _Function) -> _Function:
    """The options of a command that asks rules, about one report or many."""
    return _with(_RULES, function)


def body_options(function: _Function) -> _Function:
    """The options of a command that reads one report: whose it is, and the configuration."""
    return _with(_BODY, function)


def report_options(function: _Function) -> _Function:
    """The options of a command that reads many reports: which files, how they are read, and whose they are."""
    return _with((*_FILES, *_BODY), function)


def _with(options: tuple[_Option, ...], function: _Function) -> _Function:
    """The command with these options, in this order."""
    for option in reversed(options):
        function = option(function)
    return function
