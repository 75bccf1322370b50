"""The baseline: the findings that a project lives with, in a file of its own; new ones fail, gone ones are told."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lint.engine.standing import beside
from lint.model.errors import ConfigError
from lint.model.in_order import InOrder
from lint.model.run import Checked
from lint.model.text import Text
from lint.model.waiver import NEVER_WAIVED, Baseline, Known, report_key

VERSION = 1


def load_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises ConfigError where it cannot be read or is none."""
    try:
        written = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        raise ConfigError(
            Text(f"基线文件无法读取：{reason}", f"the baseline cannot be read: {reason}"), str(path)
        ) from None
    if not isinstance(written, dict) or written.get("version") != VERSION or not isinstance(written.get("known"), list):
        raise ConfigError(Text("不是本程序写的基线文件", "this is no baseline that this program wrote"), str(path))
    return baseline_of(str(path), [_known(one, path) for one in written["known"]])


def baseline_of(source: str, known: Iterable[Known]) -> Baseline:
    """The findings by report and fingerprint."""
    by_report: dict[str, dict[str, tuple[Known, ...]]] = {}
    for one in known:
        entries = by_report.setdefault(report_key(one.source, one.agency, one.year), {})
        entries[one.fingerprint] = (*entries.get(one.fingerprint, ()), one)
    return Baseline(source, by_report)


def _known(one: Any, path: Path) -> Known:
    match one:
        case {
            "source": str(source),
            "agency": str() | None as agency,
            "year": int() | None as year,
            "rule": str(rule),
            "pointer": str() | None as pointer,
            "fingerprint": str(fingerprint),
            "message": str(message),
        } if not isinstance(year, bool):
            return Known(source, agency, year, rule, pointer, fingerprint, message)
    raise ConfigError(Text("基线中有一项写错", "an entry of the baseline is malformed"), str(path))


def known_of(checked: Checked, baseline: Baseline) -> list[Known]:
    """The findings of a report as a baseline keeps them; those of the linter itself are never kept."""
    who = checked.report.identity if checked.report else None
    if who is None:
        return []
    source = beside(baseline, checked.source)
    return [
        Known(source, who.agency, who.year, one.rule, one.pointer, one.fingerprint, one.message.en)
        for one in checked.diagnostics
        if one.waived is None and not one.rule.startswith(NEVER_WAIVED)
    ]


class Gathered:
    """The findings of a run as a baseline file has them: one a line, in a stable order, so that changes are seen.

    What does not fit into little memory is written aside; raises OutputError where that cannot be. ``count`` is how
    many there are, once they were written.
    """

    def __init__(self) -> None:
        self.count = 0
        self._lines = InOrder()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.__exit__(kind, error, trace)

    def add(self, known: Iterable[Known]) -> None:
        """Some findings more; one that is there already is written once."""
        for one in known:
            key = (one.source, one.rule, one.pointer or "", one.fingerprint)
            self._lines.add(key, json.dumps(one._asdict(), ensure_ascii=False))

    def pieces(self) -> Iterator[str]:
        """The text of the file."""
        yield f'{{"version": {VERSION}, "known": [\n'
        for line, _ in groupby(self._lines.texts()):
            yield f",\n{line}" if self.count else line
            self.count += 1
        yield "\n]}\n"
