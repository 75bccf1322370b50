"""A rule explained to people: why, the law, how it is decided, examples, false alarms, and how to accept a finding."""

from collections.abc import Iterator, Mapping
from typing import Any

from lint.model.layout import Layout
from lint.model.rule import Rule
from lint.model.text import Language, Text
from lint.rulebook.comparing import which_needs
from lint.rulebook.deciding import how_decided, which_reports
from lint.rulebook.explaining.blocks import Block, Code, Explained, Line, Part
from lint.rulebook.explaining.drawing import drawn
from lint.rulebook.explaining.severities import SEVERITIES
from lint.rulebook.explaining.waiving import how_to_waive
from lint.rulebook.naming import Naming
from lint.rulebook.options import written

_HEADINGS = {
    "why": Text("为何", "Why"),
    "basis": Text("依据", "Basis"),
    "given": Text("检查何处", "Where"),
    "check": Text("如何判断", "How it is decided"),
    "good": Text("正例", "Good"),
    "bad": Text("反例", "Bad"),
    "undecided": Text("不作判断的例子", "Undecided"),
    "confidence": Text("把握与误报", "Confidence and false alarms"),
    "options": Text("选项", "Options"),
    "waive": Text("如何豁免", "How to accept a finding"),
}
_EXTENDS = Text("没有写明的，沿用规则 {id}", "what it does not say itself is that of rule {id}")
_PACK = Text("规则包：{title}（{name}）", "pack: {title} ({name})")
_REGRADED = Text(
    "规则包“{title}”所适用的报告中作为{severity}：{reason}",
    "in reports that the pack '{title}' is for, the severity is {severity}: {reason}",
)


def explained(rule: Rule, spec: Mapping[str, Any], language: Language, layout: Layout | None = None) -> Explained:
    """The explanation in one language. Places are named in the words of a layout, else by their pointers."""
    naming = Naming(layout, language)
    severity = SEVERITIES[rule.severity].say(language)
    parts = tuple(Part(name, _HEADINGS[name].say(language), blocks) for name, blocks in _parts(rule, spec, naming))
    return Explained(
        rule.id, rule.name, severity, rule.title.say(language), tuple(part for part in parts if part.blocks)
    )


def _parts(rule: Rule, spec: Mapping[str, Any], naming: Naming) -> Iterator[tuple[str, tuple[Block, ...]]]:
    language = naming.language
    yield "why", (Line(rule.why.say(language)),)
    yield "basis", (Line(rule.basis.say(language)), *_of_packs(rule, language))
    where = (*map(naming.pattern, rule.given), *which_needs(rule.needs, naming), *_reports(rule, naming))
    yield "given", _lines(where)
    yield "check", _lines(how_decided(rule, spec["check"], naming))
    for kind in ("good", "bad", "undecided"):
        examples = spec["examples"].get(kind, [])
        yield kind, tuple(drawn(rule, examples[0], naming)) if examples else ()
    yield "confidence", (Line(rule.confidence.say(language)),)
    yield "options", tuple(_options(rule, language))
    yield "waive", tuple(how_to_waive(rule, spec, language))


def _reports(rule: Rule, naming: Naming) -> Iterator[str]:
    yield from which_reports(rule.when, naming)
    if rule.pack is not None:
        yield from which_reports(rule.pack.when, naming)


def _of_packs(rule: Rule, language: Language) -> Iterator[Line]:
    """From which rule and pack it comes, and what packs say of its severity."""
    if rule.extends is not None:
        yield Line(_EXTENDS.fill({"id": rule.extends}).say(language))
    if rule.pack is not None:
        yield Line(_PACK.fill({"title": rule.pack.title.say(language), "name": rule.pack.name}).say(language))
    for one in rule.regrades:
        words = {"title": one.pack.title, "severity": SEVERITIES[one.severity], "reason": one.reason}
        yield Line(_REGRADED.fill({name: text.say(language) for name, text in words.items()}).say(language))


def _options(rule: Rule, language: Language) -> Iterator[Block]:
    for one in rule.options:
        yield Line(f"{one.name} = {written(one.value)}  {one.about.say(language)}")
    if rule.options:
        yield Code(
            "toml", f"[options.{rule.id}]\n" + "\n".join(f"{one.name} = {_toml(one.value)}" for one in rule.options)
        )


def _toml(value: object) -> str:
    text = written(value)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if isinstance(value, str) else text


def _lines(words: Any) -> tuple[Line, ...]:
    """Lines; those that stand in by two spaces are one level in."""
    return tuple(Line(line.lstrip(), level=(len(line) - len(line.lstrip())) // 2) for line in words)
