"""The only names that a Python rule may import."""

from typing import TYPE_CHECKING

from lint.model.finding import Finding, Severity
from lint.model.followed import followed
from lint.model.form import (
    APPLICANTS,
    BLOCKS,
    CELL_INDEX,
    CELLS,
    COLUMNS,
    GROUPS,
    OUTCOMES,
    ROWS,
    SECTIONS,
    TABLES,
    cells_of,
)
from lint.model.identity import makes_regulations
from lint.model.misplaced import misplaced
from lint.model.node import Node
from lint.model.pattern import Pattern
from lint.model.plain import plain_text
from lint.model.report import Heading, Remark
from lint.model.scope import scope_of
from lint.model.text import Text
from lint.model.undecided import (
    BEFORE_THE_FORM,
    EDITION_UNKNOWN,
    MAY_SPEAK_OF,
    NO_EARLIER,
    NO_HEADINGS,
    Undecided,
)
from lint.model.words import Words
from lint.prose.accepted import accepted
from lint.prose.clauses import Clause, clauses_of, elsewhere, findings_of, names_another, of_another_year
from lint.prose.contradictions import contradicted
from lint.prose.later import (
    bank_cards,
    breakdowns_of,
    growths_of,
    identity_numbers,
    mobile_numbers,
    shares_of,
    signature_of,
    sums_of_shares,
    totals_of,
)
from lint.prose.quantities import quantities
from lint.prose.sentences import counting
from lint.prose.statements import other_scope, statements_of
from lint.prose.years import years_named

if TYPE_CHECKING:  # for annotations; a start does without
    # The alias is what exports a name that stands in no __all__: at a run it is not there.
    from lint.prose.growth import Growth as Growth  # noqa: PLC0414 - exports it
    from lint.prose.parts import Breakdown as Breakdown  # noqa: PLC0414 - exports it
    from lint.prose.personal import Personal as Personal  # noqa: PLC0414 - exports it
    from lint.prose.shares import Share as Share  # noqa: PLC0414 - exports it
    from lint.prose.signature import Signature as Signature  # noqa: PLC0414 - exports it
    from lint.prose.totals import Total as Total  # noqa: PLC0414 - exports it

__all__ = [
    "APPLICANTS",
    "BEFORE_THE_FORM",
    "BLOCKS",
    "CELLS",
    "CELL_INDEX",
    "COLUMNS",
    "EDITION_UNKNOWN",
    "GROUPS",
    "MAY_SPEAK_OF",
    "NO_EARLIER",
    "NO_HEADINGS",
    "OUTCOMES",
    "ROWS",
    "SECTIONS",
    "TABLES",
    "Clause",
    "Finding",
    "Heading",
    "Node",
    "Pattern",
    "Remark",
    "Severity",
    "Text",
    "Undecided",
    "Words",
    "accepted",
    "bank_cards",
    "breakdowns_of",
    "cells_of",
    "clauses_of",
    "contradicted",
    "counting",
    "elsewhere",
    "findings_of",
    "followed",
    "growths_of",
    "identity_numbers",
    "makes_regulations",
    "misplaced",
    "mobile_numbers",
    "names_another",
    "of_another_year",
    "other_scope",
    "plain_text",
    "quantities",
    "scope_of",
    "shares_of",
    "signature_of",
    "statements_of",
    "sums_of_shares",
    "totals_of",
    "years_named",
]
