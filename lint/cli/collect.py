"""``xxgk-lint collect``."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from lint.cli.addresses import OUTPUT
from lint.cli.engine_options import elsewhere, engine_options, refuse_engines
from lint.cli.language import language_option
from lint.cli.report_options import report_options, rule_options
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.api import Session
    from lint.cli.output import Somewhere
    from lint.columns.collecting import Counts
    from lint.model.run import Checked
    from lint.model.text import Language
    from lint.readers.files import Wanted

EXAMPLES = """
\b
例 Examples:
  xxgk-lint collect 2023/ -o reports.parquet                       一行一份报告 one row a report
  xxgk-lint collect 2023/ -o reports.parquet --findings findings.parquet
  xxgk-lint collect s3://reports/2023/ -o s3://results/reports.parquet   对象存储 in an object store
  xxgk-lint check reports.parquet                                  检查每一行 check every row
"""
_DONE = Text(
    "{path}：{rows} 行，其中 {unreadable} 个文件未能读出，{half} 份只读出一部分；略过 {passed_over} 个不是报告的文件",
    "{path}: {rows} rows, {unreadable} of them files that could not be read, {half} read in part;"
    " {passed_over} files that are no reports passed over",
)
_AS_TEXT = Text(
    "{cells} 个单元格不是列中可存的数，原文存于 beside 列",
    "{cells} cells are no figure that a column can hold; they are kept as text in the column beside",
)


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1)
@click.option("-o", "--output", type=OUTPUT, required=True, help="报告集 the collection")
@click.option("--findings", type=OUTPUT, metavar="FILE", help="问题，一行一个 one row a finding")
@click.option("--places", is_flag=True, help="连同每一项在文件中的位置 with the place of everything in its file")
@language_option()
@rule_options
@report_options
@engine_options
def collect(paths: tuple[str, ...], **given: Any) -> int:
    """汇集成 Parquet 列式文件。 Collect reports into one Parquet file: a row a report, a column a cell.

    问题本身不影响退出码；有文件未能读出时为 2。 Findings do not change the exit code; an unreadable file makes it 2.
    """
    from lint.api import Session
    from lint.cli.options import gather, settings_of
    from lint.cli.output import Sink, complain_of_barren, refuse_doubled
    from lint.cli.own_files import apart_from, read_beside, refuse_replacing
    from lint.cli.terminal import cache_folder, default_language
    from lint.cli.wanting import HERE, named_files
    from lint.columns.arrow import require

    require()
    refuse_engines(given)
    origins = gather(given, given["config_file"])
    settings = settings_of(origins)._replace(jobs=given["jobs"])
    language: Language = origins["lang"].value or default_language()
    outputs = [Sink("parquet", path) for path in (given["output"], given["findings"]) if path is not None]
    refuse_doubled(outputs)
    refuse_replacing(outputs, read_beside(settings, origins, given["config_file"]))
    wanted = apart_from(named_files(paths or HERE, settings), outputs)
    session = Session(settings, cache_folder())
    session.places = given["places"]
    with elsewhere(given) as session.elsewhere:
        counts = _written(session, wanted, given, language)
    barren = wanted.barren(frozenset(counts.passed_over))
    complain_of_barren(barren, language)
    _say(counts, given["output"], language)
    return 2 if barren or counts.unreadable or counts.half or not counts.rows else 0


def _written(session: "Session", wanted: "Wanted", given: dict[str, Any], language: "Language") -> "Counts":
    from lint.cli.output import replacing
    from lint.columns.collecting import collected

    results = _results(session, wanted, language, asked=given["findings"] is not None)
    with ExitStack() as files:
        reports = files.enter_context(replacing(given["output"]))
        findings = files.enter_context(replacing(given["findings"])) if given["findings"] is not None else None
        return collected(results, reports, findings, places=given["places"])


def _results(session: "Session", wanted: "Wanted", language: "Language", *, asked: bool) -> "Iterator[Checked]":
    from lint.cli.progress import watched

    targets = wanted.targets
    results = session.check_targets(targets) if asked else session.read_targets(targets)
    return watched(results, session.count(targets), language)


def _say(counts: "Counts", path: "Somewhere", language: "Language") -> None:
    from lint.cli.output import complain, say

    told = {
        "path": str(path),
        "rows": counts.rows,
        "unreadable": counts.unreadable,
        "half": counts.half,
        "passed_over": len(counts.passed_over),
    }
    say([_DONE.say(language).format(**told)])
    if counts.as_text:
        complain(_AS_TEXT.say(language).format(cells=counts.as_text))
