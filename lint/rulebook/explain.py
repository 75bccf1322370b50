"""A rule explained to people: why, the law, how it is decided, examples, and what makes it a false alarm."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lint.model.rule import Rule
from lint.model.text import Language, Text

_WORDS = {
    "why": Text("为何", "Why"),
    "basis": Text("依据", "Basis"),
    "given": Text("检查何处", "Where"),
    "check": Text("如何判断", "How it is decided"),
    "confidence": Text("把握与误报", "Confidence and false alarms"),
    "good": Text("正例", "Good"),
    "bad": Text("反例", "Bad"),
    "undecided": Text("不作判断的例子", "Undecided"),
}
_SEVERITIES = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}


def explanation(rule: Rule, spec: Mapping[str, Any], language: Language) -> str:
    """The explanation as text, without a final line end."""
    return "\n".join(_lines(rule, spec, language))


def _lines(rule: Rule, spec: Mapping[str, Any], language: Language) -> Iterator[str]:
    severity = _SEVERITIES[rule.severity.value].say(language)
    yield f"{rule.id} {rule.name}  [{severity}]"
    yield rule.title.say(language)
    for name, words in (("why", rule.why), ("basis", rule.basis)):
        yield from ("", f"{_WORDS[name].say(language)}", f"  {words.say(language)}")
    yield from ("", _WORDS["given"].say(language), *(f"  {at or '/'}" for at in rule.given))
    yield from ("", _WORDS["check"].say(language), *(f"  {line}" for line in _check_lines(spec["check"])))
    yield from ("", _WORDS["confidence"].say(language), f"  {rule.confidence.say(language)}")
    for kind in ("good", "bad", "undecided"):
        yield from _example_lines(spec, kind, rule, language)


def _check_lines(check: Mapping[str, Any]) -> Iterator[str]:
    for name, option in check.items():
        if isinstance(option, list):
            yield f"{name}:"
            yield from (f"  {_plain(item)}" for item in option)
        else:
            yield f"{name}: {_plain(option)}"


def _example_lines(spec: Mapping[str, Any], kind: str, rule: Rule, language: Language) -> Iterator[str]:
    for example in spec["examples"].get(kind, [])[:1]:
        yield from ("", _WORDS[kind].say(language))
        yield from (f"  {pointer}: {_plain(value)}" for pointer, value in example["report"].items())
        for finding in example.get("findings", []):
            values = {"where": finding["at"], **finding.get("values", {})}
            yield f"  -> {finding['at']}: {_said(rule, values, language)}"


def _said(rule: Rule, values: Mapping[str, str], language: Language) -> str:
    return rule.message.fill(values).say(language)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
