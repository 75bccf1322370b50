"""``xxgk-lint convert``."""

from typing import TYPE_CHECKING

import click

from lint.cli.addresses import INPUT, OUTPUT

if TYPE_CHECKING:
    from lint.cli.output import Somewhere
    from lint.model.report import Report


@click.command()
@click.argument("file", type=INPUT)
@click.option("-o", "--output", type=OUTPUT, help="写入文件 write to a file")
@click.option("--places", is_flag=True, help="连同每一项在文件中的位置 with the place of everything in the file")
@click.option("--encoding", help="文本编码 encoding of text files")
def convert(file: "Somewhere", output: "Somewhere | None", encoding: str | None, *, places: bool) -> int:
    """转换为 JSON 树。 Write the JSON tree of any input.

    \b
    例 Example:
      xxgk-lint convert report.docx -o report.json
      xxgk-lint convert report.html --places
    """
    from lint.api import read
    from lint.cli.output import Sink, complain, write_file, write_terminal
    from lint.cli.own_files import input_file, refuse_replacing
    from lint.cli.terminal import default_language, look_of
    from lint.formatters.tree import render_tree
    from lint.model.errors import Unreadable, UsageError
    from lint.model.report import UNREAD_RULES
    from lint.model.settings import Settings

    refuse_replacing((Sink("json", output),), (input_file(file),))
    try:
        report = read(file, Settings(encoding=encoding))
    except Unreadable as error:
        raise UsageError(error.words, str(file), error.place) from None
    language = default_language()
    written = _written(report, places=places)
    if output is None:
        write_terminal([render_tree(written, unicode=look_of(language).unicode)])
    else:
        write_file(output, [render_tree(written)])
    half = [trouble for trouble in report.troubles if trouble.rule in UNREAD_RULES]
    for trouble in half:
        complain(f"{file}: {trouble.words.say(language)}")
    return 2 if half else 0


def _written(report: "Report", *, places: bool) -> object:
    """The tree; with places, beside it the place of every pointer that the reader kept one for."""
    from lint.readers.tree import tree_of_report

    tree = tree_of_report(report)
    if not places:
        return tree
    found = report.find_places()
    return {"tree": tree, "places": {at: place.as_dict() for at, place in found.items() if place.as_dict()}}
