"""``json`` and ``jsonl``: everything, for programs; the shape is that of ``schemas/output.schema.json``."""

from decimal import Decimal
from typing import Any

from lint.formatters.escape import dump
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.model.cause import Cause, Change, Proof, Repair
from lint.model.finding import Diagnostic
from lint.model.place import Place
from lint.model.run import Checked, Summary
from lint.model.text import Language


def render(summary: Summary, look: Look) -> Rendering:
    """One JSON document; a report's element is written as soon as it is checked."""
    tool = {"name": "xxgk-lint", "version": look.version}
    yield f'{{"version": 1,\n"tool": {dump(tool, unicode=look.unicode)},\n"reports": ['
    lead = "\n"
    while checked := (yield None):
        if checked.state != "passed_over":
            yield lead + dump(element(checked, look.language), unicode=look.unicode)
            lead = ",\n"
    yield f'\n],\n"summary": {dump(summary.as_dict(), unicode=look.unicode)}}}\n'


def render_lines(summary: Summary, look: Look) -> Rendering:
    """One line for each report as it is ready, then one for the summary."""
    while checked := (yield None):
        if checked.state != "passed_over":
            yield dump(element(checked, look.language), unicode=look.unicode) + "\n"
    yield dump({"summary": summary.as_dict()}, unicode=look.unicode) + "\n"


def element(checked: Checked, language: Language) -> dict[str, Any]:
    """One element of ``reports``."""
    identity = checked.report.identity if checked.report else None
    return {
        "source": checked.source,
        "edition": identity.edition if identity else None,
        "agency": identity.agency if identity else None,
        "year": identity.year if identity else None,
        "findings": [_finding(found, language) for found in checked.diagnostics],
        "diagnoses": [_diagnosis(cause, language) for cause in checked.causes],
        "answers": checked.tally.as_dict(),
    }


def _finding(found: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message.say(language),
        "where": found.where.say(language),
        "pointer": found.pointer,
        "place": _place(found.place),
        "values": found.values,
        "related": [{"pointer": at, "place": _place(place)} for at, place in found.related],
        "fingerprint": found.fingerprint,
        "waived": found.waived,
    }


def _diagnosis(cause: Cause, language: Language) -> dict[str, Any]:
    return {
        "explains": cause.explains,
        "decided": cause.decided,
        "repairs": [_repair(repair, language) for repair in cause.repairs],
        "omitted": cause.omitted,
        "proof": _proof(cause.proof, language),
    }


def _repair(repair: Repair, language: Language) -> dict[str, Any]:
    return {
        "cells": [_change(one) for one in repair.cells],
        "pattern": repair.pattern,
        "evidence": [
            {"fits": one.fits, "words": one.words.say(language), "pointer": one.pointer} for one in repair.evidence
        ],
    }


def _proof(proof: Proof, language: Language) -> dict[str, Any]:
    return {
        "broken": [words.say(language) for words in proof.broken],
        "because": [words.say(language) for words in proof.because],
        "conclusion": proof.conclusion.say(language),
        "after": [words.say(language) for words in proof.after],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "pointer": change.pointer,
        "place": _place(change.place),
        "actual": _figure(change.actual),
        "expected": _figure(change.expected),
    }


def _figure(value: int | Decimal | None) -> int | str | None:
    """A whole number as it is, one with a fraction as text: JSON readers make it binary otherwise."""
    return str(value) if isinstance(value, Decimal) else value


def _place(place: Place | None) -> dict[str, object] | None:
    return place.as_dict() if place else None
