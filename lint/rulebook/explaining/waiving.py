"""How a finding of a rule is accepted: the waiver for the configuration, ready to be copied."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lint.model.rule import Rule
from lint.model.text import Language, Text
from lint.model.waiver import NEVER_WAIVED
from lint.rulebook.explaining.blocks import Block, Code, Line

_NEVER = Text("关于检查本身的问题不能豁免", "findings about the check itself cannot be waived")
_COPY = Text(
    "核实无误的，写入 lint.toml（pyproject.toml 中为 [[tool.xxgk-lint.waivers]]），删去不限定的行：",
    "where it is right as it is, write into lint.toml ([[tool.xxgk-lint.waivers]] in pyproject.toml), without the "
    "lines that need not narrow it down:",
)
_REASON = Text("写明为何接受，检查人员会看到", "say why it is accepted: inspectors will read it")
_ABOUT = {
    "agency": Text("只限这个机关", "of this body only"),
    "year": Text("只限这一年度", "of this year only"),
    "pointer": Text("只限这一处；* 代表一级，** 代表任意级", "at this place only; * is one step, ** any number"),
}
_UNTIL = Text("有效期的最后一日，过期后重新计入", "the last day on which it holds; then the finding counts again")
_DAY = "YYYY-MM-DD"
_AGENCY, _YEAR = "示例市水利局", 2023


def how_to_waive(rule: Rule, spec: Mapping[str, Any], language: Language) -> Iterator[Block]:
    """The block of ``lint.toml``, for the place of the first finding of the rule's own examples."""
    if rule.id.startswith(NEVER_WAIVED):
        yield Line(_NEVER.say(language))
        return
    at = next((one["at"] for bad in spec["examples"]["bad"] for one in bad["findings"]), "")
    lines = [f"rule = {_quoted(rule.id)}", f"reason = {_quoted(_REASON.say(language))}"]
    values = {"agency": _quoted(_AGENCY), "year": str(_YEAR), "pointer": _quoted(at)}
    lines += [f"{name} = {value}  # {_ABOUT[name].say(language)}" for name, value in values.items()]
    lines.append(f'# until = "{_DAY}"  # {_UNTIL.say(language)}')
    yield Line(_COPY.say(language))
    yield Code("toml", "\n".join(("[[waivers]]", *lines)))


def _quoted(text: str) -> str:
    """A text as TOML has it within quotation marks: the escapes of JSON are among those of TOML."""
    return json.dumps(text, ensure_ascii=False)
