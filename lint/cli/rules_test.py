"""``xxgk-lint rules test``."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from lint.cli.language import language_option
from lint.cli.report_options import no_python_rules

if TYPE_CHECKING:
    from lint.formatters.look import Look
    from lint.rulebook.testing import Tested


@click.command("test")
@click.argument("ids", nargs=-1)
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
@click.option("--no-mutations", is_flag=True, help="只用例子，不用由例子变出的报告 the examples alone")
@click.option("--watch", is_flag=True, help="规则文件改动后重新检验 try again whatever changes")
@click.option("-v", "--verbose", is_flag=True, help="列出每条规则 a line for each rule")
@language_option()
def test_rules(ids: tuple[str, ...], folders: tuple[str, ...], lang: str | None, **asked: Any) -> int:
    """用规则自带的例子，和由例子变出的违例、合格年报检验规则。

    Try the rules (all, or those named) by their examples, by violations made from the bad ones, which have to be found,
    and by good reports made from the good ones, in which nothing may be found.

    \b
    例 Example:
      xxgk-lint rules test AR003
    """
    from lint.cli.book import chosen_book
    from lint.cli.output import say, write_terminal
    from lint.cli.rules_drawn import drawn, summed_up
    from lint.cli.terminal import chosen_language, look_of
    from lint.rulebook.testing import tried

    look = look_of(chosen_language(lang))

    def run(named: tuple[str, ...]) -> int:
        book = chosen_book(folders, python=asked["python_rules"])
        results = list(_told(tried(book, named, mutations=not asked["no_mutations"]), look))
        if asked["verbose"]:
            write_terminal([drawn(results, look)])
        say(summed_up(results, look))
        return 1 if any(one.failed for one in results) else 0

    if asked["watch"]:
        from lint.cli.rules_watch import watched

        watched(run, ids, folders, look, python=asked["python_rules"])
    return run(ids)


def _told(results: "Iterable[Tested]", look: "Look") -> "Iterator[Tested]":
    """The same results, each told as it comes where anything of it did not hold."""
    from lint.cli.output import write_terminal
    from lint.cli.rules_drawn import failures

    for one in results:
        write_terminal(failures(one, look))
        yield one
