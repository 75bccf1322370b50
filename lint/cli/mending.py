"""One file fixed: planned, written where that was asked, and told."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lint.api import Session
from lint.cli.copies import TREES, Copies
from lint.cli.output import write_file
from lint.fixing.planning import Workshop, plan
from lint.formatters.escape import escape
from lint.formatters.fixes import fix_lines, unified
from lint.formatters.tree import render_tree
from lint.model.errors import LintError, OutputError, Unreadable
from lint.model.fix import Plan
from lint.model.report import UNREAD_RULES, Report
from lint.model.run import Checked
from lint.model.text import Language, Text
from lint.readers.edit import Edited, Replacement, edited
from lint.readers.files import read_bytes, suffix_of
from lint.readers.table import is_document
from lint.readers.tree import tree_of_report

_HALF = Text("只读出一部分，不作改正：{words}", "read in part only, so nothing is fixed: {words}")
_DOCUMENT = Text(
    "--in-place 只改 JSON 和 YAML；文档请用 -o 另存为 JSON 树，或按所列各格手工改正",
    "--in-place corrects JSON and YAML only; of a document write the JSON tree with -o, or correct the cells by hand",
)
_MISFIT = Text(
    "按该文件的写法不能只改这些值，未作改动，请手工改正",
    "the layout of the file does not allow just these values to be changed: nothing was; correct them by hand",
)
_WRITTEN = Text("  已写入 {path}", "  written to {path}")
_WRITTEN_TREE = Text(
    "  已写入 {path}（文档本身不改，副本是 JSON 树）",
    "  written to {path} (the JSON tree: a document itself is not edited)",
)
_TREE_ONLY = Text(
    "  文档本身不改：用 -o 另存的是 JSON 树", "  a document itself is not edited: -o writes its JSON tree"
)


class Bench(NamedTuple):
    """The rules loaded, and what the user wants: decided diagnoses too, and where to write."""

    session: Session
    language: Language
    unsafe: bool
    in_place: bool
    diff: bool
    copies: Copies | None

    @property
    def writes(self) -> bool:
        """Whether anything is written at all."""
        return self.in_place or self.copies is not None


class Mended(NamedTuple):
    """What came of one file; ``after`` is how it stands now or would stand, ``plan`` None where nothing came of it."""

    after: Checked
    plan: Plan | None
    lines: tuple[str, ...] = ()
    failures: tuple[LintError, ...] = ()


class _File(NamedTuple):
    """A file to be written: its content, what it is, and the text before and after where it keeps its layout."""

    data: bytes
    suffix: str
    edited: Edited | None


def mended(checked: Checked, bench: Bench) -> Mended:
    """Fix one file. Whatever cannot be read or written is told, never raised."""
    source, report = checked.source, checked.report
    if report is None:
        unread = (LintError(one.message, source, one.place) for one in checked.diagnostics)
        return Mended(checked, None, failures=tuple(unread))
    if checked.state == "half":
        troubles = (one for one in report.troubles if one.rule in UNREAD_RULES)
        return Mended(checked, None, failures=tuple(LintError(_half(one.words), source, one.place) for one in troubles))
    try:
        return _fixed(checked, report, bench)
    except Unreadable as error:
        failure = LintError(error.words, source, error.place)
    except OutputError as error:
        failure = LintError(error.words, error.source or source, error.place)
    return Mended(checked, None, failures=(failure,))


def _half(words: Text) -> Text:
    return Text(_HALF.zh.format(words=words.zh), _HALF.en.format(words=words.en))


def _fixed(checked: Checked, report: Report, bench: Bench) -> Mended:
    data = read_bytes(checked.source)
    own_layout = suffix_of(checked.source) in TREES and not is_document(data)
    if bench.in_place and not own_layout:
        raise OutputError(_DOCUMENT)
    layout = bench.session.book.layout(report.identity.edition or "2021")
    workshop = Workshop(bench.session.check_report, bench.session.engine.rules, layout, bench.unsafe, own_layout)
    planned = plan(checked, report, workshop)
    file = _edited(planned, data, bench) if own_layout else _tree(planned)
    lines = [*fix_lines(planned, bench.language), *_written(checked.source, planned, file, bench)]
    head = [escape(checked.source)] if lines else []
    return Mended(planned.after, planned, (*head, *lines))


def _tree(planned: Plan) -> _File:
    written = tree_of_report(planned.after.report) if planned.after.report is not None else None
    return _File(render_tree(written).encode(), ".json", None)


def _edited(planned: Plan, data: bytes, bench: Bench) -> _File:
    """The file in its own layout, read back: it must say exactly what was planned."""
    source, after = planned.after.source, planned.after.report
    new = edited(data, bench.session.settings.encoding, [Replacement(one.place, one.expected) for one in planned.fixes])
    try:
        same = after is not None and bench.session.read(source, new.data).tree == after.tree
    except Unreadable:
        same = False
    if not same:
        raise OutputError(_MISFIT)
    return _File(new.data, suffix_of(source), new)


def _written(source: str, planned: Plan, file: _File, bench: Bench) -> Iterator[str]:
    """Write where that was asked; the lines that say so, or show what would be written."""
    if bench.copies is not None:
        path = bench.copies.path_for(source, file.suffix)
        _make_folder(path.parent)
        write_file(path, [file.data])
        words = _WRITTEN_TREE if file.edited is None else _WRITTEN
        yield escape(words.say(bench.language).format(path=path))
    elif bench.in_place and planned.fixes:
        write_file(Path(source), [file.data])
        yield escape(_WRITTEN.say(bench.language).format(path=source))
    elif planned.fixes and file.edited is None:
        yield _TREE_ONLY.say(bench.language)
    elif planned.fixes and file.edited is not None and bench.diff:
        yield from unified(source, file.edited.before, file.edited.after)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        words = Text(f"无法建立文件夹：{error.strerror}", f"the folder cannot be made: {error.strerror}")
        raise OutputError(words, str(path)) from None
