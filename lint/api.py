"""The public functions: check files, bytes or trees, and get everything that was found."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, overload

from lint import resources
from lint.engine.dress import dress_words
from lint.engine.runner import Engine
from lint.engine.schemas import Judge, best_judge
from lint.engine.select import choose
from lint.model.errors import Unreadable, UsageError
from lint.model.pointer import Pointer, join
from lint.model.report import NO_REPORT, UNREAD_RULES, Identity, Report
from lint.model.run import Checked, Run, State, run_of
from lint.model.settings import Settings
from lint.model.text import Text
from lint.readers import table
from lint.readers.files import (
    Target,
    Wanted,
    has_form,
    has_trace,
    is_collection,
    read_bytes,
    suffix_of,
    too_large,
    wanted,
)
from lint.readers.limits import FILE_BYTES
from lint.readers.own import is_own_output
from lint.readers.table import CONVERTED, READERS, TEXTS, Asked, is_document
from lint.readers.tree import report_of_tree
from lint.rulebook.book import load

if TYPE_CHECKING:
    from lint.columns.checking import Asking
    from lint.engine.excusing import Excusing
    from lint.model.cause import Cause
    from lint.model.finding import Diagnostic
    from lint.readers.office import Office

NOBODY = Identity()
NOTHING_TO_COMPARE = Text(
    "所选规则都要与其他报告对比：请用 --previous、--members 或 --norms 给出",
    "all rules of the selection compare with other reports: give some by --previous, --members or --norms",
)
ENDED = Text("检查此文件的进程中途退出", "the process that checked this file ended midway")
BATCH = 20  # so many files LibreOffice converts in one go
MANY = 20  # from so many files on, the faster parser is worth its import


class Elsewhere(Protocol):
    """What checks or reads files in another place, with the settings of a session; nothing is excused there."""

    def __call__(self, session: "Session", found: Sequence[Target], *, read_only: bool) -> Iterator[Checked]:
        """One result each in their order, or one a row of a collection."""
        ...


class Session:
    """Rules loaded once, then any number of reports checked.

    Raises RuleError where a rule does not load, UsageError where a selection fits no rule.
    """

    def __init__(self, settings: Settings | None = None, cache_folder: Path | None = None) -> None:
        self.settings = settings or Settings()
        self.cache_folder = cache_folder
        self.book = load(cache_folder, self.settings.rules, self.settings.options, python=self.settings.python_rules)
        chosen = choose(self.book.rules, self.settings.select, self.settings.ignore)
        self.engine = Engine(chosen, _judge, self.book.layout, self.book.rules)
        self.excusing = self._excusing()
        self.light = False  # whether nobody looks at the reports that pass
        self.places = False  # whether reports without findings are asked for places too
        self.office: Office | None = None
        self.elsewhere: Elsewhere | None = None  # what checks files on other machines, where the user wants that
        self._expected: frozenset[str] = frozenset()
        self._unread_beside: tuple[Checked, ...] = ()
        if self.settings.previous or self.settings.members or self.settings.norms is not None:
            self._compare()
        if not self.engine.asks_anything():
            raise UsageError(NOTHING_TO_COMPARE)

    def _compare(self) -> None:
        """Read the reports to compare with, once for all that are checked."""
        from lint.beside import Reading, gather  # noqa: PLC0415 - only where such reports are given

        norms = None
        if self.settings.norms is not None:
            from lint.norms import load_norms  # noqa: PLC0415 - only where they are given

            norms = load_norms(self.settings.norms)
        gathered = gather(self.settings, Reading(lambda found: self._open_all(found, NOBODY), self._unread), norms)
        self._unread_beside = gathered.unread
        self.engine = self.engine.beside(gathered.corpus)

    def _excusing(self) -> "Excusing | None":
        """What marks the findings that are waived or known. Raises ConfigError, and UsageError for an unknown rule."""
        settings = self.settings
        if not settings.waivers and settings.baseline is None:
            return None
        from lint.excuses import excusing_of  # noqa: PLC0415 - most runs excuse nothing

        return excusing_of(settings, self.book.rules, self.engine.linter)

    def idle_excuses(self) -> "Iterator[Checked]":
        """What is to be said at the end of a run about waivers and baseline: the expired, the unused, the gone."""
        return self.excusing.idle() if self.excusing else iter(())

    def unread_beside(self, found: Sequence[Target] = ()) -> Iterator[Checked]:
        """The reports to compare with that could not be used, those apart that are checked themselves."""
        checked = {target.path for target in found}
        return (one for one in self._unread_beside if one.source not in checked)

    def check_paths(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Checked]:
        """Check files, folders and patterns, one result a file, in a stable order. Bad files never stop the rest.

        Reports to compare with that could not be used come first, and last what is to be said of excuses.
        """
        found = self.targets(paths)
        yield from self.unread_beside(found)
        yield from self.check_targets(found)
        yield from self.idle_excuses()

    def targets(self, paths: Iterable[str | os.PathLike[str]]) -> list[Target]:
        """Every file that the paths mean, each once, in a stable order."""
        return list(self.wanted(paths).targets)

    def wanted(self, paths: Iterable[str | os.PathLike[str]]) -> Wanted:
        """The same, with what stands below each folder and pattern."""
        return wanted((os.fspath(path) for path in paths), self.settings.include, self.settings.exclude)

    def check_targets(self, found: Sequence[Target]) -> Iterator[Checked]:
        """Check files, one result each in their order: one after the other, or many on all cores.

        A collection that was named has one result a row.
        """
        if self.elsewhere is not None:
            results = self.elsewhere(self, found, read_only=False)
        else:
            results = self._with_collections(found) if any(map(is_collection, found)) else self._checked(found)
        return map(self.excusing.mark, results) if self.excusing else results

    def _checked(self, found: Sequence[Target]) -> Iterator[Checked]:
        return self._in_parallel(found) if self.settings.jobs != 1 and len(found) > 1 else self.check_here(found)

    def _with_collections(self, found: Sequence[Target]) -> Iterator[Checked]:
        for collections, some in groupby(found, is_collection):
            if collections:
                yield from chain.from_iterable(self._rows(target, read_only=False) for target in some)
            else:
                yield from self._checked(tuple(some))

    def _rows(self, target: Target, *, read_only: bool) -> Iterator[Checked]:
        """What comes of the rows of a collection, or that it could not be read."""
        from lint.columns.opening import check_rows, read_rows  # noqa: PLC0415 - only where such a file is named

        try:
            yield from (read_rows if read_only else check_rows)(target.path, self.asking())
        except Unreadable as error:
            yield self._unread(target.path, error)

    def asking(self) -> "Asking":
        """How the rows of a collection are asked about."""
        from lint import __version__  # noqa: PLC0415 - the package itself stands above
        from lint.columns.checking import Asking  # noqa: PLC0415 - only where such a file is named

        told = self.settings.told
        return Asking(self.engine, self._asked, self._unread, __version__, told, light=self.light)

    def count(self, found: Sequence[Target]) -> int:
        """How many results there will be of these files."""
        if not any(map(is_collection, found)):
            return len(found)
        from lint.columns.opening import count_rows  # noqa: PLC0415 - only where such a file is named

        return sum(count_rows(target.path) if is_collection(target) else 1 for target in found)

    def read_targets(self, found: Sequence[Target]) -> Iterator[Checked]:
        """Read files without checking them, one result each in their order, or one a row of a collection."""
        if self.elsewhere is not None:
            yield from self.elsewhere(self, found, read_only=True)
            return
        for collections, some in groupby(found, is_collection):
            if collections:
                yield from chain.from_iterable(self._rows(target, read_only=True) for target in some)
            else:
                yield from map(_read_only, self._open_all(tuple(some), self.settings.told))

    def check_here(self, found: Sequence[Target]) -> Iterator[Checked]:
        """Check files one after the other in this process; nothing is excused."""
        for opened in self._open_all(found, self.settings.told):
            yield opened if isinstance(opened, Checked) else self._asked(opened)

    def _in_parallel(self, found: Sequence[Target]) -> Iterator[Checked]:
        from lint.parallel import Plan, can_fork, check_in_parallel, processes_for  # noqa: PLC0415 - one file needs none

        jobs = processes_for(found, self.settings.jobs)
        if jobs == 1:
            return self.check_here(found)
        make = (lambda: self) if can_fork() else partial(Session, self.settings, self.cache_folder)
        return check_in_parallel(found, Plan(make, self._died, jobs, self.places, self.light))

    def _died(self, target: Target) -> Checked:
        return self._unread(target.path, Unreadable("LT001", ENDED))

    def _open_all(self, found: Sequence[Target], told: Identity) -> Iterator[Report | Checked]:
        for number, target in enumerate(found):
            if suffix_of(target.path) in CONVERTED:
                self._expect(found[number : number + BATCH])
            yield self._open(target, told, many=len(found) >= MANY)

    def _expect(self, coming: Sequence[Target]) -> None:
        """Let LibreOffice convert the files that it is needed for in one go, unless it has done so before."""
        paths = [target.path for target in coming if suffix_of(target.path) in CONVERTED]
        if len(paths) > 1 and paths[0] not in self._expected:
            from lint.readers.office import Office  # noqa: PLC0415 - only where such a file is read

            self._expected = frozenset(paths)
            self.office = self.office or Office()
            self.office.expect(data for data in map(_content, paths) if data is not None)

    def _open(self, target: Target, told: Identity, *, many: bool) -> Report | Checked:
        """The report in a file, or that it is unreadable or was passed over."""
        foreign = not target.named and not _known(target.path)
        try:
            data = read_bytes(target.path)
        except Unreadable as error:
            return Checked(target.path, "passed_over") if foreign else self._unread(target.path, error)
        if (foreign and not (is_document(data) or has_form(data))) or (not target.named and is_own_output(data)):
            return Checked(target.path, "passed_over")
        return self._opened(target, data, told, many=many)

    def check_bytes(self, source: str, data: bytes, *, named: bool = True, many: bool = False) -> Checked:
        """Check the content of a file; ``source`` is its name, whose ending tells the format."""
        opened = self._opened(Target(source, named), data, self.settings.told, many=many)
        return opened if isinstance(opened, Checked) else self.check_report(opened)

    def _opened(self, target: Target, data: bytes, told: Identity, *, many: bool) -> Report | Checked:
        try:
            if len(data) > FILE_BYTES:
                raise too_large()
            return self._read(target.path, data, told, many=many)
        except Unreadable as error:
            if not target.named and (error.rule == NO_REPORT or not _may_be_report(target.path, data)):
                return Checked(target.path, "passed_over")
            return self._unread(target.path, error)

    def check_report(self, report: Report) -> Checked:
        """Ask all chosen rules about a report."""
        checked = self._asked(report)
        return self.excusing.mark(checked) if self.excusing else checked

    def _asked(self, report: Report) -> Checked:
        asked = self.engine.run(report)
        lost = asked.diagnostics and any(found.rule in UNREAD_RULES for found in asked.diagnostics)
        state: State = "half" if lost else "read"
        causes = self._causes(report, asked.diagnostics)
        return Checked(report.source, state, report, asked.diagnostics, asked.tally, asked.undecided, causes)

    def _causes(self, report: Report, diagnostics: "tuple[Diagnostic, ...]") -> "tuple[Cause, ...]":
        """The causes of what is broken; a clean report needs no diagnosis, nor the time to import it."""
        if not any(one.terms for one in diagnostics):
            return ()
        from lint.diagnosing.causes import causes_of  # noqa: PLC0415

        layout = self.book.layout(report.identity.edition or "2021")
        return causes_of(report, self.engine.rules, diagnostics, layout, self.engine.corpus)

    def read(self, source: str, data: bytes, *, many: bool = False) -> Report:
        """Read a report without checking it. Raises Unreadable."""
        return self._read(source, data, self.settings.told, many=many)

    def _read(self, source: str, data: bytes, told: Identity, *, many: bool) -> Report:
        asked = Asked(self.settings.encoding, told, self.book.labels, many, self.office)
        return table.read(source, data, asked)

    def _unread(self, source: str, error: Unreadable) -> Checked:
        rule = self.engine.linter[error.rule]
        return Checked(source, "unreadable", diagnostics=(dress_words(rule, error.words, None, error.place),))


@overload
def check(*paths: str | os.PathLike[str], settings: Settings | None = None) -> Run: ...
@overload
def check(tree: Mapping[str, Any], /, *, settings: Settings | None = None, source: str = "report") -> Run: ...
def check(
    *subjects: str | os.PathLike[str] | Mapping[str, Any], settings: Settings | None = None, source: str = "report"
) -> Run:
    """Check files, folders and patterns, or one report that is in memory.

    A report in memory is its tree, as ``schemas/report`` describes it: figures are int or Decimal, never float. It is
    left as it is; ``source`` is what the results call it. Raises RuleError, ConfigError or UsageError where nothing can
    be checked at all; TypeError where a tree stands among other things, or a figure is a float.
    """
    trees = [one for one in subjects if isinstance(one, Mapping)]
    paths = [one for one in subjects if not isinstance(one, Mapping)]
    if trees and len(subjects) > 1:
        raise TypeError("one tree is checked at a time")
    session = Session(settings)
    if not trees:
        return run_of(session.check_paths(paths))
    _refuse_floats(trees[0])
    report = report_of_tree(source, dict(trees[0]), dict, session.settings.told)
    return run_of((*session.unread_beside(), session.check_report(report), *session.idle_excuses()))


def _refuse_floats(tree: Mapping[str, Any]) -> None:
    """Raise TypeError with the pointer of a float: 0.1 + 0.2 is not 0.3 there, and nothing here guesses."""
    left: list[tuple[Pointer, object]] = [("", tree)]
    while left:
        at, value = left.pop()
        if isinstance(value, float):
            raise TypeError(f"{at} is a float: figures are int or Decimal (json.loads(text, parse_float=Decimal))")
        if isinstance(value, Mapping):
            left.extend((join(at, name), below) for name, below in value.items())
        elif isinstance(value, list | tuple):
            left.extend((join(at, number), below) for number, below in enumerate(value))


def read(path: str | os.PathLike[str], settings: Settings | None = None) -> Report:
    """Read one report without checking it. Raises Unreadable where it cannot be read or is none."""
    source = os.fspath(path)
    return Session(settings).read(source, read_bytes(source))


def check_tree(tree: Mapping[str, Any], source: str = "report", settings: Settings | None = None) -> Checked:
    """Check the tree of a report and give its one result: see :func:`check`, which gives a run."""
    _refuse_floats(tree)
    session = Session(settings)
    return session.check_report(report_of_tree(source, dict(tree), dict, session.settings.told))


@cache
def _judge(edition: str) -> Judge:
    return best_judge(resources.schema(f"report/annual-{edition}.json"))


def _content(path: str) -> bytes | None:
    """The content of a file; None where it cannot be read, which is said when its turn comes."""
    try:
        return read_bytes(path)
    except Unreadable:
        return None


def _read_only(opened: Report | Checked) -> Checked:
    if isinstance(opened, Checked):
        return opened
    half = any(trouble.rule in UNREAD_RULES for trouble in opened.troubles)
    return Checked(opened.source, "half" if half else "read", opened)


def _known(path: str) -> bool:
    return suffix_of(path) in READERS


def _may_be_report(source: str, data: bytes) -> bool:
    """Whether an unreadable file in a folder must be taken for a report: any trace, or a format none can look into."""
    suffix = suffix_of(source)
    return (suffix in READERS and suffix not in TEXTS) or has_trace(data)
