"""How a rule decides, in words: one way of saying it for each check kind."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from lint.engine.checks.table import CHECKS, words_of
from lint.model.pointer import Pointer, parent
from lint.model.rule import Guard, Rule
from lint.model.text import Text
from lint.rulebook.comparing import COMPARING
from lint.rulebook.naming import Naming
from lint.rulebook.remarks import REMARK_WORDS

_Lines: TypeAlias = Iterator[str]

_PROGRAM = Text("由程序逐项判断：{title}", "decided step by step by a program: {title}")
_LINTER = Text("由读取程序报告", "reported by the reader itself")
_HOLDS = Text("以下关系应当成立：", "this relation should hold:")
_EACH_COLUMN = Text("每一列分别核对", "for each column")
_ALL = Text("以下各项同时成立时提出：", "raised where all of these hold:")
_OR = Text("或者以下各项同时成立：", "or where all of these hold:")
_LOWER = {
    "warning": Text("（作为警告）", " (as a warning)"),
    "info": Text("（作为提示）", " (as a note)"),
    "error": Text("（作为错误）", " (as an error)"),
}
_SUM = Text("{where}各格之和", "the sum of {where}")
_SUM_OF_COLUMN = Text("{where}各行“{column}”之和", "the sum of '{column}' over the rows of {where}")
_SUM_OF_ROWS = Text("{where}各行之和", "the sum over the rows of {where}")
_REQUIRED = Text("应当写有：{what}", "these should be there: {what}")
_LEAST = Text("不得小于 {bound}", "at least {bound}")
_MOST = Text("不得大于 {bound}", "at most {bound}")
_FORBID = Text("文字中不应出现：{what}", "the text should not hold: {what}")
_MATCH = Text("每段文字应符合：{what}", "each piece of text should fit: {what}")
_REMARK = Text("读取文件时注意到：{what}", "noticed while the file was read: {what}")
_SCHEMA = Text("格式约束：{what}", "a constraint of the format: {what}")
_KEYWORDS = {
    "required": Text("规定的内容应当写有", "what is required is there"),
    "additionalProperties": Text("没有约定以外的项目", "no items beyond those agreed"),
    "enum": Text("取值在约定之列", "the value is one of those agreed"),
    "const": Text("取值就是约定的值", "the value is the one agreed"),
    "minimum": Text("数字不小于下限", "the figure is not below the least"),
    "maximum": Text("数字不大于上限", "the figure is not above the most"),
    "minLength": Text("文字不为空", "the text is not empty"),
    "type": Text("内容的种类正确", "the content is of the right sort"),
    "type:text": Text("应写文字的地方是文字", "text stands where text belongs"),
    "type:truth": Text("应写是否的地方是 true 或 false", "true or false stands where one of them belongs"),
    "type:figure": Text("应填数字的地方是数字", "a figure stands where one belongs"),
    "type:quoted": Text("数字不加引号", "figures stand without quotation marks"),
    "type:fraction": Text("件数是整数", "counts are whole numbers"),
    "type:negative": Text("数字没有负号", "figures have no minus"),
    "type:blank": Text("内容不是空白", "the content is not blank"),
    "type:list": Text("段落是列表", "paragraphs stand in a list"),
    "type:group": Text("分项填写", "named items stand where they belong"),
    "enum:unquoted": Text("版本加引号", "the edition stands in quotation marks"),
}
_EDITIONS = Text("只查{what}年版格式的报告", "only reports on the form of {what}")
_KINDS = Text("只查这些机关：{what}", "only reports of {what}")
_LEVELS = Text("只查这些层级：{what}", "only bodies of these levels: {what}")
_REGIONS = Text("只查这些地方的机关：{what}", "only bodies in {what}")
_FROM = Text("只查{year}年度起的报告", "only reports on {year} and later years")
_TO = Text("只查{year}年度及以前的报告", "only reports on {year} and earlier years")
_BODIES = {
    "government": Text("人民政府", "governments"),
    "department": Text("部门", "departments"),
    "subdistrict": Text("街道办事处", "subdistrict offices"),
    "committee": Text("管委会", "committees of zones"),
    "other": Text("其他机关", "other bodies"),
    "national": Text("国家", "national"),
    "provincial": Text("省级", "provincial"),
    "prefectural": Text("市级", "prefectural"),
    "county": Text("县级", "county"),
    "township": Text("乡级", "township"),
}
_SIGNS = {">=": "≥", "<=": "≤", "*": "×"}
_SUMMED = re.compile(r"sum\(([^()]+)\)")
_PATH = re.compile(r"[A-Za-z_{][\w{}/*]*")
_OPERATOR = re.compile(r" (>=|<=|\*) ")


def which_reports(when: Guard, naming: Naming) -> _Lines:
    """For which reports a rule is asked, where not for all."""
    for among, words in (
        (when.editions, _EDITIONS),
        (when.kinds, _KINDS),
        (when.levels, _LEVELS),
        (when.regions, _REGIONS),
    ):
        if among:
            what = [_BODIES.get(one, Text(one, one)).say(naming.language) for one in among]
            yield words.fill({"what": _listed(what, naming)}).say(naming.language)
    for year, words in ((when.year_from, _FROM), (when.year_to, _TO)):
        if year is not None:
            yield words.fill({"year": str(year)}).say(naming.language)


def how_decided(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    """The lines that say how a check decides."""
    kind = next(name for name in CHECKS if name in check)
    return _SAID[kind](rule, check, naming)


def _said_relation(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    yield _HOLDS.say(naming.language)
    yield f"  {in_words(check['relation'], _base(rule), naming)}"
    if "{" in check["relation"]:
        yield _EACH_COLUMN.say(naming.language)


def _said_conditions(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    for number, one in enumerate(check["conditions"]):
        lower = _LOWER[one["severity"]].say(naming.language) if "severity" in one else ""
        words = (_OR if number else _ALL).say(naming.language)
        yield f"{words[:-1]}{lower}{words[-1]}"
        yield from (f"  {in_words(source, _base(rule), naming)}" for source in one["holds"])


def _base(rule: Rule) -> Pointer:
    """Where the paths of a relation begin: at the one given place, or at any of several beside each other."""
    return rule.given[0] if len(rule.given) == 1 else f"{parent(rule.given[0])}/*"


def in_words(source: str, given: Pointer, naming: Naming) -> str:
    """A relation with the labels of the form in place of its paths."""
    summed = _SUMMED.sub(lambda found: f"\0{_sum(found[1], given, naming)}\0", source)
    pieces = summed.split("\0")
    plain = [piece if n % 2 else _paths_in_words(piece, given, naming) for n, piece in enumerate(pieces)]
    return "".join(plain)


def _paths_in_words(source: str, given: Pointer, naming: Naming) -> str:
    signs = _OPERATOR.sub(lambda found: f" {_SIGNS[found[1]]} ", f" {source} ")[1:-1]
    return _PATH.sub(lambda found: naming.cell(f"{given}/{found[0]}"), signs)


def _sum(path: str, given: Pointer, naming: Naming) -> str:
    head, _, tail = path.partition("/*")
    where = naming.cell(f"{given}/{head}")
    column = tail.removeprefix("*").removeprefix("/")
    if "{" in column:
        return _SUM_OF_ROWS.fill({"where": where}).say(naming.language)
    if column:
        name = naming.cell(f"{given}/**/{column}")
        return _SUM_OF_COLUMN.fill({"where": where, "column": name}).say(naming.language)
    return _SUM.fill({"where": where}).say(naming.language)


def _said_required(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    what = [naming.place(f"{rule.given[0]}/{name}") for name in words_of(check["required"])]
    yield _REQUIRED.fill({"what": _listed(what, naming)}).say(naming.language)


def _said_range(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    del rule
    for name, words in (("least", _LEAST), ("most", _MOST)):
        if name in check["range"]:
            yield words.fill({"bound": str(check["range"][name])}).say(naming.language)


def _said_schema(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    del rule
    known = [_KEYWORDS.get(keyword, Text(keyword, keyword)) for keyword in words_of(check["schema"])]
    what = _listed([words.say(naming.language) for words in known], naming)
    yield _SCHEMA.fill({"what": what}).say(naming.language)


def _said_patterns(name: str, words: Text) -> "_Say":
    def say(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
        del rule
        what = _listed(list(words_of(check[name])), naming)
        yield words.fill({"what": what}).say(naming.language)

    return say


def _said_program(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    del check
    yield _PROGRAM.fill({"title": rule.title.say(naming.language)}).say(naming.language)


def _said_linter(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    del rule, check
    yield _LINTER.say(naming.language)


def _listed(what: list[str], naming: Naming) -> str:
    return ("、" if naming.language == "zh" else ", ").join(what)


_STATED = Text(
    "读出正文中的件数，与表格中可能对应的各种合计比较，有一种相符即通过；部分数、约数不比较，口径可能不同的不判断。",
    "Every count in the prose is compared with the sums of the tables that it may stand for, one of which must agree; "
    "parts and round figures are not compared, other scopes are left undecided.",
)


def _said_stated(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:  # noqa: ARG001 - one shape for all
    yield _STATED.say(naming.language)


def _said_remark(rule: Rule, check: Mapping[str, Any], naming: Naming) -> _Lines:
    del rule
    kinds = [REMARK_WORDS[kind].say(naming.language) for kind in words_of(check["remark"])]
    yield _REMARK.fill({"what": _listed(kinds, naming)}).say(naming.language)


_Say: TypeAlias = Callable[[Rule, Mapping[str, Any], Naming], _Lines]
_SAID: dict[str, _Say] = {
    "relation": _said_relation,
    "conditions": _said_conditions,
    "required": _said_required,
    "range": _said_range,
    "forbid": _said_patterns("forbid", _FORBID),
    "match": _said_patterns("match", _MATCH),
    "schema": _said_schema,
    "remark": _said_remark,
    "stated": _said_stated,
    "python": _said_program,
    "linter": _said_linter,
    **COMPARING,
}
