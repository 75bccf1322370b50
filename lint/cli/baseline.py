"""``xxgk-lint baseline``: and the writing of one by ``check``."""

from collections.abc import Mapping
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
    from lint.baseline import Gathered, load_baseline
    from lint.cli.options import gather, settings_of
    from lint.cli.output import say, write_file
    from lint.cli.terminal import cache_folder, default_language

    origins = gather(given, given["config_file"])
    language: Language = origins["lang"].value or default_language()
    before = load_baseline(file)
    session = Session(settings_of(origins)._replace(baseline=None), cache_folder())
    seen = _Seen(before)
    for checked in session.check_paths(paths or (".",)):
        seen.add(checked)
    kept, gone, unseen = _split(before, seen.fingerprints)
    with Gathered() as gathered:
        gathered.add(kept)
        write_file(file, gathered.pieces())
    told = {"path": str(file), "gone": gone, "kept": len(kept), "unseen": unseen}
    say([_PRUNED.say(language).format(**told)])
    return 2 if seen.unread else 0


def _split(before: "Baseline", seen: Mapping[str, frozenset[str]]) -> "tuple[list[Known], int, int]":
    """The findings that stay, how many are gone, and of how many the report was not read whole in this run."""
    every = [(report, one) for report, known in before.known.items() for one in known.values()]
    kept = [one for report, one in every if report not in seen or one.fingerprint in seen[report]]
    unseen = sum(report not in seen for report, _ in every)
    return kept, len(every) - len(kept), unseen


class _Seen:
    """What a run saw of the reports that a baseline knows: the fingerprints of each that was read whole."""

    def __init__(self, before: "Baseline") -> None:
        self.fingerprints: dict[str, frozenset[str]] = {}
        self.unread = False
        self._before = before

    def add(self, checked: "Checked") -> None:
        """One result more."""
        from lint.engine.excusing import beside
        from lint.model.waiver import report_key

        self.unread = self.unread or checked.state in ("unreadable", "half")
        if checked.state == "read" and checked.report is not None:
            who = checked.report.identity
            key = report_key(beside(self._before, checked.source), who.agency, who.year)
            if key in self._before.known:
                self.fingerprints[key] = frozenset(found.fingerprint for found in checked.diagnostics)


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
