"""``xxgk-lint annotate``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.run import Checked
    from lint.model.settings import Settings
    from lint.model.text import Language

_WORD = ".docx"
_EPOCH = "SOURCE_DATE_EPOCH"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="写入文件 write to this file",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="批注的语言 language of the comments")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="配置文件 configuration file")
def annotate(file: Path, output: Path, lang: str | None, config_file: Path | None) -> int:
    """在 Word 文件中加批注。 Write the Word file again, with a comment at each cell and paragraph concerned.

    \b
    其余内容不变。 Nothing else in the file changes.
    例 Example:
      xxgk-lint annotate report.docx -o reviewed.docx
    """
    from lint.cli.options import gather, settings_of
    from lint.cli.output import write_file, write_terminal
    from lint.cli.terminal import default_language, look_of
    from lint.formatters.summary import summary_line
    from lint.model.errors import Unreadable
    from lint.model.run import run_of

    origins = gather({"lang": lang}, config_file)
    settings = settings_of(origins)
    language: Language = origins["lang"].value or default_language()
    _refuse_output(file, output)
    try:
        checked, made = _annotated(file, settings, language)
    except Unreadable as error:
        raise UsageError(error.words, str(file), error.place) from None
    write_file(output, [made])
    summary = run_of([checked]).summary
    write_terminal([summary_line(summary, look_of(language)) + "\n"])
    return summary.exit_code(settings.fail_on)


def _annotated(file: Path, settings: "Settings", language: "Language") -> "tuple[Checked, bytes]":
    """What came of the file, and the document with its comments. Raises Unreadable, UsageError."""
    from lint import __version__
    from lint.annotating.document import annotated
    from lint.api import Session
    from lint.cli.terminal import cache_folder
    from lint.formatters.look import Look
    from lint.formatters.notes import notes_of

    date = _date()
    data = _document(file)
    checked = Session(settings, cache_folder()).check_bytes(str(file), data)
    if checked.report is None:
        raise UsageError(checked.diagnostics[0].message, checked.source, checked.diagnostics[0].place)
    notes = notes_of(checked, Look(language, version=__version__))
    return checked, annotated(data, notes, checked.report.locate("/title"), date)


def _refuse_output(file: Path, output: Path) -> None:
    """The output never takes the place of the input, and is called what it is."""
    import os

    if os.path.realpath(file) == os.path.realpath(output) or (output.exists() and output.samefile(file)):
        zh, en = "输出文件就是输入文件，请另取一个名字", "the output is the input itself: give it another name"
        raise UsageError(Text(zh, en), str(output))
    if file.suffix.lower() != output.suffix.lower():
        zh = f"输出文件的后缀应与输入文件相同（{file.suffix}）"
        raise UsageError(Text(zh, f"the output must end like the input ({file.suffix})"), str(output))


def _document(file: Path) -> bytes:
    """The content of a Word document. Raises Unreadable, or UsageError where it is another file."""
    from lint.readers.files import read_bytes
    from lint.readers.sniff import kind_of

    data = read_bytes(str(file))
    kind = kind_of(data)
    if kind == _WORD:
        return data
    if kind in (".doc", ".rtf", ".odt"):
        zh = f"只能在 .docx 文件中加批注，这是 {kind}：请用 Word 或 WPS 另存为 .docx"
        en = f"comments can be written into .docx only, and this is {kind}: save it as .docx with Word or WPS"
    else:
        zh, en = (
            "只能在 Word 文件（.docx、.docm）中加批注",
            "comments can be written into Word documents only (.docx, .docm)",
        )
    raise UsageError(Text(zh, en), str(file))


def _date() -> str | None:
    """The date that the environment tells. Without one comments have none: the same input always gives the same."""
    import os
    import time

    told = os.environ.get(_EPOCH)
    if not told:
        return None
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(told)))
    except (ValueError, OverflowError, OSError):
        raise UsageError(Text(f"{_EPOCH} 不是时间：{told}", f"{_EPOCH} is no time: {told}")) from None
