"""``xxgk-lint rules``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lint.rulebook.book import Rulebook

_FOLDERS = click.option("--rules", "folders", multiple=True, metavar="DIR", help="更多规则 more rules")
_STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}


@click.group()
def rules() -> None:
    """规则。 The rules: list them, test them."""


def _book(folders: tuple[str, ...]) -> "Rulebook":
    from lint.cli.terminal import cache_folder
    from lint.rulebook.book import load

    return load(cache_folder(), tuple(map(Path, folders)))


@rules.command("list")
@_FOLDERS
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 language")
def list_rules(folders: tuple[str, ...], lang: str | None) -> int:
    """列出全部规则。 All rules: id, severity, name, title, basis."""
    from lint.cli.terminal import default_language
    from lint.formatters.words import BASIS

    language = "en" if (lang or default_language()) == "en" else "zh"
    for rule in _book(folders).rules:
        words = rule.title.zh if language == "zh" else rule.title.en
        severity = click.style(f"{rule.severity.value:<7}", fg=_STYLES[rule.severity.value])
        basis = rule.basis.zh if language == "zh" else rule.basis.en
        click.echo(f"{rule.id}  {severity}  {rule.name:<28}  {words}")
        click.echo(click.style(f"{'':<48}{(BASIS.zh if language == 'zh' else BASIS.en)}: {basis}", dim=True))
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
    from lint.rulebook.testing import outcomes

    failed = total = 0
    for outcome in outcomes(_book(folders), ids):
        total += 1
        if outcome.outcome != "held":
            failed += 1
            click.echo(f"{outcome.rule} {outcome.example}: {click.style(outcome.outcome, fg='red')}")
            for detail in outcome.details:
                click.echo(f"    {detail}")
    click.echo(f"{total - failed} held, {failed} not held / 例子 {total} 个，不符 {failed} 个")
    return 1 if failed else 0
