"""The public functions: check files, bytes or trees, and get everything that was found."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, overload

from lint import resources
from lint.answering import Answering
from lint.engine.dress import dress_words
from lint.engine.runner import Engine
from lint.engine.schemas import Judge, best_judge
from lint.engine.select import choose
from lint.model.errors import Unreadable, UsageError
from lint.model.report import UNREAD_RULES, Identity, Report
from lint.model.run import Checked, Run, State, run_of
from lint.model.settings import Settings
from lint.model.text import Text
from lint.opening import Opening
from lint.readers.files import Target, Wanted, is_collection, read_bytes, wanted
from lint.readers.tree import refuse_floats, report_of_tree
from lint.rulebook.book import load

if TYPE_CHECKING:
    from lint.beside import Lost
    from lint.columns.checking import Asking
    from lint.engine.excusing import Excusing
    from lint.engine.questions import Asked
    from lint.model.cause import Cause
    from lint.model.finding import Diagnostic
    from lint.model.later import Collected
    from lint.pieces import Answer, Piece, Want

NOBODY = Identity()
NOTHING_TO_COMPARE = Text(
    "所选规则都要与其他报告对比：请用 --previous、--members 或 --norms 给出",
    "all rules of the selection compare with other reports: give some by --previous, --members or --norms",
)
ENDED = Text("检查此文件的进程中途退出", "the process that checked this file ended midway")


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
        self.opening = Opening(self.settings.encoding, self.book.labels, self._unread)
        self.answering = Answering(self.opening, self._asked_together, self.asking, self.settings.told)
        self.excusing = self._excusing()
        self.light = False  # whether nobody looks at the reports that pass
        self.places = False  # whether reports without findings are asked for places too
        self.elsewhere: Elsewhere | None = None  # what checks files on other machines, where the user wants that
        self._lost_beside: tuple[Lost, ...] = ()
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
        reading = Reading(lambda found: self.opening.open_all(found, NOBODY), self._unread, self._collected)
        gathered = gather(self.settings, reading, norms)
        self._lost_beside = gathered.lost
        self.engine = self.engine.beside(gathered.corpus)

    def _collected(self, path: str, agency: str | None) -> "Collected":
        from lint.columns.whose import collected  # noqa: PLC0415 - only where such a file is named

        return collected(path, self.asking(), agency)

    def _excusing(self) -> "Excusing | None":
        """What marks the findings that are waived or known. Raises ConfigError, and UsageError for an unknown rule."""
        settings = self.settings
        if not settings.waivers and settings.baseline is None:
            return None
        from lint.excuses import excusing_of  # noqa: PLC0415 - most runs excuse nothing

        return excusing_of(settings, self.book.rules, self.engine.linter)

    def idle_excuses(self) -> "Iterator[Checked]":
        """What is to be said at the end of a run about waivers and baseline: the expired, the unused, the gone."""
        return self.excusing.idle(self.unasked()) if self.excusing else iter(())

    def unasked(self) -> frozenset[str]:
        """The rules that this session asks of no report, by id and name: not chosen, or nothing to compare with."""
        asked = self.engine.schema_ids.union(question[0].id for question in self.engine.questions)
        return frozenset(word for rule in self.book.rules if rule.id not in asked for word in (rule.id, rule.name))

    def unread_beside(self, found: Sequence[Target] = ()) -> Iterator[Checked]:
        """The reports to compare with that could not be used, those apart that are checked themselves."""
        checked = {target.path for target in found}
        return chain.from_iterable(one.results() for one in self._lost_beside if one.path not in checked)

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
        results = self._results(found, read_only=False)
        return map(self.excusing.mark, results) if self.excusing else results

    def asking(self) -> "Asking":
        """How the rows of a collection are asked about."""
        from lint import __version__  # noqa: PLC0415 - the package itself stands above
        from lint.columns.checking import Asking  # noqa: PLC0415 - only where such a file is named

        told = self.settings.told
        return Asking(self.engine, self._asked, self._unread, __version__, told, light=self.light)

    def count(self, found: Sequence[Target]) -> int:
        """How many results there will be of these files."""
        return self.answering.count(found)

    def read_targets(self, found: Sequence[Target]) -> Iterator[Checked]:
        """Read files without checking them, one result each in their order, or one a row of a collection."""
        return self._results(found, read_only=True)

    def _results(self, found: Sequence[Target], *, read_only: bool) -> Iterator[Checked]:
        where = self._here if self.elsewhere is None else partial(self.elsewhere, self)
        return where(found, read_only=read_only)

    def _here(self, found: Sequence[Target], *, read_only: bool) -> Iterator[Checked]:
        jobs = self._processes(found, read_only=read_only)
        if jobs > 1:
            return self._in_parallel(found, jobs, read_only=read_only)
        return self.answering.one_by_one(found, read_only=read_only)

    def answer(self, piece: "Piece", want: "Want") -> "Answer":
        """The results of a piece of a run in this process, for another one; nothing is excused."""
        return self.answering.piece(piece, want)

    def _processes(self, found: Sequence[Target], *, read_only: bool) -> int:
        """How many processes to use. What is only read has to be sent whole: that is worth it for documents alone."""
        if self.settings.jobs == 1 or not (len(found) > 1 or any(map(is_collection, found))):
            return 1
        from lint.parallel import processes_for  # noqa: PLC0415 - one file needs none
        from lint.pieces import TEXT, cost  # noqa: PLC0415 - the same

        count = self.count(found)
        costs = [cost(target) for target in found if not is_collection(target)]
        rows = count - len(costs)
        spent = sum(one for one in costs if one > TEXT) if read_only else sum(costs) + rows * TEXT
        return processes_for(count, spent, self.settings.jobs)

    def _in_parallel(self, found: Sequence[Target], jobs: int, *, read_only: bool) -> Iterator[Checked]:
        from lint.parallel import Plan, can_fork, check_in_parallel  # noqa: PLC0415 - one file needs none
        from lint.pieces import Want  # noqa: PLC0415 - the same

        make = (lambda: self) if can_fork() else partial(_made, self.settings, self.cache_folder, light=self.light)
        return check_in_parallel(found, Plan(make, self.died, jobs, Want(self.places, self.light, read_only)))

    def died(self, source: str) -> Checked:
        """The result of a report that ended the process which read or checked it."""
        return self._unread(source, Unreadable("LT001", ENDED))

    def check_bytes(self, source: str, data: bytes, *, named: bool = True, many: bool = False) -> Checked:
        """Check the content of a file; ``source`` is its name, whose ending tells the format."""
        opened = self.opening.open_bytes(Target(source, named), data, self.settings.told, many=many)
        return opened if isinstance(opened, Checked) else self.check_report(opened)

    def check_report(self, report: Report) -> Checked:
        """Ask all chosen rules about a report."""
        checked = self._asked(report)
        return self.excusing.mark(checked) if self.excusing else checked

    def _asked(self, report: Report) -> Checked:
        return self._answered(report, self.engine.run(report))

    def _asked_together(self, reports: Sequence[Report]) -> Iterable[Checked]:
        """The results of several reports, whose rules are asked together.

        Where they are compared with others each is told at once: the next may find that those are gone.
        """
        if self.engine.corpus is not None:
            return map(self._asked, reports)
        return map(self._answered, reports, self.engine.run_together(reports))

    def _answered(self, report: Report, asked: "Asked") -> Checked:
        if not asked.diagnostics:
            kept = report if self.light else report.handed_out  # nobody looks at that one
            return Checked(report.source, "read", kept, (), asked.tally, asked.undecided)
        lost = any(found.rule in UNREAD_RULES for found in asked.diagnostics)
        state: State = "half" if lost else "read"
        causes = self._causes(report, asked.diagnostics)
        return Checked(report.source, state, report.handed_out, asked.diagnostics, asked.tally, asked.undecided, causes)

    def _causes(self, report: Report, diagnostics: "tuple[Diagnostic, ...]") -> "tuple[Cause, ...]":
        """The causes of what is broken; where no sum is, there is no diagnosis, nor the time to import it."""
        if not any(one.terms for one in diagnostics):
            return ()
        from lint.diagnosing.causes import causes_of  # noqa: PLC0415

        layout = self.book.layout(report.identity.edition or "2021")
        return causes_of(report, self.engine.rules, diagnostics, layout, self.engine.corpus)

    def read(self, source: str, data: bytes, *, many: bool = False) -> Report:
        """Read a report without checking it. Raises Unreadable."""
        return self.opening.read(source, data, self.settings.told, many=many).handed_out

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
    refuse_floats(trees[0])
    report = report_of_tree(source, dict(trees[0]), dict, session.settings.told)
    return run_of((*session.unread_beside(), session.check_report(report), *session.idle_excuses()))


def read(path: str | os.PathLike[str], settings: Settings | None = None) -> Report:
    """Read one report without checking it. Raises Unreadable where it cannot be read or is none."""
    source = os.fspath(path)
    return Session(settings).read(source, read_bytes(source))


def check_tree(tree: Mapping[str, Any], source: str = "report", settings: Settings | None = None) -> Checked:
    """Check the tree of a report and give its one result: see :func:`check`, which gives a run."""
    refuse_floats(tree)
    session = Session(settings)
    return session.check_report(report_of_tree(source, dict(tree), dict, session.settings.told))


def _made(settings: Settings, cache_folder: Path | None, *, light: bool) -> Session:
    """A session as another process makes its own."""
    session = Session(settings, cache_folder)
    session.light = light
    return session


@cache
def _judge(edition: str) -> Judge:
    return best_judge(resources.schema(f"report/annual-{edition}.json"))
