"""The years that a report names, for a quick look: most name none but their own."""

from lint.model.case import Case
from lint.model.pattern import Pattern

_NAMED = Pattern(r"20\d{1,3}(?=\s{0,2}[年./-])")


def years_named(case: Case) -> frozenset[str]:
    """Every year of this century with 年 or the mark of a date behind it, as written; misspelt ones too."""
    return case.once(_years_named)


def _years_named(case: Case) -> frozenset[str]:
    return frozenset(_NAMED.findall(case.joined))
