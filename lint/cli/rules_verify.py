"""``xxgk-lint rules verify``."""

from pathlib import Path

import click

from lint.cli.language import language_option
from lint.cli.report_options import no_python_rules


@click.command("verify")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
@language_option()
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 format")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写入文件 write to a file")
@click.option(
    "--against",
    type=click.Path(path_type=Path, dir_okay=False),
    help="曾发布的编号和名称 ids and names ever released (rules/released.json)",
)
def verify_rules(
    folders: tuple[str, ...],
    lang: str | None,
    form: str,
    output: Path | None,
    against: Path | None,
    *,
    python_rules: bool | None,
) -> int:
    """规则集自查：矛盾、多余、不可能成立的规则，缺少的例子，编号的改动，各格的覆盖情况。

    The rule set checks itself: contradictions, redundancies, what can never hold, missing examples, reused ids, and how
    well the cells of the form are covered. Exit code 1 where something has to be mended.

    \b
    例 Example:
      xxgk-lint rules verify
    """
    from lint.cli.book import chosen_book, chosen_folders
    from lint.cli.output import Sink, say, write_file, write_terminal
    from lint.cli.own_files import input_file, read_for_rules, refuse_replacing
    from lint.cli.terminal import chosen_language, look_of
    from lint.cli.verify_json import as_json
    from lint.cli.verify_text import as_text, last_line
    from lint.rulebook.verifying.verify import verify

    reads = (*read_for_rules(folders), *(input_file(path) for path in (against,) if path is not None))
    refuse_replacing((Sink(form, output),), reads)
    book = chosen_book(folders, python=python_rules)
    look = look_of(chosen_language(lang))
    verification = verify(book, chosen_folders(folders), against)
    layout = book.layout("2021")
    written = as_json(verification, layout, look) if form == "json" else as_text(verification, layout, look)
    if output is None:
        write_terminal(written)
    else:
        write_file(output, written)
        say([last_line(verification, look)])
    return 0 if verification.passed else 1
