"""``xxgk-lint fix``."""

from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from lint.cli.addresses import refuse_urls
from lint.cli.language import language_option
from lint.cli.output import complain, complain_of_barren
from lint.cli.report_options import no_python_rules, report_options
from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.cli.mending import Bench
    from lint.cli.options import Origin
    from lint.model.text import Language
    from lint.readers.files import Wanted

EXAMPLES = """
\b
例 Examples:
  xxgk-lint fix report.json                    只看能改什么 only show what can be fixed
  xxgk-lint fix report.yaml --in-place         改原文件 correct the file itself
  xxgk-lint fix reports/ --unsafe -o fixed/    另存副本 corrected copies
  xxgk-lint fix report.docx -o report.json     文档的副本是 JSON 树 of a document: the JSON tree

\b
默认只改不会有错的：全角数字、千位分隔符、关系式证明为 0 的空白。--unsafe 另改能断定的错数：使各关系式
全部成立的最小改法只有一种；请对照台账核实。要在 Word 文件上标出问题，用 xxgk-lint annotate。
By default only what is certain: full-width digits, thousands separators, blanks that a relation
proves to be 0. With --unsafe also wrong figures of which only one smallest repair makes all relations hold:
check them against your records. What is undecided is never written. For comments in a Word file: annotate.

\b
退出码 Exit codes:
  0 已改正或无须改正 fixed, or nothing to fix   1 改正后仍有错误 errors remain
  2 有文件未能读取或写入 something could not be read or written
"""
_ONE_WAY = Text("--diff、--in-place 和 -o 只能用一个", "only one of --diff, --in-place and -o can be used")


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1)
@click.option("-o", "--output", type=click.Path(), help="副本写入文件或文件夹 write copies to a file or folder")
@click.option("--in-place", is_flag=True, help="改原文件（JSON、YAML） correct the files themselves (JSON, YAML)")
@click.option("--diff", is_flag=True, help="显示差异，不写入 show a diff, write nothing")
@click.option("--unsafe", is_flag=True, help="也改能断定的错数 also wrong figures that have only one repair")
@language_option()
@click.option("--rules", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
@report_options
def fix(paths: tuple[str, ...], **given: Any) -> int:
    """改正年度报告。 Fix annual reports: files, folders (this one by default), patterns."""
    from lint.cli.options import gather
    from lint.cli.terminal import default_language

    refuse_urls((*paths, given["output"]), "fix")
    if (given["output"] is not None) + given["in_place"] + given["diff"] > 1:
        raise UsageError(_ONE_WAY)
    origins = gather(given, given["config_file"])
    language: Language = origins["lang"].value or default_language()
    bench, wanted = _bench(paths or (".",), given, origins, language)
    return _work(bench, wanted)


def _bench(
    paths: tuple[str, ...], given: dict[str, Any], origins: "dict[str, Origin]", language: "Language"
) -> "tuple[Bench, Wanted]":
    from lint.api import Session
    from lint.cli.copies import Copies
    from lint.cli.mending import Bench
    from lint.cli.options import settings_of
    from lint.cli.output import Sink
    from lint.cli.own_files import read_beside, refuse_replacing
    from lint.cli.terminal import cache_folder

    settings = settings_of(origins)
    session = Session(settings, cache_folder())
    wanted = session.wanted(paths)
    output: str | None = given["output"]
    copies = Copies(wanted, output) if output is not None else None
    if copies is not None:
        written = [Sink("copy", path) for path in copies.paths()]
        refuse_replacing(written, read_beside(settings, origins, given["config_file"]))
    return Bench(session, language, given["unsafe"], given["in_place"], given["diff"], copies), wanted


def _work(bench: "Bench", wanted: "Wanted") -> int:
    """Fix one file after the other, and say at the end what came of it."""
    from lint.cli.fix_summary import Total
    from lint.cli.mending import mended
    from lint.cli.output import say
    from lint.cli.progress import watched

    total = Total(bench.language, writes=bench.writes)
    results = chain(bench.session.unread_beside(wanted.targets), bench.session.check_targets(wanted.targets))
    for checked in watched(results, len(wanted.targets), bench.language):
        done = mended(checked, bench)
        total.add(done)
        say(done.lines)
        for failure in done.failures:
            complain(failure.located() + failure.words.say(bench.language))
    barren = wanted.barren(frozenset(total.passed_over))
    complain_of_barren(barren, bench.language)
    say(total.lines())
    return 2 if barren else total.exit_code()
