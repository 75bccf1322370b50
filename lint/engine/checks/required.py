"""``required``: something must stand in the report."""

from lint.engine.checks.table import Written, words_of
from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.pointer import Pointer, join, resolve, steps
from lint.model.rule import Answers


class RequiredCheck:
    """Asks, at each given place, whether the named things below it exist and are not blank."""

    def __init__(self, given: tuple[Pointer, ...], names: tuple[str, ...]) -> None:
        self.given = given
        self.names = names

    def ask(self, case: Case) -> Answers:
        """One answer for each name at each place."""
        asked = [
            join(at, *steps(f"/{name}"))
            for pattern in self.given
            for at, _ in case.select(pattern)
            for name in self.names
        ]
        missing = [at for at in asked if _blank(resolve(case.report.tree, at)[1])]
        return Answers(len(asked) - len(missing), tuple(Finding(at, {"missing": at}) for at in missing))


def _blank(value: object) -> bool:
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())


def made(written: Written) -> RequiredCheck:
    """The check that a rule file asks for."""
    return RequiredCheck(written.given, words_of(written.options["required"]))
