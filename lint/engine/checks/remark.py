"""``remark``: what a reader noticed in the document and the tree cannot hold."""

from lint.engine.checks.table import Written, words_of
from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.rule import ONE_PASSED, Answers

MOST_QUOTED = 60


class RemarkCheck:
    """Asks whether the reader made a remark of these kinds; the same words at the same place count once."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self.kinds = frozenset(kinds)

    def ask(self, case: Case) -> Answers:
        """One answer for the whole report, or one for each remark."""
        found = {
            (remark.pointer, remark.text): Finding(
                remark.pointer, {"found": remark.text[:MOST_QUOTED]}, place=remark.place
            )
            for remark in reversed(case.report.document.remarks)
            if remark.kind in self.kinds
        }
        return Answers(0, tuple(reversed(found.values()))) if found else ONE_PASSED


def made(written: Written) -> RemarkCheck:
    """The check that a rule file asks for."""
    return RemarkCheck(words_of(written.options["remark"]))
