"""``xxgk-lint convert``."""

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写入文件 write to a file")
@click.option("--encoding", help="文本编码 encoding of text files")
def convert(file: Path, output: Path | None, encoding: str | None) -> int:
    """转换为 JSON 树。 Write the JSON tree of any input.

    \b
    例 Example:
      xxgk-lint convert report.txt -o report.json
    """
    from lint.api import Session
    from lint.cli.output import write_file, write_terminal
    from lint.cli.terminal import cache_folder
    from lint.formatters.tree import render_tree
    from lint.model.errors import Unreadable, UsageError
    from lint.model.settings import Settings
    from lint.readers.files import read_bytes
    from lint.readers.tree import tree_of_report

    session = Session(Settings(encoding=encoding), cache_folder())
    try:
        report = session.read(str(file), read_bytes(str(file)))
    except Unreadable as error:
        raise UsageError(error.words, str(file), error.place) from None
    chunks = [render_tree(tree_of_report(report))]
    if output is None:
        write_terminal(chunks)
    else:
        write_file(output, chunks)
    return 2 if any(trouble.rule in ("LT005", "LT006") for trouble in report.troubles) else 0
