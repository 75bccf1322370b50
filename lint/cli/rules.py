"""``xxgk-lint rules``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli.language import language_option
from lint.cli.report_options import no_python_rules
from lint.cli.rules_new import new_rule
from lint.cli.rules_pages import pages_of_rules
from lint.cli.rules_test import test_rules
from lint.cli.rules_verify import verify_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lint.model.rule import Rule
    from lint.model.text import Language

_FOLDERS = click.option("--rules", "folders", multiple=True, metavar="DIR", help="更多规则 more rules")
_STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}


@click.group()
def rules() -> None:
    """规则。 The rules: list them, test them."""


for command in (new_rule, test_rules, verify_rules, pages_of_rules):
    rules.add_command(command)


@rules.command("list")
@_FOLDERS
@no_python_rules
@language_option()
def list_rules(folders: tuple[str, ...], lang: str | None, *, python_rules: bool | None) -> int:
    """列出全部规则。 All rules by family: id, severity, name, title, basis."""
    from itertools import groupby

    from lint.cli.book import chosen_book
    from lint.cli.output import say
    from lint.cli.terminal import chosen_language
    from lint.rulebook.families import family_name

    language = chosen_language(lang)
    for letters, members in groupby(chosen_book(folders, python=python_rules).rules, key=lambda rule: rule.family):
        say([_styled(f"{letters}  {family_name(letters).say(language)}", bold=True)])
        for rule in members:
            say(_listed(rule, language))
    return 0


def _listed(rule: "Rule", language: "Language") -> "Iterator[str]":
    from lint.formatters.words import BASIS

    severity = _styled(f"{rule.severity.value:<7}", fg=_STYLES[rule.severity.value])
    yield f"{rule.id}  {severity}  {rule.name:<28}  {rule.title.say(language)}"
    yield f"{'':<48}{_styled(f'{BASIS.say(language)}: {rule.basis.say(language)}', dim=True)}"


@rules.command("index")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写入文件 write to a file")
def index_rules(output: Path | None) -> int:
    """生成自带规则的目录。 The index of the bundled rules, as Markdown.

    \b
    例 Example:
      xxgk-lint rules index -o rules/README.md
    """
    from lint.cli.output import Sink, write_file, write_terminal
    from lint.cli.own_files import refuse_replacing, rule_folder
    from lint.cli.terminal import cache_folder
    from lint.resources import bundle_root
    from lint.rulebook.book import load
    from lint.rulebook.index import index

    refuse_replacing((Sink("markdown", output),), (rule_folder(bundle_root() / "rules"),))
    text = index(load(cache_folder()).rules, bundle_root() / "rules")
    if output is None:
        write_terminal([text])
    else:
        write_file(output, [text])
    return 0


def _styled(words: str, **style: Any) -> str:
    import sys

    from lint.cli.terminal import wants_colour

    return click.style(words, **style) if sys.stdout is not None and wants_colour(sys.stdout) else words
