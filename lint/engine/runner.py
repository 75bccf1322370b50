"""Rules meet a report: every rule is asked, every answer counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from lint.engine.admitting import is_for
from lint.engine.checks.python import PythonCheck
from lint.engine.checks.schema import SchemaCheck
from lint.engine.questions import Admitted, Asked, Claimants, Question, Questions
from lint.engine.schemas import Judge, SchemaError
from lint.model.case import Case
from lint.model.errors import LintError
from lint.model.finding import Finding
from lint.model.node import Node
from lint.model.report import Identity, Report
from lint.model.rule import Answers, Rule
from lint.model.undecided import Reason, Undecided

if TYPE_CHECKING:
    from lint.engine.makes import Makes
    from lint.model.corpus import Corpus
    from lint.model.layout import Layout

_Asking: TypeAlias = tuple[str | None, str | None, str | None, int | None, str | None]
_MOST_KEPT = 256


class Engine:
    """The chosen rules, made ready to be asked of many reports.

    ``claimants`` are all rules among which the errors of the schema are shared out, asked or not, so that an ignored
    rule does not leave its findings to another; the chosen ones where nothing is said. Rules that compare with other
    reports are asked only where such reports are given: see :meth:`beside`.
    """

    corpus: "Corpus | None" = None
    follows_years = False  # whether a rule is asked that compares with earlier years

    def __init__(
        self,
        rules: Iterable[Rule],
        judges: Callable[[str], Judge],
        layouts: "Callable[[str], Layout]",
        claimants: Iterable[Rule] = (),
    ) -> None:
        chosen = tuple(rules)
        self.linter: Mapping[str, Rule] = {rule.id: rule for rule in chosen if rule.family == "LT"}
        self.claimants: Claimants = tuple(_schema_rules(tuple(claimants) or chosen))
        self.schema_ids = frozenset(rule.id for rule, _ in _schema_rules(chosen))
        self.rules = tuple(rule for rule in chosen if rule.id not in self.schema_ids and rule.id not in self.linter)
        self.questions = _questions(rule for rule in self.rules if rule.needs is None)
        self._forget()
        self.regional = any(rule.pack is not None and rule.pack.when.regions for rule in self.rules)
        self.judges = judges
        self.layouts = layouts

    def beside(self, corpus: "Corpus") -> "Engine":
        """The same rules, those among them that compare with reports of this corpus asked too."""
        import copy  # noqa: PLC0415 - most runs compare with nothing

        from lint.model.corpus import YEARS  # noqa: PLC0415 - nor needs it

        made = copy.copy(self)
        made.corpus = corpus
        made.follows_years = YEARS in corpus.needs and any(rule.needs == YEARS for rule in self.rules)
        made.questions = _questions(rule for rule in self.rules if rule.needs is None or rule.needs in corpus.needs)
        made._forget()  # noqa: SLF001 - of its own kind
        return made

    def _forget(self) -> None:
        """Begin with nothing known about reports: it is learned as they come."""
        self.admitted: dict[_Asking, Admitted] = {}
        self.__dict__.pop("makes", None)

    @cached_property
    def makes(self) -> "Makes":
        """What is known of the reports met so far."""
        from lint.engine.makes import Makes  # noqa: PLC0415 - one report alone has nothing in common with others

        return Makes(self._for, self._fits)

    def asks_anything(self) -> bool:
        """Whether any rule is left to ask where no other report is given to compare with."""
        return bool(self.questions or self.schema_ids)

    def run(self, report: Report) -> Asked:
        """Ask every rule about one report. Raises UsageError where what it is compared with can be read no more."""
        return self.run_together((report,))[0]

    def run_together(self, reports: Iterable[Report]) -> list[Asked]:
        """Ask every rule about each report, rule by rule: what a rule needs is at hand from the second report on.

        Raises as :meth:`run` does: then nothing is told of any of them.
        """
        begun = [self._begun(report) for report in reports]
        alike: dict[int, tuple[Admitted, list[Questions]]] = {}
        for asked, admitted in begun:
            alike.setdefault(id(admitted), (admitted, []))[1].append(asked)
        for admitted, some in alike.values():
            self._ask(some, admitted)
        return [self._ended(asked) for asked, _ in begun]

    def _begun(self, report: Report) -> tuple[Questions, Admitted]:
        """What a report answers by its form, and what is left to ask."""
        case = Case(report, self.corpus)
        asked = self._questions_to(case)
        make = self.makes.of(case) if report.flat is not None and not self.regional else None
        if make is not None:
            passed, admitted = make.known(case)
            asked.tally.passed += passed
            return asked, admitted
        asked.schema(self.claimants, self.schema_ids, self._schema_errors(case))
        return asked, self._for(report.identity)

    def _ended(self, asked: Questions) -> Asked:
        asked.troubles()
        asked.age()
        if self.follows_years:
            asked.last_year()
        return asked.result()

    def _questions_to(self, case: Case) -> Questions:
        return Questions(case, lambda: self.layouts(_edition_of(case)), self.linter)

    def _schema_errors(self, case: Case) -> list[SchemaError]:
        """What the schema has against a report; nothing where no rule about it is asked."""
        if not self.schema_ids:
            return []
        judge = self.judges(_edition_of(case))
        if not case.has_odd_decimals and judge.accepts(case.light_tree):
            return []
        return judge.errors(case.report.tree)

    def _fits(self, case: Case) -> int | None:
        """How many answers the schema gives about a report that fits it; None where it does not."""
        if self._schema_errors(case):
            return None
        asked = self._questions_to(case)
        asked.schema(self.claimants, self.schema_ids, [])
        return asked.tally.passed

    def _ask(self, reports: list[Questions], admitted: Admitted) -> None:
        """Ask rules one by one, each of all reports."""
        questions, unsure = admitted
        for rule in unsure:
            for asked in reports:
                asked.unsure(rule)
        wholes = [(asked, Node(asked.case, "", asked.case.report.tree)) for asked in reports]
        for question in questions:
            self._ask_each(question, wholes)

    def _ask_each(self, question: Question, wholes: list[tuple[Questions, Node]]) -> None:
        """Ask one rule of all reports. The blind except: it may be anybody's code, and must not end the run."""
        rule, ask, function = question
        for asked, whole in wholes:
            try:
                # Most rules are functions of the whole report: called here, one node serves all of them.
                found = tuple(function(whole)) if function else None
                if found == ():
                    asked.tally.passed += 1
                else:
                    asked.note(rule, Answers(0, found) if found else ask(asked.case))
            except Undecided as reason:
                asked.note(rule, Answers(0, (), (Reason(reason.at, reason.words),)))
            except LintError:  # what it compares with is gone: no fault of the rule, and nothing more can be asked
                raise
            except (Exception, SystemExit) as error:  # noqa: BLE001
                asked.crash(rule, error)

    def asked_of(self, who: Identity) -> tuple[Rule, ...]:
        """The rules, but those of the schema, that are asked about a report of such a body."""
        return tuple(question[0] for question in self._for(who)[0])

    def _for(self, who: Identity) -> Admitted:
        """The questions for a report, and the rules of which it does not say whether they are."""
        asking = (who.edition, who.kind, who.level, who.year, who.agency if self.regional else None)
        found = self.admitted.get(asking)
        if found is None:
            if len(self.admitted) >= _MOST_KEPT:
                self.admitted.clear()
            found = self.admitted[asking] = _sorted_out(self.questions, who)
        return found


def _schema_rules(rules: Iterable[Rule]) -> Iterator[tuple[Rule, SchemaCheck]]:
    return ((rule, rule.check) for rule in rules if isinstance(rule.check, SchemaCheck))


def _questions(rules: Iterable[Rule]) -> tuple[Question, ...]:
    return tuple((rule, rule.check.ask, _whole(rule)) for rule in rules)


def _sorted_out(questions: tuple[Question, ...], who: Identity) -> Admitted:
    answers = [is_for(one[0], who) for one in questions]
    both = tuple(zip(questions, answers, strict=True))
    return tuple(one for one, answer in both if answer), tuple(one[0] for one, answer in both if answer is None)


def _whole(rule: Rule) -> Callable[[Node], Iterable[Finding]] | None:
    """The function of a rule that is to be called once with the whole report."""
    return rule.check.whole if isinstance(rule.check, PythonCheck) else None


def _edition_of(case: Case) -> str:
    return case.report.identity.edition or "2021"
