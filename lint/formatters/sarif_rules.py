"""What SARIF says of rules: their words, their law, the level that they have where a result says no other."""

from typing import Any

from lint.formatters.sarif_places import message
from lint.formatters.words import BASIS
from lint.model.finding import Diagnostic, Severity
from lint.model.rule import Rule
from lint.model.text import Language

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Descriptors:
    """The rules of a run by their position: those that were loaded, and behind them any others that results name."""

    def __init__(self, rules: tuple[Rule, ...], language: Language) -> None:
        self.language = language
        self.found: list[dict[str, Any]] = [_of_rule(rule, language) for rule in rules]
        self._positions = {rule.id: number for number, rule in enumerate(rules)}

    def position(self, found: Diagnostic) -> int:
        """The position of a finding's rule."""
        if found.rule not in self._positions:
            self._positions[found.rule] = len(self.found)
            self.found.append(_of_finding(found, self.language))
        return self._positions[found.rule]


def _of_rule(rule: Rule, language: Language) -> dict[str, Any]:
    why, basis, confidence = (words.say(language) for words in (rule.why, rule.basis, rule.confidence))
    law = f"{BASIS.say(language)}: {basis}"
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": message(rule.title.say(language))},
        "fullDescription": {"text": message(why)},
        "help": {"text": message("\n\n".join(filter(None, (why, law, confidence))), lines=True)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "basis": basis, "confidence": confidence, "since": rule.since, "status": rule.status, "tags": [rule.family],
        },
    }  # fmt: skip


def _of_finding(found: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "id": found.rule,
        "name": found.name,
        "shortDescription": {"text": message(found.name)},
        "defaultConfiguration": {"level": LEVELS[found.severity]},
        "properties": {"basis": found.basis.say(language)},
    }
