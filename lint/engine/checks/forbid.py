"""``forbid``: text that must not fit a pattern."""

from lint.engine.checks.patterns import searched
from lint.engine.checks.table import Written, words_of
from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.model.rule import Answers

MOST_QUOTED = 80


class ForbidCheck:
    """Asks every piece of text at the given places; each piece with a hit is a finding at that piece."""

    def __init__(self, given: tuple[Pointer, ...], patterns: tuple[str, ...]) -> None:
        self.given = given
        self.patterns = tuple(map(Pattern, patterns))

    def ask(self, case: Case) -> Answers:
        """One answer for each piece of text."""
        pieces = case.texts_at(self.given)
        hits = [(at, self._hit(text)) for at, text in pieces]
        findings = tuple(Finding(at, {"found": hit[:MOST_QUOTED].strip()}) for at, hit in hits if hit is not None)
        return Answers(len(pieces) - len(findings), findings)

    def _hit(self, text: str) -> str | None:
        found = next(filter(None, (searched(pattern, text) for pattern in self.patterns)), None)
        return found[0] if found else None


def made(written: Written) -> ForbidCheck:
    """The check that a rule file asks for."""
    return ForbidCheck(written.given, words_of(written.options["forbid"]))
