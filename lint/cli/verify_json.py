"""What the rule set says about itself, as JSON."""

from collections.abc import Iterator
from typing import Any

from lint.formatters.escape import dump
from lint.formatters.look import Look
from lint.model.form import CELLS
from lint.model.layout import Layout
from lint.rulebook.verifying.found import KINDS, Found
from lint.rulebook.verifying.verify import Covered, Verification


def as_json(verification: Verification, layout: Layout, look: Look) -> Iterator[str]:
    """One JSON document: ``found``, ``relations``, ``coverage``, ``uncovered``, ``rules`` and ``summary``."""
    document = {
        "version": 1,
        "tool": {"name": "xxgk-lint", "version": look.version},
        "found": [_found(one, layout, look) for one in verification.found],
        "relations": [{**form._asdict(), "redundant": form.equalities - form.rank} for form in verification.forms],
        "coverage": [_covered(one, layout, look) for one in verification.coverage],
        "uncovered": [CELLS[one.cell] for one in verification.coverage if not one.relations],
        "rules": dict(verification.names),
        "summary": verification.counts(),
    }
    yield dump(document, unicode=look.unicode) + "\n"


def _found(one: Found, layout: Layout, look: Look) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "what": KINDS[one.kind].say(look.language),
        "wrong": one.wrong,
        "rule": one.rule,
        "pointer": one.at,
        "where": layout.words(one.at).say(look.language) if one.about_a_cell and one.at else None,
        "message": one.words.say(look.language),
        "related": [other._asdict() for other in one.others],
        "source": one.source,
        "place": one.place.as_dict() if one.place else None,
        "known": one.known.say(look.language) if one.known else None,
    }


def _covered(one: Covered, layout: Layout, look: Look) -> dict[str, Any]:
    at = CELLS[one.cell]
    where = layout.words(at).say(look.language)
    return {"pointer": at, "where": where, "relations": one.relations, "conditions": one.conditions}
