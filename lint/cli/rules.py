"""``xxgk-lint rules``."""

from typing import Any

import click

_FOLDERS = click.option("--rules", "folders", multiple=True, metavar="DIR", help="更多规则 more rules")
_STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}


@click.group()
def rules() -> None:
    """规则。 The rules: list them, test them."""


@rules.command("list")
@_FOLDERS
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 language")
def list_rules(folders: tuple[str, ...], lang: str | None) -> int:
    """列出全部规则。 All rules: id, severity, name, title, basis."""
    from lint.cli.book import chosen_book
    from lint.cli.output import say
    from lint.cli.terminal import chosen_language
    from lint.formatters.words import BASIS

    language = chosen_language(lang)
    for rule in chosen_book(folders).rules:
        severity = _styled(f"{rule.severity.value:<7}", fg=_STYLES[rule.severity.value])
        basis = _styled(f"{BASIS.say(language)}: {rule.basis.say(language)}", dim=True)
        say([f"{rule.id}  {severity}  {rule.name:<28}  {rule.title.say(language)}", f"{'':<48}{basis}"])
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
