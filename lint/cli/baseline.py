"""``xxgk-lint baseline``: and the writing of one by ``check``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli.language import language_option
from lint.cli.report_options import no_python_rules, report_options
from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.engine.standing import Standing
    from lint.model.run import Checked
    from lint.model.text import Language
    from lint.model.waiver import Known

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
    "{path}：去掉 {gone} 个已不存在的问题，留下 {kept} 个，其中 {unseen} 个未能重新检查",
    "{path}: {gone} findings that are gone taken out, {kept} kept, {unseen} of them not checked again",
)


@click.group(epilog=EXAMPLES)
def baseline() -> None:
    """基线：已知的问题。 The baseline: findings that are known already."""


@baseline.command("prune", epilog=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("paths", nargs=-1)
@language_option()
@click.option("--rules", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
@click.option("--previous", multiple=True, metavar="PATH", help="用来对比的往年报告 earlier years to compare with")
@click.option("--members", multiple=True, metavar="PATH", help="用来对比的下级报告 subordinate bodies to compare with")
@report_options
def prune(file: Path, paths: tuple[str, ...], **given: Any) -> int:
    """从基线中去掉已不存在的问题；从不加入新的。 Take out of a baseline what is gone; nothing is ever added."""
    from lint.api import Session
    from lint.baseline import Gathered, load_baseline
    from lint.cli.options import gather, settings_of
    from lint.cli.output import say, write_file
    from lint.cli.terminal import cache_folder, default_language
    from lint.engine.standing import Standing

    origins = gather(given, given["config_file"])
    language: Language = origins["lang"].value or default_language()
    standing, unread = Standing(load_baseline(file)), False
    session = Session(settings_of(origins)._replace(baseline=None), cache_folder())
    for checked in session.check_paths(paths or (".",)):
        standing.add(checked)
        unread = unread or checked.state in ("unreadable", "half")
    kept, gone, unseen = _split(standing, session.unasked())
    with Gathered() as gathered:
        gathered.add(kept)
        write_file(file, gathered.pieces())
    told = {"path": str(file), "gone": gone, "kept": len(kept), "unseen": unseen}
    say([_PRUNED.say(language).format(**told)])
    return 2 if unread else 0


def _split(standing: "Standing", unasked: frozenset[str]) -> "tuple[list[Known], int, int]":
    """The findings that stay, how many are gone, and how many stay that this run could not judge."""
    gone = {one for some in standing.gone(unasked).values() for one in some.findings}
    every = [(report, one) for report, by in standing.baseline.known.items() for some in by.values() for one in some]
    kept = [(report, one) for report, one in every if one not in gone]
    unseen = sum(not standing.found(report, one.fingerprint) for report, one in kept)
    return [one for _, one in kept], len(every) - len(kept), unseen


def refuse_overwriting(path: Path | None) -> None:
    """Raises UsageError where a baseline to be written exists: new findings must not slip into it."""
    if path is not None and path.exists():
        raise UsageError(_EXISTS, str(path))


class Noting:
    """The findings of a run that nothing excuses, gathered for a baseline in a file while the run goes on."""

    def __init__(self, path: Path) -> None:
        from lint.baseline import Gathered, baseline_of

        self._path = path
        self._empty = baseline_of(str(path), ())
        self._gathered = Gathered()

    def add(self, checked: "Checked") -> None:
        """One result more."""
        from lint.baseline import known_of

        self._gathered.add(known_of(checked, self._empty))

    def write(self, language: "Language") -> None:
        """Write the file, and say how many there are. Raises OutputError."""
        from lint.cli.output import complain, write_file

        with self._gathered:
            write_file(self._path, self._gathered.pieces())
        complain(_WRITTEN.say(language).format(path=self._path, count=self._gathered.count))
