"""The command ``xxgk-lint``: its groups, and what each way of ending means for the exit code."""

import gc
import os
import signal
import sys
from types import TracebackType

import click

from lint import __version__
from lint.cli.commands import Commands
from lint.cli.language import LANGUAGE
from lint.cli.output import LEAD, complain, flush_nowhere
from lint.cli.terminal import chosen_language, survive_any_console
from lint.model.errors import LintError
from lint.model.text import Text

NAME = "xxgk-lint"
USAGE = 2
BROKEN_PIPE = 128 + 13
# SIGHUP is unknown to Windows, where SIGBREAK stands for a closed window.
ENDINGS = ("SIGTERM", "SIGHUP", "SIGBREAK")
# Rules and reports have hardly any cycles: looking for them every 700 objects, as Python does, took a tenth of a start.
NEW_OBJECTS = 50_000
COMPLETION = "_XXGK_LINT_COMPLETE"
ENDED_INSIDE = Text("检查在中途被一条规则结束，结果不可信", "a rule ended the run half way: nothing can be said")


class Terminated(BaseException):
    """The process was asked to end: clean up, then go."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=NAME)
def group() -> None:
    """政府信息公开工作年度报告检查器。 Checks annual information-disclosure reports, offline and exactly."""


def main() -> None:
    """Run the command line and exit."""
    gc.set_threshold(NEW_OBJECTS)
    sys.excepthook = _unforeseen
    code = run()
    gc.freeze()  # the end of the process gives all memory back at once: no search for cycles in it
    sys.exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code is that of the contract."""
    survive_any_console()
    noted: dict[str, str] = {}
    try:
        _hear_signals()
        return _invoke(sys.argv[1:] if arguments is None else arguments, noted)
    except LintError as error:
        complain(error.located() + error.words.say(chosen_language(noted.get(LANGUAGE))))
        flush_nowhere()
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            flush_nowhere()
            return BROKEN_PIPE
        complain(str(error.strerror or error))
        flush_nowhere()
    except (KeyboardInterrupt, click.Abort):
        flush_nowhere()
        return 128 + signal.SIGINT
    except Terminated as end:
        flush_nowhere()
        return 128 + end.number
    return USAGE


def _invoke(arguments: list[str], noted: dict[str, str]) -> int:
    """Run the command that the arguments name, and note what language it was asked for.

    Click's own ``main`` would turn a closed pipe into exit code 1.
    """
    if os.environ.get(COMPLETION):
        group.main(arguments, prog_name=NAME)
    try:
        with group.make_context(NAME, arguments, obj=noted) as context:
            return int(group.invoke(context) or 0)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        asked_for_nothing = isinstance(error, click.exceptions.NoArgsIsHelpError)
        if error.ctx is not None and not asked_for_nothing:
            complain(error.ctx.get_usage(), lead="")
        complain(error.format_message(), lead="" if asked_for_nothing else LEAD)
    except click.ClickException as error:
        complain(error.format_message())
    except SystemExit:
        complain(ENDED_INSIDE.say(chosen_language(noted.get(LANGUAGE))))
    return USAGE


def _hear_signals() -> None:
    for name in ENDINGS:
        number = getattr(signal, name, None)
        # What the parent ignores, as nohup does, stays ignored.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _terminate)


def _terminate(number: int, _: object) -> None:
    raise Terminated(number)


def _unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault of the program itself must never look like findings: Python's own exit code would be 1."""
    import traceback

    traceback.print_exception(kind, error, trace)
    flush_nowhere()
    os._exit(USAGE)
