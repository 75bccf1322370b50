"""``xxgk-lint check``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli.addresses import FILE, OUTPUT, refuse_urls
from lint.cli.engine_options import elsewhere, engine_options, refuse_engines
from lint.cli.language import language_option
from lint.cli.output import complain_of_barren
from lint.cli.report_options import report_options, rule_options
from lint.model.errors import UsageError
from lint.model.text import Text
from lint.readers.files import Wanted

if TYPE_CHECKING:
    from lint.cli.baseline import Noting
    from lint.cli.checking import Checking
    from lint.cli.options import Origin
    from lint.cli.output import Sink
    from lint.model.settings import Settings
    from lint.model.text import Language

STDIN = "-"

EXAMPLES = """
\b
例 Examples:
  xxgk-lint check report.docx              一份报告 one report
  xxgk-lint check reports/                 一个文件夹 a folder, with all below
  xxgk-lint check "2023/*.html" -f json    给程序用 for programs
  xxgk-lint check 2023/ -f text -f sarif:out.sarif -f xlsx:list.xlsx
  xxgk-lint check 2023/ --previous 2022/   与往年对比 compare with earlier years
  xxgk-lint check 2023/ --scheduler tcp://10.0.0.5:8786            在集群上 on a cluster
  xxgk-lint check reports.parquet          collect 写成的报告集 a collection written by collect
  xxgk-lint check 2023.parquet --previous 2022.parquet             与往年的报告集对比 with a collection of last year
  xxgk-lint check s3://reports/2023/ --previous s3://reports/2022/ 对象存储中的 in an object store
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
    help="text, plain, json, jsonl, sarif, junit, github, gitlab, checkstyle, markdown, html, csv, xlsx；"
    "可重复 repeatable",
)
@click.option("-o", "--output", type=OUTPUT, help="写入文件 write to a file")
@language_option()
@rule_options
@report_options
@click.option(
    "--write-baseline",
    type=FILE,
    metavar="FILE",
    help="把现有问题写成基线 note all findings as known",
)
@click.option(
    "--changed-since", metavar="REV", help="只查某个 git 版本之后改动的 only files changed since a git revision"
)
@click.option(
    "--staged",
    is_flag=True,
    help="供提交钩子用：只查已暂存的（或钩子给出的）报告 for hooks: reports that are staged, or that the hook names",
)
@click.option("--watch", is_flag=True, help="文件改动后重查 check again whenever a file changes")
@engine_options
@click.option("--stdin-filename", default=STDIN, help="标准输入的文件名 name of standard input")
def check(paths: tuple[str, ...], **given: Any) -> int:
    """检查年度报告。 Check annual reports: files, folders (this one by default), patterns, or - for standard input."""
    from lint.cli.options import gather, settings_of
    from lint.cli.terminal import default_language

    origins = gather(given, given["config_file"])
    settings = settings_of(origins)._replace(jobs=given["jobs"])
    _refuse(paths, given)
    outputs = _sinks(given, origins)
    _refuse_replacing(_written(outputs, given), settings, origins, given)
    language: Language = origins["lang"].value or default_language()

    def run() -> int:
        checking = _checking(settings, paths, given, language, outputs)
        with elsewhere(given) as checking.session.elsewhere:
            return _run(checking, outputs, language)

    if not given["watch"]:
        return run()
    from lint.cli.watch import watched_run

    watched_run(run, lambda: _watched_files(paths, settings, outputs), language)
    return 0


def _refuse(paths: tuple[str, ...], given: dict[str, Any]) -> None:
    """Raises UsageError where the options contradict."""
    refuse_engines(given)
    for option in ("watch", "staged", "changed_since"):
        if given[option]:
            refuse_urls(paths, f"--{option.replace('_', '-')}")
    if given["watch"] and STDIN in paths:
        raise UsageError(Text("--watch 不能用于标准输入", "--watch cannot watch standard input"))
    if given["watch"] and given["write_baseline"] is not None:
        raise UsageError(Text("--watch 不能与 --write-baseline 同用", "--watch does not go with --write-baseline"))
    if given["write_baseline"] is not None:
        from lint.cli.baseline import refuse_overwriting

        refuse_urls((given["write_baseline"],), "--write-baseline")
        refuse_overwriting(given["write_baseline"])


def _sinks(given: dict[str, Any], origins: "Mapping[str, Origin]") -> "tuple[Sink, ...]":
    from lint.cli.writing import chosen_sinks

    return chosen_sinks(given["formats"] or (origins["format"].value,), given["output"])


def _written(outputs: "tuple[Sink, ...]", given: dict[str, Any]) -> "tuple[Sink, ...]":
    """All that a run writes. Raises UsageError where two of it go to one file."""
    from lint.cli.output import Sink, refuse_doubled

    if given["write_baseline"] is None:
        return outputs
    written = (*outputs, Sink("baseline", given["write_baseline"]))
    refuse_doubled(written)
    return written


def _refuse_replacing(
    written: "tuple[Sink, ...]", settings: "Settings", origins: "Mapping[str, Origin]", given: dict[str, Any]
) -> None:
    """Raises UsageError where the run would write over what it reads beside the reports."""
    if any(sink.path is not None for sink in written):
        from lint.cli.own_files import read_beside, refuse_replacing

        refuse_replacing(written, read_beside(settings, origins, given["config_file"]))


def _watched_files(paths: tuple[str, ...], settings: "Settings", outputs: "tuple[Sink, ...]") -> "Iterator[str]":
    """The files that the paths mean now, apart from those that the run itself writes."""
    from lint.cli.own_files import apart_from
    from lint.cli.wanting import HERE, named_files

    return (target.path for target in apart_from(named_files(paths or HERE, settings), outputs).targets)


def _checking(
    settings: "Settings",
    paths: tuple[str, ...],
    given: dict[str, Any],
    language: "Language",
    outputs: "tuple[Sink, ...]",
) -> "Checking":
    from lint.api import Session
    from lint.cli.checking import Checking
    from lint.cli.own_files import apart_from
    from lint.cli.terminal import cache_folder
    from lint.cli.wanting import Choice, files_of

    choice = Choice(given["staged"], given["changed_since"])
    named = tuple(path for path in paths if path != STDIN)
    wanted = Wanted((), {}) if paths and not named else files_of(named, settings, choice, language)
    wanted = apart_from(wanted, _written(outputs, given))
    return Checking(
        # A new session for each run: what an earlier one noted of waivers and the baseline no longer holds.
        Session(settings, cache_folder()),
        wanted,
        given["stdin_filename"] if STDIN in paths else None,
        chosen=bool(choice),
        noting=_noting(given["write_baseline"]),
    )


def _noting(path: Path | None) -> "Noting | None":
    if path is None:
        return None
    from lint.cli.baseline import Noting

    return Noting(path)


def _run(checking: "Checking", outputs: "tuple[Sink, ...]", language: "Language") -> int:
    from lint.cli.progress import watched
    from lint.cli.writing import look_of_files, shows_reports, write_all

    checking.session.light = not shows_reports(outputs)
    shown = watched(checking.results(), checking.count, language)
    summary = write_all(shown, outputs, look_of_files(checking.session, language, checking.ending))
    complain_of_barren(checking.barren(), language)
    if checking.noting is not None:
        checking.noting.write(language)
    return checking.ending(summary)
