"""``linter``: a finding about the linter's own work; nothing of a report is asked."""

from lint.engine.checks.table import Written
from lint.model.case import Case
from lint.model.rule import Answers


class LinterCheck:
    """Holds the place of a rule whose findings the reader or the engine itself makes."""

    def ask(self, case: Case) -> Answers:
        """Nothing is asked, nothing is counted."""
        del case
        return Answers(0)


def made(written: Written) -> LinterCheck:
    """The check that a rule file asks for."""
    del written
    return LinterCheck()
