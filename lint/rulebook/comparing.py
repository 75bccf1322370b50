"""How the checks decide that compare a report with others, in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from lint.engine.checks.aggregate import LARGEST
from lint.engine.checks.table import words_of
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.naming import Naming

_Lines: TypeAlias = Iterator[str]

_YEARS = Text("只在用 --previous 给出往年报告时查", "only where reports of earlier years are given by --previous")
_MEMBERS = Text("只在用 --members 给出下级报告时查", "only where reports of members are given by --members")
_NORMS = Text("只在用 --norms 给出同级同类机关的常值时查", "only where norms of other bodies are given by --norms")
_NEEDED = {"years": _YEARS, "members": _MEMBERS, "norms": _NORMS}
_CHANGE = Text(
    "与上年同一格相比，大的达到小的 {least} 倍{most}即提出；小的不足 {base} 时不查",
    "raised where the larger of this year's and last year's figure is {least} times the smaller or more{most}; "
    "not where the smaller is below {base}",
)
_MOST = Text("（但不超过 {most} 倍）", " (but not beyond {most} times)")
_CARRIED = Text("应等于上年报告的“{source}”", "equals last year's '{source}'")
_NOT_LESS = Text("不应小于上年报告的“{source}”", "is not smaller than last year's '{source}'")
_PLUS = Text("加本年的“{cell}”", ", and this year's '{cell}' more")
_MINUS = Text("减本年的“{cell}”", ", and this year's '{cell}' less")
_DOUBT = Text("任一年的报告提到这些情况时只作警告：{words}", "a warning at most where either report speaks of {words}")
_AT_LEAST = Text("不应小于任何一份下级报告的同一格", "is not smaller than the same figure of any member")
_SUM = Text(
    "应等于各下级报告同一格之和；和小于它时，只有配置列明全部下级且报告齐全才提出",
    "is the sum of the same figures of all members; a smaller sum is raised only where the configuration lists all "
    "of them and each is given",
)
_SIMILAR = Text(
    "与上年报告同一部分的文字相比，相似度高于 {above}%{most}即提出；任一年不足 {least} 字时不判断",
    "raised where the text is like that of last year's report by more than {above} %{most}; undecided where either has "
    "fewer than {least} characters",
)
_SIMILAR_MOST = Text("（不高于 {most}%）", " (and not more than {most} %)")
_MEASURE = Text(
    "相似度：去掉年份、法规名称、固定用语、空格和标点，按连续5个字逐一比对，两边共有的乘2再除以两边总数",
    "the measure: without years, titles of laws, fixed terms, spaces and punctuation, five characters in a row at a "
    "time; those common to both, times two, by all of both",
)


def which_needs(needs: str | None, naming: Naming) -> _Lines:
    """Which reports beside it a rule needs, where any."""
    if needs is not None:
        yield _NEEDED[needs].say(naming.language)


def said_change(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    """How a jump is told."""
    del rule
    change = check["change"]
    most = _MOST.fill({"most": str(change["most"])}).say(naming.language) if "most" in change else ""
    values = {"least": str(change["least"]), "base": str(change["base"]), "most": most}
    yield _CHANGE.fill(values).say(naming.language)


def said_carried(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    """What a figure goes on from."""
    carried = check["carried"]
    words = _NOT_LESS if carried.get("operator") == ">=" else _CARRIED
    first = rule.given[0].split("/")
    told = [words.fill({"source": _cell(carried["source"], first, naming)}).say(naming.language)]
    for name, more in (("plus", _PLUS), ("minus", _MINUS)):
        if name in carried:
            told.append(more.fill({"cell": _cell(carried[name], first, naming)}).say(naming.language))
    yield "".join(told)
    if "doubt" in carried:
        separator = "、" if naming.language == "zh" else ", "
        yield _DOUBT.fill({"words": separator.join(words_of(carried["doubt"]))}).say(naming.language)


def _cell(pointer: str, given: list[str], naming: Naming) -> str:
    """A figure by its column where it stands in the row that is given, else by its row."""
    steps = pointer.split("/")
    if steps[:-1] == given[:-1]:
        return naming.last_word(pointer)
    return naming.cell(pointer if steps[-1] != "*" else "/".join(steps[:-1]))


def said_aggregate(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    """What a whole is held against."""
    del rule
    yield (_AT_LEAST if check["aggregate"] == LARGEST else _SUM).say(naming.language)


def said_similarity(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    """How like the texts may be, and how that is measured."""
    del rule
    asked = check["similarity"]
    most = _SIMILAR_MOST.fill({"most": str(asked["most"])}).say(naming.language) if "most" in asked else ""
    values = {"above": str(asked["above"]), "least": str(asked["least"]), "most": most}
    yield _SIMILAR.fill(values).say(naming.language)
    yield _MEASURE.say(naming.language)


Say: TypeAlias = Callable[[Rule, Mapping[str, Any], Naming], _Lines]
COMPARING: dict[str, Say] = {
    "change": said_change,
    "carried": said_carried,
    "aggregate": said_aggregate,
    "similarity": said_similarity,
}
