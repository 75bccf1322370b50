"""All reports of a collection checked: those that are certain to pass in batches, all others one by one."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from lint.columns.facts import Facts
from lint.columns.form import HEADINGS, LISTS
from lint.columns.matrix import Matrix, matrix_of
from lint.columns.reading import Batch
from lint.columns.rows import NOBODY, UNREAD, refusal_of, report_of
from lint.columns.skeleton import prepared, put_together
from lint.columns.texts import KIND
from lint.engine.checks.relation import RelationCheck
from lint.engine.equations import row_equations
from lint.engine.runner import Engine
from lint.engine.screens import YEARS, joined, screen_of
from lint.model.case import Case
from lint.model.errors import Unreadable
from lint.model.finding import Tally
from lint.model.form import CELL_INDEX
from lint.model.light import light
from lint.model.report import Identity, Report
from lint.model.rule import Screen
from lint.model.run import Checked
from lint.readers.tree import report_of_tree

# What reports have in common of which one of them answers for all: by these columns they are sorted.
_CODED = ("state", "tool", "kind", "level", "edition", "skeleton", *HEADINGS.values())
_FEW = 4  # in a batch: so few are asked themselves, rather than one that stands for them
_MOST_KEPT = 4096
_BODY = "某单位"  # stands for any: no rule with a screen tells one name from another
_new = tuple.__new__  # half the time of a call of the class; there may be millions of rows


class Plan(NamedTuple):
    """How reports of one form, kind, level and year pass: so many answers, under the conditions of a screen.

    ``columns`` are those that must not be blank.
    """

    tally: Tally
    who: Identity
    single_other: bool
    columns: frozenset[str]
    screen: Screen


class Asking(NamedTuple):
    """How to ask about one report, and how to say that a file could not be read.

    ``tool`` is the version of the program, ``told`` what the user says about the bodies. ``light`` leaves out the trees
    of reports that pass, where nobody looks at them.
    """

    engine: Engine
    ask: Callable[[Report], Checked]
    refuse: Callable[[str, Unreadable], Checked]
    tool: str
    told: Identity = NOBODY
    light: bool = False


_Key: TypeAlias = tuple[str | int | None, ...]


class Checker:
    """Checks collections with one set of rules; what it learns of one batch it keeps for the next.

    Where fewer than ``few`` rows of a batch are alike, they are asked themselves.
    """

    def __init__(self, asking: Asking, few: int = _FEW) -> None:
        self.asking = asking
        self.few = few
        engine = asking.engine
        every = (*engine.rules, *(rule for rule, _ in engine.claimants))
        self.quick = asking.told == NOBODY and all(rule.pack is None for rule in every)
        equations = [
            one for rule in engine.rules if isinstance(rule.check, RelationCheck) for one in rule.check.equations
        ]
        self.relations = _both(equations)
        self.rows = _both(list(row_equations()))
        self.plans: dict[_Key, Plan | None] = {}

    def check(self, batches: Iterable[Batch], path: str) -> Iterator[Checked]:
        """One result a row, in the order of the rows of a collection. Raises what the batches raise."""
        for batch in batches:
            yield from self._batch(batch, path)

    def _batch(self, batch: Batch, path: str) -> Iterator[Checked]:
        plans = self._passing(batch) if self.quick else [None] * len(batch)
        rows = batch.rows([number for number, plan in enumerate(plans) if plan is None or not self.asking.light])
        agencies = batch.column("agency").to_pylist()
        for source, agency, plan in zip(sources(batch, path), agencies, plans, strict=True):
            if plan is None:
                yield self._one(next(rows), source)
            elif self.asking.light:
                yield light(source, _new(Identity, (agency, *plan.who[1:])), plan.tally)
            else:
                report = report_of(next(rows), source, self.asking.tool)
                yield Checked(source, "read", report, (), plan.tally)

    def _one(self, row: dict[str, Any], source: str) -> Checked:
        """A row that has to be looked at by itself."""
        try:
            if row["state"] == UNREAD:
                raise refusal_of(row)
            return self.asking.ask(report_of(row, source, self.asking.tool, self.asking.told))
        except Unreadable as error:
            return self.asking.refuse(source, error)

    def _passing(self, batch: Batch) -> "list[Plan | None]":
        """For each row how it passes; None for one that has to be asked."""
        import numpy  # noqa: PLC0415

        facts = Facts(batch, self.relations, self.rows)
        keys, groups = _groups(batch)
        sizes = numpy.bincount(groups, minlength=len(keys)).tolist()
        plans = [self._plan(key, size) for key, size in zip(keys, sizes, strict=True)]
        chosen = numpy.full(len(batch), -1)
        for number, plan in enumerate(plans):
            if plan is not None:
                chosen[(groups == number) & _mask(facts, plan)] = number
        return [*map((*plans, None).__getitem__, chosen.tolist())]

    def _plan(self, key: _Key, count: int) -> Plan | None:
        if key in self.plans:
            return self.plans[key]
        if count < self.few:
            return None
        if len(self.plans) >= _MOST_KEPT:
            self.plans.clear()
        plan = self.plans[key] = self._made(key)
        return plan

    def _made(self, key: _Key) -> Plan | None:
        """The plan of reports that are alike, from what the rules answer about one of them without a fault."""
        state, tool, kind, level, edition, skeleton, *headings, year = key
        known = isinstance(skeleton, str) and isinstance(year, int) and year in YEARS
        if state != "read" or tool != self.asking.tool or not known:
            return None
        who = Identity(_BODY, kind, level, year, edition)  # type: ignore[arg-type]  # as _CODED has them
        try:
            form = prepared(str(skeleton))
            report = _model(form, who, dict(zip(HEADINGS.values(), headings, strict=True)))
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return self._plan_of(report, frozenset(_leaves(form)))

    def _plan_of(self, report: Report, leaves: frozenset[str]) -> Plan | None:
        engine = self.asking.engine
        answers = engine.run(report)
        screens = [screen_of(rule) for rule in engine.asked_of(report.identity)]
        if answers.diagnostics or answers.undecided or None in screens:
            return None
        columns = frozenset(name for name in leaves if name in CELL_INDEX or name in LISTS.values())
        screen = joined(one for one in screens if one is not None)
        return Plan(answers.tally, report.identity, Case(report).single_other, columns, screen)


def _both(equations: list[Any]) -> tuple[Matrix, Matrix]:
    return matrix_of(equations, single_other=False), matrix_of(equations, single_other=True)


def sources(batch: Batch, path: str) -> list[str]:
    """Where each report came from; where a row does not say, its number in the collection, from 1."""
    found = batch.column("source").to_pylist()
    return [source or f"{path}#{batch.first + number}" for number, source in enumerate(found, start=1)]


def _mask(facts: Facts, plan: Plan) -> Any:
    found = facts.sound() & facts.whole(plan.columns)
    for condition in plan.screen.conditions:
        found &= facts.holds(condition, single_other=plan.single_other)
    signs, beside = plan.screen.signs, plan.screen.beside
    return found & facts.without(signs, beside) if signs or beside else found


def _groups(batch: Batch) -> tuple[list[_Key], Any]:
    """The keys of the groups of a batch, and the number of the group of each row."""
    import numpy  # noqa: PLC0415

    codes = numpy.unique(batch.column("year").fill_null(-1).to_numpy(), return_inverse=True)[1].astype(numpy.int64)
    for name in _CODED:
        column = batch.column(name)
        size = len(column.dictionary) + (column.null_count > 0)
        if size > 1:
            codes = codes * size + column.indices.fill_null(size - 1).to_numpy()
            codes = numpy.unique(codes, return_inverse=True)[1]  # so that the next product stays small
    firsts = numpy.unique(codes, return_index=True)[1]
    columns = [batch.column(name).take(_numbers(firsts)).to_pylist() for name in (*_CODED, "year")]
    return list(zip(*columns, strict=True)), codes


def _numbers(values: Any) -> Any:
    import pyarrow  # noqa: PLC0415

    return pyarrow.array(values)


def _model(form: Any, who: Identity, headings: dict[str, Any]) -> Report:
    """A report of a form with nothing wrong: all figures 0, no text but its title."""
    title, published = f"{who.agency}{who.year}年{KIND}", f"{(who.year or 0) + 1}-01-20"
    texts = {"title": title, "published": published, **headings}
    columns = dict.fromkeys(CELL_INDEX, 0) | {name: [] for name in LISTS.values()} | who._asdict() | texts
    return report_of_tree("", put_together(form, columns))._replace(identity=who)


def _leaves(form: Any) -> Iterator[str]:
    """The columns that a prepared skeleton takes values from."""
    if isinstance(form, str):
        yield form
    elif isinstance(form, dict):
        for below in form.values():
            yield from _leaves(below)
