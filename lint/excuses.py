"""The excuses of a run, from its settings: waivers that name known rules only, and the baseline as it stands."""

import datetime
from collections.abc import Iterable, Mapping

from lint.baseline import load_baseline
from lint.engine.excusing import Excuses, Excusing
from lint.model.errors import ConfigError
from lint.model.nearest import did_you_mean
from lint.model.rule import Rule
from lint.model.settings import Settings
from lint.model.text import Text
from lint.model.waiver import NEVER_WAIVED, Waiver


def excusing_of(settings: Settings, rules: Iterable[Rule], linter: Mapping[str, Rule]) -> Excusing:
    """What marks the findings of a run. Raises ConfigError where a waiver or the baseline cannot be used."""
    named = {word for rule in rules for word in (rule.id, rule.name)}
    for number, waiver in enumerate(settings.waivers, start=1):
        _refuse_unknown(waiver, number, named, settings.waivers_source)
        _refuse_linter(waiver, number, linter, settings.waivers_source)
    baseline = load_baseline(settings.baseline) if settings.baseline is not None else None
    today = settings.today or datetime.date.today()  # noqa: DTZ011 - the day where the office is
    return Excusing(Excuses(settings.waivers, settings.waivers_source, baseline), linter, today)


def _refuse_unknown(waiver: Waiver, number: int, named: set[str], source: str) -> None:
    if waiver.rule in named:
        return
    near = did_you_mean(waiver.rule, sorted(named))
    words = Text(
        f"第 {number} 条豁免：没有规则“{waiver.rule}”{near.zh}",
        f"waiver {number}: there is no rule '{waiver.rule}'{near.en}",
    )
    raise ConfigError(words, source)


def _refuse_linter(waiver: Waiver, number: int, linter: Mapping[str, Rule], source: str) -> None:
    if waiver.rule.startswith(NEVER_WAIVED) or any(waiver.rule == rule.name for rule in linter.values()):
        words = Text(
            f"第 {number} 条豁免：关于检查本身的问题（{waiver.rule}）不能豁免",
            f"waiver {number}: findings about the check itself ({waiver.rule}) cannot be waived",
        )
        raise ConfigError(words, source)
