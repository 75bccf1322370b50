"""``xxgk-lint explain``."""

import click

from lint.cli.report_options import no_python_rules


@click.command()
@click.argument("rule")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 language")
@click.option("--rules", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
def explain(rule: str, lang: str | None, rules: tuple[str, ...], *, python_rules: bool | None) -> int:
    """解释一条规则：为何、依据、正误举例。 Why, the law, good and bad example.

    \b
    例 Example:
      xxgk-lint explain AR003
    """
    from pathlib import Path

    from lint.cli.book import chosen_book
    from lint.cli.output import say
    from lint.cli.terminal import chosen_language
    from lint.model.errors import UsageError
    from lint.model.text import Text
    from lint.rulebook.explain import explanation
    from lint.rulebook.rule_file import parse

    book = chosen_book(rules, python=python_rules)
    found = next((one for one in book.rules if rule.lower() in (one.id.lower(), one.name)), None)
    if found is None:
        import difflib

        near = difflib.get_close_matches(rule, [word for one in book.rules for word in (one.id, one.name)], n=1)
        zh, en = (f"，是否想问“{near[0]}”？", f"; did you mean '{near[0]}'?") if near else ("", "")
        raise UsageError(Text(f"没有规则“{rule}”{zh}", f"there is no rule '{rule}'{en}"))
    say(explanation(found, parse(Path(found.source)).spec, chosen_language(lang), book.layout("2021")).split("\n"))
    return 0
