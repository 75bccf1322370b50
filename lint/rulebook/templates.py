"""What a new rule file holds, for each kind of check: it loads and its examples hold, and says what is to be filled in.

A line that still says so is named by ``rules test``.
"""

from collections.abc import Mapping
from typing import NamedTuple

OPEN = ("待填写", "to be filled in")

HEAD = """\
# yaml-language-server: $schema={schema}
# 规则的结论应当只由年报本身得出。error 只用于确定的问题，warning 较有把握，info 值得一看。
# error only where the report itself proves it, warning where it is likely, info where it is worth a look.
id: {id}
name: {name}
title:
  zh: {zh}
  en: {en}
why:
  zh: 待填写：为什么要查，不查会怎样。
  en: "to be filled in: why this is asked"
basis: 待填写：法规或文件名称、文号、条款 (to be filled in)
since: "0.1"
status: preview
"""

TAIL = """\
confidence:
  zh: 待填写：什么情况下会误报。
  en: "to be filled in: what makes it a false alarm"
"""


class Template(NamedTuple):
    """The middle part of a rule file, its examples, and the Python file beside it where the check is one."""

    check: str
    examples: str
    python: str = ""


# Of a word that should not stand there.
_WORD_EXAMPLES = """\
examples:
  good:
    - report:
        /sections/overview/paragraphs: ["全年主动公开政府信息45条。"]
  bad:
    - report:
        /sections/overview/paragraphs: ["全年主动公开政府信息45条。", "这一段里有待填写的词。"]
      findings:
        - at: /sections/overview/paragraphs/1
          values: {found: 待填写的词}
"""

TEMPLATES: Mapping[str, Template] = {
    "forbid": Template(
        check="""\
given: /sections/*/paragraphs/*
severity: info
check:
  forbid: 待填写的词
message:
  zh: "{where}写有“{found}”"
  en: "{where} holds '{found}'"
""",
        examples=_WORD_EXAMPLES,
    ),
    "match": Template(
        check="""\
given: /title
severity: info
check:
  match: "年度报告$"  # 待填写 to be filled in
message:
  zh: "{where}“{found}”不合要求"
  en: "{where} '{found}' is not as it should be"
""",
        examples="""\
examples:
  good:
    - report: {/title: 示例市水利局2023年政府信息公开工作年度报告}
  bad:
    - report: {/title: 示例市水利局2023年政府信息公开工作总结}
      findings:
        - at: /title
          values: {found: 示例市水利局2023年政府信息公开工作总结}
""",
    ),
    "required": Template(
        check="""\
given: ""
severity: info
check:
  required: published  # 待填写 to be filled in
message:
  zh: "缺少{where}"
  en: "{where} is missing"
""".replace('given: ""\n', ""),
        examples="""\
examples:
  good:
    - complete: true
      report: {}
  bad:
    - complete: true
      report: {}
      remove: [/published]
      findings:
        - at: /published
""",
    ),
    "range": Template(
        check="""\
given: /sections/proactive/table/licensing/decisions
severity: info
check:
  range: {most: 1000000}  # 待填写 to be filled in
message:
  zh: "{where}为 {actual}，大于 {most}"
  en: "{where} is {actual}, more than {most}"
""",
        examples="""\
examples:
  good:
    - report: {/sections/proactive/table/licensing/decisions: 12}
  bad:
    - report: {/sections/proactive/table/licensing/decisions: 1000001}
      findings:
        - at: /sections/proactive/table/licensing/decisions
          values: {actual: "1000001", most: "1000000"}
""",
    ),
    "relation": Template(
        check="""\
given: /sections/applications/table
severity: warning
check:
  relation: "new/total >= carried_out/total"  # 待填写 to be filled in
message:
  zh: "{where}为 {left}，小于 {right}"
  en: "{where} is {left}, less than {right}"
""",
        examples="""\
examples:
  good:
    - report:
        /sections/applications/table/new/total: 5
        /sections/applications/table/carried_out/total: 1
  bad:
    - report:
        /sections/applications/table/new/total: 5
        /sections/applications/table/carried_out/total: 6
      findings:
        - at: /sections/applications/table/new/total
          values: {left: "5", right: "6"}
  undecided:
    - report:
        /sections/applications/table/new/total: 5
        /sections/applications/table/carried_out/total: null
""",
    ),
    "conditions": Template(
        check="""\
given: /sections/applications/table
severity: info
check:
  conditions:
    - holds: ["carried_out/total > new/total", "carried_out/total >= 10"]  # 待填写 to be filled in
message:
  zh: "{where}为 {left}，大于 {right}"
  en: "{where} is {left}, more than {right}"
""",
        examples="""\
examples:
  good:
    - report:
        /sections/applications/table/new/total: 20
        /sections/applications/table/carried_out/total: 12
  bad:
    - report:
        /sections/applications/table/new/total: 5
        /sections/applications/table/carried_out/total: 12
      findings:
        - at: /sections/applications/table/carried_out/total
          values: {left: "12", right: "5"}
""",
    ),
    "python": Template(
        check="""\
severity: info
check:
  python: true
message:
  zh: "{where}写有“{found}”"
  en: "{where} holds '{found}'"
""",
        examples=_WORD_EXAMPLES,
        python='''\
"""待填写 to be filled in: what this rule finds."""

from collections.abc import Iterator

from lint.authoring import Finding, Node

_WORD = "待填写的词"


def check(here: Node) -> Iterator[Finding]:
    """Every piece of text that holds the word."""
    for at, text in here.case.texts:
        if _WORD in text:
            yield Finding(at, {"found": _WORD})
''',
    ),
}
