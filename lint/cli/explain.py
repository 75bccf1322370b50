"""``xxgk-lint explain``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli.language import language_option
from lint.cli.report_options import no_python_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lint.model.rule import Rule
    from lint.model.text import Language
    from lint.rulebook.book import Rulebook
    from lint.rulebook.explaining.listing import Group


@click.command()
@click.argument("rule")
@language_option()
@click.option("--rules", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "markdown", "html"]), default="text", help="输出格式 format"
)
def explain(rule: str, lang: str | None, rules: tuple[str, ...], form: str, *, python_rules: bool | None) -> int:
    """解释一条规则：为何、依据、正误举例、误报情形、如何豁免。

    Why a rule exists, on what basis, a good and a bad example, what makes it a false alarm, and how to accept a
    finding. The name of a family or of a kind of check lists its rules.

    \b
    例 Example:
      xxgk-lint explain AR003
      xxgk-lint explain AR
      xxgk-lint explain relation
    """
    from lint.cli.book import chosen_book
    from lint.cli.output import say, write_terminal
    from lint.cli.terminal import chosen_language
    from lint.rulebook.explaining.listing import listed, unknown

    book = chosen_book(rules, python=python_rules)
    language = chosen_language(lang)
    found = next((one for one in book.rules if rule.lower() in (one.id.lower(), one.name)), None)
    if found is not None:
        write_terminal(_explained(found, book, language, form))
        return 0
    group = _group(rule, book)
    if group is None:
        raise unknown(rule, book.rules)
    say(listed(group, language, form))
    return 0


def _explained(rule: "Rule", book: "Rulebook", language: "Language", form: str) -> "Iterator[str]":
    from lint.rulebook.explaining.explained import explained
    from lint.rulebook.explaining.html_ import as_html
    from lint.rulebook.explaining.markdown import as_markdown
    from lint.rulebook.rule_file import parse

    one = explained(rule, parse(Path(rule.source)).spec, language, book.layout("2021"))
    if form == "text":
        from lint.cli.explain_drawn import drawn
        from lint.cli.terminal import look_of

        return drawn(one, look_of(language))
    return (f"{line}\n" for line in (as_markdown(one) if form == "markdown" else as_html(one, language)))


def _group(word: str, book: "Rulebook") -> "Group | None":
    from lint.rulebook.explaining.listing import group_of, kind_of
    from lint.rulebook.rule_file import parse

    return group_of(word, book.rules, lambda rule: kind_of(parse(Path(rule.source)).spec["check"]))
