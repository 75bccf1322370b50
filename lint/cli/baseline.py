"""``xxgk-lint baseline``: and the writing of one by ``check``."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli.report_options import no_python_rules, report_options
from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.run import Checked
    from lint.model.text import Language
    from lint.model.waiver import Baseline, Known

EXAMPLES = """
\b
例 Examples:
  xxgk-lint check reports/ --write-baseline baseline.json    记下现有问题 note what is there now
  xxgk-lint check reports/ --baseline baseline.json          只有新问题才算 only new findings count
  xxgk-lint baseline prune baseline.json reports/            去掉已改正的 take out what was mended
"""
_EXISTS = Text(
    "基线文件已存在；新问题不会写进去。请用 baseline prune 清理，或先删去此文件",
    "the baseline exists, and new findings are never written into it: use baseline prune, or remove the file first",
)
_WRITTEN = Text("基线已写入 {path}：{count} 个问题", "baseline written to {path}: {count} findings")
_PRUNED = Text(
    "{path}：去掉 {gone} 个已不存在的问题，留下 {kept} 个，其中 {unseen} 个所在的报告未检查",
    "{path}: {gone} findings that are gone taken out, {kept} kept, {unseen} of them in reports that were not checked",
)


@click.group(epilog=EXAMPLES)
def baseline() -> None:
    """基线：已知的问题。 The baseline: findings that are known already."""


@baseline.command("prune", epilog=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("paths", nargs=-1)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 language")
@click.option("--rules", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
@click.option("--previous", multiple=True, metavar="PATH", help="用来对比的往年报告 earlier years to compare with")
@click.option("--members", multiple=True, metavar="PATH", help="用来对比的下级报告 subordinate bodies to compare with")
@report_options
def prune(file: Path, paths: tuple[str, ...], **given: Any) -> int:
    """从基线中去掉已不存在的问题；从不加入新的。 Take out of a baseline what is gone; nothing is ever added."""
    from lint.api import Session
    from lint.baseline import load_baseline, written
    from lint.cli.options import gather, settings_of
    from lint.cli.output import say, write_file
    from lint.cli.terminal import cache_folder, default_language

    origins = gather(given, given["config_file"])
    language: Language = origins["lang"].value or default_language()
    before = load_baseline(file)
    session = Session(settings_of(origins)._replace(baseline=None), cache_folder())
    results = list(session.check_paths(paths or (".",)))
    kept, gone, unseen = _split(before, results)
    write_file(file, [written(kept)])
    told = {"path": str(file), "gone": gone, "kept": len(kept), "unseen": unseen}
    say([_PRUNED.say(language).format(**told)])
    return 2 if any(one.state in ("unreadable", "half") for one in results) else 0


def _split(before: "Baseline", results: "Iterable[Checked]") -> "tuple[list[Known], int, int]":
    """The findings that stay, how many are gone, and of how many the report was not read whole in this run."""
    seen = dict(_seen(before, results))
    every = [(report, one) for report, known in before.known.items() for one in known.values()]
    kept = [one for report, one in every if report not in seen or one.fingerprint in seen[report]]
    unseen = sum(report not in seen for report, _ in every)
    return kept, len(every) - len(kept), unseen


def _seen(before: "Baseline", results: "Iterable[Checked]") -> "Iterator[tuple[str, frozenset[str]]]":
    from lint.engine.excusing import beside
    from lint.model.waiver import report_key

    for one in results:
        if one.state == "read" and one.report is not None:
            who = one.report.identity
            fingerprints = frozenset(found.fingerprint for found in one.diagnostics)
            yield report_key(beside(before, one.source), who.agency, who.year), fingerprints


def refuse_overwriting(path: Path | None) -> None:
    """Raises UsageError where a baseline to be written exists: new findings must not slip into it."""
    if path is not None and path.exists():
        raise UsageError(_EXISTS, str(path))


def write_baseline(path: Path, results: "Iterable[Checked]", language: "Language") -> None:
    """Write the findings of a run that nothing excuses, and say how many. Raises OutputError."""
    from lint.baseline import baseline_of, known_of, written
    from lint.cli.output import complain, write_file

    empty = baseline_of(str(path), ())
    known = {entry for one in results for entry in known_of(one, empty)}
    write_file(path, [written(known)])
    complain(_WRITTEN.say(language).format(path=path, count=len(known)))
