"""``schema``: what the JSON Schema of the report says about one keyword at one kind of place."""

from lint.engine.checks.table import Written, words_of
from lint.model.case import Case
from lint.model.pointer import Pointer, matches
from lint.model.rule import Answers


class SchemaCheck:
    """Claims the errors of one schema keyword at the given places.

    Where two rules claim the same error, the one with the longer pattern has it, so that a missing section is
    ST001 and not twice the same. The engine asks the schema once for all of them; see ``lint.engine.schemas``.
    """

    def __init__(self, given: tuple[Pointer, ...], keywords: tuple[str, ...]) -> None:
        self.given = given
        self.keywords = keywords

    def claims(self, keyword: str, at: Pointer) -> int:
        """How closely this check fits an error: 0 not at all, else the more the longer its pattern.

        A keyword without its kind, such as ``type`` for ``type:quoted``, stands for all kinds that no other rule names.
        """
        exact = keyword in self.keywords
        if not exact and keyword.partition(":")[0] not in self.keywords:
            return 0
        return max((2 * len(pattern) + 1 + exact for pattern in self.given if matches(pattern, at)), default=0)

    def ask(self, case: Case) -> Answers:
        """Nothing to ask alone: the engine answers for all rules of this kind."""
        del case
        return Answers(1)


def made(written: Written) -> SchemaCheck:
    """The check that a rule file asks for."""
    return SchemaCheck(written.given, words_of(written.options["schema"]))
