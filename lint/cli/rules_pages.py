"""``xxgk-lint rules pages``."""

from pathlib import Path

import click

from lint.cli.report_options import no_python_rules


@click.command("pages")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="更多规则 more rules")
@no_python_rules
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="写入文件夹 folder to write to",
)
def pages_of_rules(folders: tuple[str, ...], output: Path, *, python_rules: bool | None) -> int:
    """每条规则、每种检查一页 Markdown，中英文对照。

    A page of Markdown for each rule and each kind of check, both languages on each, for a site of the rules.

    \b
    例 Example:
      xxgk-lint rules pages -o build/pages
    """
    from lint.cli.book import chosen_book
    from lint.cli.output import write_file
    from lint.model.errors import OutputError
    from lint.model.text import Text
    from lint.rulebook.pages import pages

    for page in pages(chosen_book(folders, python=python_rules)):
        path = output / page.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            words = Text(f"无法写入：{error.strerror}", f"cannot be written: {error.strerror}")
            raise OutputError(words, str(path.parent)) from None
        write_file(path, [page.text])
    return 0
