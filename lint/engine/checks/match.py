"""``match``: text that must fit a pattern."""

from lint.engine.checks.patterns import searched
from lint.engine.checks.table import Written, words_of
from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.model.rule import Answers


class MatchCheck:
    """Asks every piece of text at the given places; each piece that no pattern fits is a finding."""

    def __init__(self, given: tuple[Pointer, ...], patterns: tuple[str, ...]) -> None:
        self.given = given
        self.patterns = tuple(map(Pattern, patterns))

    def ask(self, case: Case) -> Answers:
        """One answer for each piece of text."""
        pieces = case.texts_at(self.given)
        missed = [(at, text) for at, text in pieces if not any(searched(pattern, text) for pattern in self.patterns)]
        return Answers(len(pieces) - len(missed), tuple(Finding(at, {"found": text[:80]}) for at, text in missed))


def made(written: Written) -> MatchCheck:
    """The check that a rule file asks for."""
    return MatchCheck(written.given, words_of(written.options["match"]))
