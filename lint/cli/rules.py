"""``xxgk-lint rules``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lint.model.rule import Rule
    from lint.model.text import Language

_FOLDERS = click.option("--rules", "folders", multiple=True, metavar="DIR", help="更多规则 more rules")
_STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}


@click.group()
def rules() -> None:
    """规则。 The rules: list them, test them."""


@rules.command("list")
@_FOLDERS
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 language")
def list_rules(folders: tuple[str, ...], lang: str | None) -> int:
    """列出全部规则。 All rules by family: id, severity, name, title, basis."""
    from itertools import groupby

    from lint.cli.book import chosen_book
    from lint.cli.output import say
    from lint.cli.terminal import chosen_language
    from lint.rulebook.families import family_name

    language = chosen_language(lang)
    for letters, members in groupby(chosen_book(folders).rules, key=lambda rule: rule.family):
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
    from lint.cli.output import write_file, write_terminal
    from lint.cli.terminal import cache_folder
    from lint.resources import bundle_root
    from lint.rulebook.book import load
    from lint.rulebook.index import index

    text = index(load(cache_folder()).rules, bundle_root() / "rules")
    if output is None:
        write_terminal([text])
    else:
        write_file(output, [text])
    return 0


@rules.command("test")
@click.argument("ids", nargs=-1)
@_FOLDERS
def test_rules(ids: tuple[str, ...], folders: tuple[str, ...]) -> int:
    """用规则自带的例子检验规则。 Run the examples of the rules (all, or those named).

    \b
    例 Example:
      xxgk-lint rules test AR003
    """
    from lint.cli.book import chosen_book
    from lint.cli.output import say
    from lint.rulebook.testing import outcomes

    failed = total = 0
    for outcome in outcomes(chosen_book(folders), ids):
        total += 1
        if outcome.outcome != "held":
            failed += 1
            head = f"{outcome.rule} {outcome.example}: {_styled(outcome.outcome, fg='red')}"
            say([head, *(f"    {detail}" for detail in outcome.details)])
    say([f"{total - failed} held, {failed} not held / 例子 {total} 个，不符 {failed} 个"])
    return 1 if failed else 0


def _styled(words: str, **style: Any) -> str:
    import sys

    from lint.cli.terminal import wants_colour

    return click.style(words, **style) if sys.stdout is not None and wants_colour(sys.stdout) else words
