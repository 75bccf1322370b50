"""The command ``xxgk-lint``: its groups, and what each way of ending means for the exit code."""

import os
import signal
import sys

import click

from lint import __version__
from lint.cli.check import check
from lint.cli.config import config
from lint.cli.convert import convert
from lint.cli.explain import explain
from lint.cli.rules import rules
from lint.cli.terminal import default_language, survive_any_console
from lint.model.errors import LintError

USAGE = 2
BROKEN_PIPE = 128 + 13


class Terminated(BaseException):
    """The process was asked to end: clean up, then go."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="xxgk-lint")
def group() -> None:
    """政府信息公开工作年度报告检查器。 Checks annual information-disclosure reports, offline and exactly."""


for command in (check, explain, rules, convert, config):
    group.add_command(command)


def main() -> None:
    """Run the command line and exit."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code is that of the contract."""
    survive_any_console()
    try:
        signal.signal(signal.SIGTERM, _terminate)
        return int(group.main(arguments, prog_name="xxgk-lint", standalone_mode=False) or 0)
    except LintError as error:
        click.echo(f"xxgk-lint: {error.located()}{error.words.say(default_language())}", err=True)
    except click.ClickException as error:
        error.show()
    except BrokenPipeError:
        _leave_quietly()
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        return 128 + signal.SIGINT
    except Terminated:
        return 128 + signal.SIGTERM
    return USAGE


def _terminate(*_: object) -> None:
    raise Terminated


def _leave_quietly() -> None:
    """Nobody reads any more: let the interpreter flush into nothing."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
