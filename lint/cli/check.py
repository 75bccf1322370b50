"""``xxgk-lint check``."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli.output import complain_of_barren
from lint.cli.report_options import report_options, rule_options
from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.api import Session
    from lint.model.run import Checked, Summary
    from lint.model.text import Language
    from lint.readers.files import Wanted

STDIN = "-"

EXAMPLES = """
\b
例 Examples:
  xxgk-lint check report.docx              一份报告 one report
  xxgk-lint check reports/                 一个文件夹 a folder, with all below
  xxgk-lint check "2023/*.html" -f json    给程序用 for programs
  xxgk-lint check 2023/ -f text -f sarif:out.sarif -f xlsx:list.xlsx
  xxgk-lint check 2023/ --previous 2022/   与往年对比 compare with earlier years
  xxgk-lint check a.docx --members towns/  与下级对比 compare with subordinate bodies
  xxgk-lint check - --stdin-filename a.txt 标准输入 standard input

\b
退出码 Exit codes:
  0 通过 passed   1 有问题 findings   2 未能全部检查 not everything could be checked
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[:FILE]",
    help="text, plain, json, jsonl, sarif, junit, github, gitlab, checkstyle, markdown, csv, xlsx；可重复 repeatable",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写入文件 write to a file")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 language")
@rule_options
@report_options
@click.option("--stdin-filename", default=STDIN, help="标准输入的文件名 name of standard input")
def check(paths: tuple[str, ...], **given: Any) -> int:
    """检查年度报告。 Check annual reports: files, folders (this one by default), patterns, or - for standard input."""
    from lint.cli.options import gather, settings_of
    from lint.cli.terminal import cache_folder, default_language
    from lint.cli.writing import chosen_sinks, look_of_files, write_all

    settings = settings_of(origins := gather(given, given["config_file"]))
    outputs = chosen_sinks(given["formats"] or (origins["format"].value,), given["output"])
    language: Language = origins["lang"].value or default_language()

    from lint.api import Session
    from lint.cli.progress import watched

    session = Session(settings, cache_folder())
    wanted = session.wanted(path for path in paths or (".",) if path != STDIN)
    passed_over: set[str] = set()

    def ending(counts: "Summary") -> int:
        """Once all results were seen it is known where no report was found at all."""
        return 2 if wanted.barren(frozenset(passed_over)) else counts.exit_code(settings.fail_on)

    results = _results(session, wanted, given["stdin_filename"] if STDIN in paths else None)
    shown = watched(_noted(results, passed_over), len(wanted.targets) + (STDIN in paths), language)
    summary = write_all(shown, outputs, look_of_files(session, language, ending))
    complain_of_barren(wanted.barren(frozenset(passed_over)), language)
    return ending(summary)


def _results(session: "Session", wanted: "Wanted", stdin_name: str | None) -> "Iterator[Checked]":
    if stdin_name is not None:
        yield _standard_input(session, stdin_name)
    yield from session.unread_beside(wanted.targets)
    yield from session.check_targets(wanted.targets)


def _noted(results: "Iterable[Checked]", passed_over: set[str]) -> "Iterator[Checked]":
    """The same results; the sources that were passed over are noted on the way."""
    for checked in results:
        if checked.state == "passed_over":
            passed_over.add(checked.source)
        yield checked


def _standard_input(session: "Session", name: str) -> "Checked":
    from lint.readers.limits import FILE_BYTES

    if sys.stdin is None:
        raise UsageError(Text("标准输入已关闭", "standard input is closed"))
    return session.check_bytes(name, sys.stdin.buffer.read(FILE_BYTES + 1))
