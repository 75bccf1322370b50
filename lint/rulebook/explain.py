"""A rule explained to people: why, the law, how it is decided, examples, and what makes it a false alarm."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from lint.model.finding import Severity
from lint.model.form import CONTAINERS
from lint.model.layout import Layout
from lint.model.pointer import Pointer
from lint.model.rule import Rule
from lint.model.text import Language, Text
from lint.rulebook.comparing import which_needs
from lint.rulebook.deciding import how_decided, which_reports
from lint.rulebook.naming import Naming
from lint.rulebook.options import written
from lint.rulebook.remarks import REMARK_WORDS

_WORDS = {
    "why": Text("为何", "Why"),
    "basis": Text("依据", "Basis"),
    "given": Text("检查何处", "Where"),
    "check": Text("如何判断", "How it is decided"),
    "options": Text("选项", "Options"),
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
_COMPLETE = Text("一份完整、各格为 0 的报告", "a complete report, all figures 0")
_WHICH = Text("，其中：", ", in which:")
_REMOVED = Text("没有{where}", "{where} is left out")
_BLANK = Text("空白", "blank")
_BESIDE = {
    "previous": Text("往年的报告：", "an earlier report:"),
    "members": Text("一份下级报告：", "the report of a member:"),
}
_ROWS = dict(CONTAINERS)


def explanation(rule: Rule, spec: Mapping[str, Any], language: Language, layout: Layout | None = None) -> str:
    """The explanation as text, without a final line end. Places are named in the words of a layout."""
    return "\n".join(_lines(rule, spec, Naming(layout, language)))


def _lines(rule: Rule, spec: Mapping[str, Any], naming: Naming) -> Iterator[str]:
    language = naming.language
    severity = _SEVERITIES[rule.severity.value].say(language)
    yield f"{rule.id} {rule.name}  [{severity}]"
    yield rule.title.say(language)
    for name, words in (("why", rule.why), ("basis", rule.basis)):
        yield from ("", f"{_WORDS[name].say(language)}", f"  {words.say(language)}")
    where = (*map(naming.pattern, rule.given), *which_needs(rule.needs, naming), *which_reports(rule.when, naming))
    yield from ("", _WORDS["given"].say(language), *(f"  {line}" for line in where))
    yield from ("", _WORDS["check"].say(language), *(f"  {line}" for line in how_decided(rule, spec["check"], naming)))
    if rule.options:
        shown = [f"  {one.name} = {written(one.value)}  {one.about.say(language)}" for one in rule.options]
        yield from ("", _WORDS["options"].say(language), *shown)
    yield from ("", _WORDS["confidence"].say(language), f"  {rule.confidence.say(language)}")
    for kind in ("good", "bad", "undecided"):
        yield from _example_lines(spec, kind, rule, naming)


def _example_lines(spec: Mapping[str, Any], kind: str, rule: Rule, naming: Naming) -> Iterator[str]:
    for example in spec["examples"].get(kind, [])[:1]:
        yield from ("", _WORDS[kind].say(naming.language))
        yield from (f"  {line}" for line in _report_lines(example, naming))
        yield from (f"  → {_found(rule, finding, naming)}" for finding in example.get("findings", []))


def _report_lines(example: Mapping[str, Any], naming: Naming) -> Iterator[str]:
    written = [line for at, value in example["report"].items() for line in _drawn(at, value, naming)]
    removed = [_REMOVED.fill({"where": naming.place(at)}).say(naming.language) for at in example.get("remove", [])]
    if example.get("complete"):
        more = _WHICH.say(naming.language) if written or removed else ""
        yield f"{_COMPLETE.say(naming.language)}{more}"
    yield from written
    yield from removed
    for name, words in _BESIDE.items():
        for beside in example.get(name, []):
            yield words.say(naming.language)
            yield from (line for at, value in beside.items() for line in _drawn(at, value, naming))


def _found(rule: Rule, finding: Mapping[str, Any], naming: Naming) -> str:
    """A finding of an example as a run would say it; its severity where it is not the rule's own."""
    where = naming.place(finding["at"])
    said = rule.message.fill({"where": where, **finding.get("values", {})}).say(naming.language)
    severity = Severity(finding.get("severity", rule.severity.value))
    told = said if where in said else f"{where}{naming.colon}{said}"
    lowered = "" if severity is rule.severity else f"  [{_SEVERITIES[severity.value].say(naming.language)}]"
    return f"{told}{lowered}"


def _drawn(at: Pointer, value: Any, naming: Naming) -> Iterator[str]:
    """What an example puts at a place: figures behind the words of their row, remarks in words, else as it is."""
    if at.startswith("/document") and isinstance(value, dict | list):
        yield from _document(value, naming)
    elif isinstance(value, Mapping) and "/table/" in at:
        cells = ((naming.place(f"{at}/{name}"), _plain(below, naming)) for name, below in value.items())
        yield from (f"{where}{naming.colon}{figure}" for where, figure in cells)
    elif isinstance(value, Mapping):
        yield from (line for name, below in value.items() for line in _drawn(f"{at}/{name}", below, naming))
    elif at in _ROWS and isinstance(value, list):
        yield f"{naming.place(at)}{naming.colon}{'  '.join(_plain(figure, naming) for figure in value)}"
    elif isinstance(value, list) and at.endswith(("/paragraphs", "/preamble")):
        yield from (f"{naming.place(f'{at}/{n}')}{naming.colon}{_plain(one, naming)}" for n, one in enumerate(value))
    else:
        yield f"{naming.place(at)}{naming.colon}{_plain(value, naming)}"


def _document(value: Any, naming: Naming) -> Iterator[str]:
    """Headings and remarks of a document, one line each."""
    for one in value if isinstance(value, list) else [one for below in value.values() for one in below]:
        if "kind" in one:
            kind = REMARK_WORDS.get(one["kind"], Text(one["kind"], one["kind"])).say(naming.language)
            yield f"{naming.place(one['pointer'])}{naming.colon}{_shown(one, naming)}{naming.brackets(kind)}"
        else:
            below = "".join(one.get("paragraphs", ()))
            yield f"{one.get('text', one.get(naming.language, ''))}{naming.colon if below else ''}{below}"


def _shown(remark: Mapping[str, Any], naming: Naming) -> str:
    return "" if remark["kind"] == "order" else naming.quoted(remark["text"])


def _plain(value: object, naming: Naming) -> str:
    if value is None:
        return _BLANK.say(naming.language)
    if isinstance(value, str):
        return naming.quoted(value) if re.fullmatch(r"[-\d.]*", value) else value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list) and len(value) <= 1:
        return "".join(str(one) for one in value) or "[]"
    return json.dumps(value, ensure_ascii=False, default=str)
