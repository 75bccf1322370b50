"""The severity of a finding where a pack has its own for the rule, and the words that say so."""

from typing import NamedTuple

from lint.engine.admitting import admits
from lint.model.finding import Finding, Severity
from lint.model.report import Identity
from lint.model.rule import Regrade, Rule
from lint.model.text import Text

_SEVERITIES = {
    Severity.ERROR: Text("错误", "an error"),
    Severity.WARNING: Text("警告", "a warning"),
    Severity.INFO: Text("提示", "a note"),
}
_TOLD = Text("{message}（规则包“{pack}”定为{severity}）", "{message} ({severity} by the pack '{pack}')")
_WHY = Text("{basis}；规则包“{pack}”：{reason}", "{basis}; the pack '{pack}': {reason}")


class Graded(NamedTuple):
    """How grave a finding is, and the pack that made it so; None where it is as the rule itself has it."""

    severity: Severity
    by: Regrade | None = None


def graded(finding: Finding, rule: Rule, who: Identity | None) -> Graded:
    """The severity of a finding in the report of this body.

    A finding as grave as its rule gets what the pack says; one that the rule itself makes milder or graver gets it only
    where that is milder still. Of several packs for the report the last one counts.
    """
    own = finding.severity or rule.severity
    if not rule.regrades or who is None:
        return Graded(own)
    regrade = next((one for one in reversed(rule.regrades) if admits(one.pack.when, who)), None)
    if regrade is None:
        return Graded(own)
    now = regrade.severity if own is rule.severity else max(own, regrade.severity, key=lambda one: one.rank)
    return Graded(now, None if now is own else regrade)


def may_be_regraded(rule: Rule, who: Identity) -> bool:
    """Whether the report does not say if a pack that has its own severity for the rule is for it."""
    return any(admits(one.pack.when, who) is None for one in rule.regrades)


def told(message: Text, regrade: Regrade) -> Text:
    """The message of a finding, with the pack that answers for its severity."""
    said = _SEVERITIES[regrade.severity]
    title = regrade.pack.title
    return Text(
        _TOLD.zh.format(message=message.zh, pack=title.zh, severity=said.zh),
        _TOLD.en.format(message=message.en, pack=title.en, severity=said.en),
    )


def grounded(basis: Text, regrade: Regrade) -> Text:
    """The basis of a finding, with the reason that the pack gives."""
    title, reason = regrade.pack.title, regrade.reason
    return Text(
        _WHY.zh.format(basis=basis.zh, pack=title.zh, reason=reason.zh),
        _WHY.en.format(basis=basis.en, pack=title.en, reason=reason.en),
    )
