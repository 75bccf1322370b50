"""Rules listed by what they have in common: a family, or a kind of check; and the word that was probably meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from lint.engine.checks.table import CHECKS
from lint.model.errors import UsageError
from lint.model.nearest import did_you_mean
from lint.model.rule import Rule
from lint.model.text import Language, Text
from lint.rulebook.explaining.markdown import safe
from lint.rulebook.families import FAMILIES, family_name

KINDS = {
    "relation": Text("数字之间应当成立的关系", "a relation that holds between figures"),
    "conditions": Text("几种情形之一成立即提出", "raised where one of several cases is given"),
    "required": Text("应当写有的内容", "what has to be there"),
    "range": Text("数字的上下限", "bounds of a figure"),
    "forbid": Text("文字中不应出现的写法", "what no text may hold"),
    "match": Text("文字应当符合的写法", "what each text has to fit"),
    "remark": Text("读取文件时注意到的情况", "what readers noticed in the file"),
    "stated": Text("正文中的件数与表格比较", "counts in the text against the tables"),
    "change": Text("与上年相比的变化", "how far a figure is from last year's"),
    "carried": Text("接续上年的数字", "figures that go on from last year's report"),
    "aggregate": Text("全体与各下级的数字", "the figure of a whole against its members"),
    "similarity": Text("与上年文字的相似度", "how like last year's text it is"),
    "schema": Text("数据格式的约束", "constraints of the data format"),
    "python": Text("由 Python 程序判断", "decided by a program in Python"),
    "linter": Text("读取与检查本身的情况", "what the linter says of itself"),
}


class Group(NamedTuple):
    """Rules that belong together: the word for it, what it means, and the rules in the order of their ids."""

    word: str
    title: Text
    rules: tuple[Rule, ...]


def group_of(word: str, rules: Sequence[Rule], kind_of_rule: Callable[[Rule], str]) -> Group | None:
    """The family or kind of check that a word names; None where it is neither."""
    letters = word.upper()
    members = tuple(rule for rule in rules if rule.family == letters)
    if members or letters in FAMILIES:
        return Group(letters, family_name(letters), members)
    kind = word.lower()
    if kind in KINDS:
        return Group(kind, KINDS[kind], tuple(rule for rule in rules if kind_of_rule(rule) == kind))
    return None


def kind_of(check: Mapping[str, object]) -> str:
    """The kind of a check as a rule file writes it."""
    return next(name for name in CHECKS if name in check)


def unknown(word: str, rules: Sequence[Rule]) -> UsageError:
    """That a word names nothing, and the nearest ones that do."""
    near = did_you_mean(word, _words(rules))
    upper = did_you_mean(word.upper(), (rule.id for rule in rules))
    near = near if near.en else upper
    return UsageError(Text(f"没有规则“{word}”{near.zh}", f"there is no rule '{word}'{near.en}"))


def _words(rules: Sequence[Rule]) -> Iterator[str]:
    yield from (word for rule in rules for word in (rule.id, rule.name))
    yield from FAMILIES
    yield from KINDS


def listed(group: Group, language: Language, form: str) -> Iterator[str]:
    """The rules of a group, a line each, as ``text``, ``markdown`` or ``html``."""
    title = f"{group.word}  {group.title.say(language)}"
    rows = [(rule.id, rule.severity.value, rule.name, rule.title.say(language)) for rule in group.rules]
    if form == "text":
        yield title
        yield from (f"{one}  {severity:<7}  {name:<28}  {words}" for one, severity, name, words in rows)
    elif form == "markdown":
        yield from (f"# {safe(title)}", "")
        yield from (f"- {one} `{name}` ({severity}): {safe(words)}" for one, severity, name, words in rows)
    else:
        yield from ("<!DOCTYPE html>", '<meta charset="utf-8">', f"<title>{escape(title)}</title>")
        yield from (f"<h1>{escape(title)}</h1>", "<ul>")
        yield from (
            f"<li>{one} <code>{name}</code> ({severity}): {escape(words)}" for one, severity, name, words in rows
        )
        yield "</ul>"
