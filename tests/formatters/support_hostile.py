"""Results whose every foreign word is the same, harmless or hostile: outputs may differ in these words only."""

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

from lint.formatters.look import Look
from lint.model.cause import Cause, Repair
from lint.model.finding import Diagnostic
from lint.model.run import Checked
from lint.model.text import Text
from tests.formatters.support_formatters import results, unpacked
from tests.formatters.support_read_back import Outline, markdown, sheets, table, written

HARMLESS = "无害"
HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "command": "::error::x",
    "command-with-colons": "::error file=a,title=a:b::x",
    "command-on-a-line": "a\n::error file=x::y\n::stop-commands::t",
    "old-command": "##[error]x\n##vso[task.complete result=Failed;]x\n##teamcity[x]",
    "escapes": "\x1b[2J\x1b]8;;http://x\x07y\x9b1m",
    "bidi": "\u202eexe.txt\u2066\u200b\u2028\u2029",
    "cdata": "<![CDATA[x]]>]]>--><!-- <?x ?>",
    "quotes": '"\'`\\"&quot;&#10;&amp;',
    "lines": "a\r\nb\rc\nd\te",
    "nul": "a\x00b\x7f",
    "surrogates": "\ud800\udfff\udcff",
    "no-characters": "\ufffe\uffff",
    "formula": "=cmd|' /C calc'!A0",
    "table": "a | b |\n| --- | --- |",
    "markup": "# a\n- b\n1. c\n> d\n**e** _f_ ~~g~~ `h` ```i``` $j$",
    "link": "[x](javascript:alert(1)) <http://x> ![y](http://z) www.example.org [z]: http://z",
    "mentions": "@all @team/x #1 !2 &3 %4 ~5 $6",
    "numbered": "_x000D__x0041_",
    "braces": "{0} {{1}} {source} %s %0A",
    "separators": "a;b,c|d / ~1 | e",
    "long": "长" * 20_000,
}
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_COMMANDS = "add-mask|add-path|debug|endgroup|error|group|notice|save-state|set-env|set-output|stop-commands|warning"
COMMAND = re.compile(rf"^\s*::(?:{_COMMANDS})\b[^\n]*::|##(?:\[|vso\[|teamcity\[)", re.MULTILINE | re.IGNORECASE)


def foreign(words: str) -> list[Checked]:
    """A report with a cause, findings without one, and waived ones; unread, undecided and passed over ones."""
    read = [_foreign(results()[name], words) for name in ("broken-json", "warned", "undecided", "half-read", "missing")]
    last = read[1]._replace(diagnostics=tuple(one._replace(waived=words) for one in read[1].diagnostics))
    return [*read, last, Checked(words, "passed_over")]


def _foreign(checked: Checked, words: str) -> Checked:
    report = checked.report
    if report is not None:
        report = report._replace(source=words, identity=report.identity._replace(agency=words))
    return checked._replace(
        source=words,
        report=report,
        diagnostics=tuple(_finding(one, words) for one in checked.diagnostics),
        causes=tuple(_cause(one, words) for one in checked.causes),
    )


def _finding(found: Diagnostic, words: str) -> Diagnostic:
    both = Text(words, words)
    pointer = None if found.pointer is None else f"{found.pointer}/{words}"
    return found._replace(
        message=both,
        where=both,
        basis=both,
        pointer=pointer,
        values=dict.fromkeys(found.values, words),
        labels=dict.fromkeys(found.labels, both),
    )


def _cause(cause: Cause, words: str) -> Cause:
    both = Text(words, words)
    proof = cause.proof
    told = proof._replace(broken=(both,) * len(proof.broken), because=(both,) * len(proof.because), conclusion=both)
    return cause._replace(repairs=tuple(_repair(one, words) for one in cause.repairs), proof=told, excerpt=None)


def _repair(repair: Repair, words: str) -> Repair:
    both = Text(words, words)
    return repair._replace(cells=tuple(one._replace(where=both, row=both, column=both) for one in repair.cells))


def shape(name: str, found: list[Checked], look: Look) -> object:
    """What must not depend on foreign words: members, elements, rows, lines, commands."""
    data = written(name, found, look)
    return SHAPES[name](data)


def _of_json(data: bytes) -> object:
    return _skeleton(json.loads(data))


def _of_lines(data: bytes) -> object:
    return [_skeleton(json.loads(line)) for line in data.decode().split("\n") if line]


def _skeleton(value: object) -> object:
    if isinstance(value, dict):
        return {key: _skeleton(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_skeleton(item) for item in value]
    return type(value).__name__


def _of_xml(data: bytes) -> object:
    found = ElementTree.fromstring(data)  # noqa: S314 - written by our own formatter
    return [(one.tag, sorted(one.attrib), len(one)) for one in found.iter()]


def _of_archive(data: bytes) -> object:
    parts = re.split(r"<\?xml[^>]*\?>\n", unpacked(data))
    return [_of_xml(part.encode()) for part in parts if part], {name: len(rows) for name, rows in sheets(data).items()}


def _of_commands(data: bytes) -> object:
    lines = data.decode().split("\n")
    return [re.match(r"(?:::[a-z]+(?: [a-zA-Z]+=)?)?", line)[0] for line in lines]  # type: ignore[index]


def _of_markdown(data: bytes) -> object:
    found = markdown(data)
    return found.tags, found.attributes


def _of_html(data: bytes) -> object:
    """A text that is very long is folded, which is not about what it says."""
    found = Outline()
    found.feed(re.sub(r'<details class="long">.*?</summary>(.*?)</details>', r"\1", data.decode()))
    return found.tags, [name for name, _ in found.attributes]


def _of_text(data: bytes) -> object:
    """Lines wrap, so only those count with which a finding, a cause or the summary begins."""
    return re.findall(r"^(?:  (?:错误|警告|提示)|已检查) ", data.decode(), re.MULTILINE)


SHAPES: dict[str, Callable[[bytes], object]] = {
    "text": _of_text,
    "plain": lambda data: data.decode().count("\n"),
    "json": _of_json,
    "jsonl": _of_lines,
    "sarif": _of_json,
    "junit": _of_xml,
    "github": _of_commands,
    "gitlab": _of_json,
    "checkstyle": _of_xml,
    "markdown": _of_markdown,
    "html": _of_html,
    "csv": lambda data: [sorted(row) for row in table(data)],
    "xlsx": _of_archive,
}
