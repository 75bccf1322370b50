"""``xxgk-lint annotate``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli.addresses import INPUT, OUTPUT, refuse_urls
from lint.cli.language import language_option
from lint.cli.report_options import body_options, rule_options
from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.annotating.document import Annotated
    from lint.api import Session
    from lint.model.run import Checked
    from lint.model.text import Language

_WORD = ".docx"
_EPOCH = "SOURCE_DATE_EPOCH"
_WRITTEN = Text("已写入 {path}：批注 {count} 条", "written to {path}: comments: {count}")
_AT_TITLE = Text("，其中 {count} 条没有具体位置，在标题处", ", at the title for want of a place: {count}")
_STANDING = Text("；先前写过的 {count} 条未重复", "; written before and not repeated: {count}")

EXAMPLES = """
\b
例 Examples:
  xxgk-lint annotate report.docx -o reviewed.docx
  xxgk-lint annotate report.docx -o reviewed.docx --previous 2022.docx

\b
只加批注，其余内容不变；原文件不动。说的是整份报告的，批注在标题处。
再次运行不重复已有的批注，也不删除批注。
Only comments are added: nothing else changes, and the file itself stays as it is. What concerns the
report as a whole stands at its title. A further run repeats no comment and removes none.

\b
退出码 Exit codes:
  0 通过 passed   1 有问题，已写成批注 findings, written as comments
  2 未能全部检查，或未能写入 not everything could be checked, or nothing could be written
"""


@click.command(epilog=EXAMPLES, options_metavar="-o OUTPUT [OPTIONS]")
@click.argument("file", type=INPUT)
@click.option("-o", "--output", type=OUTPUT, required=True, help="写入文件 write to this file")
@language_option("批注的语言 language of the comments")
@rule_options
@body_options
def annotate(file: Path, output: Path, **given: Any) -> int:
    """把查出的问题写成 Word 批注。 Check a Word file, and write a copy with a comment at each place concerned."""
    from lint.api import Session
    from lint.cli.options import gather, settings_of
    from lint.cli.output import Sink, say, write_file
    from lint.cli.own_files import read_beside, refuse_replacing
    from lint.cli.terminal import cache_folder, default_language, look_of
    from lint.formatters.summary import summary_line
    from lint.model.run import run_of

    refuse_urls((file, output), "annotate")
    origins = gather(given, given["config_file"])
    settings = settings_of(origins)
    language: Language = origins["lang"].value or default_language()
    _refuse_output(file, output)
    refuse_replacing((Sink("docx", output),), read_beside(settings, origins, given["config_file"]))
    date, data = _date(), _document(file)
    session = Session(settings, cache_folder())
    beside = list(_unread_beside(session, language))
    checked, made = _annotated(session, (file, data), language, date)
    write_file(output, [made.data])
    summary = run_of([*beside, checked]).summary
    say([_told(output, made, language), summary_line(summary, look_of(language))])
    return summary.exit_code(settings.fail_on)


def _unread_beside(session: "Session", language: "Language") -> "Iterator[Checked]":
    """The reports to compare with that could not be used; each is told."""
    from lint.cli.output import complain

    for checked in session.unread_beside():
        for found in checked.diagnostics:
            complain(f"{checked.source}: {found.message.say(language)}")
        yield checked


def _annotated(
    session: "Session", file: tuple[Path, bytes], language: "Language", date: str | None
) -> "tuple[Checked, Annotated]":
    """What came of the file, and the document with its comments. Raises UsageError."""
    from lint import __version__
    from lint.annotating.document import annotated
    from lint.formatters.look import Look
    from lint.formatters.notes import notes_of
    from lint.model.errors import Unreadable

    path, data = file
    checked = session.check_bytes(str(path), data)
    if checked.report is None:
        raise UsageError(checked.diagnostics[0].message, checked.source, checked.diagnostics[0].place)
    notes = notes_of(checked, Look(language, version=__version__))
    try:
        return checked, annotated(data, notes, checked.report.locate("/title"), date)
    except Unreadable as error:
        raise UsageError(error.words, str(path), error.place) from None
    except UsageError as error:
        raise UsageError(error.words, str(path)) from None


def _told(output: Path, made: "Annotated", language: "Language") -> str:
    """How many comments were written, and which of them do not stand where something is wrong."""
    from lint.formatters.escape import escape

    line = escape(_WRITTEN.say(language).format(path=output, count=made.written))
    for count, words in ((made.at_title, _AT_TITLE), (made.standing, _STANDING)):
        line += words.say(language).format(count=count) if count else ""
    return line


def _refuse_output(file: Path, output: Path) -> None:
    """The output never takes the place of the input, and is called what it is."""
    import os

    if file.is_dir():
        zh, en = "这是文件夹，批注每次只写入一个文件", "this is a folder: comments are written into one file at a time"
        raise UsageError(Text(zh, en), str(file))
    same = os.path.realpath(file) == os.path.realpath(output)
    if same or (file.exists() and output.exists() and output.samefile(file)):
        zh, en = "输出文件就是输入文件，请另取一个名字", "the output is the input itself: give it another name"
        raise UsageError(Text(zh, en), str(output))
    if file.suffix.lower() != output.suffix.lower():
        zh, en = (f"（{file.suffix}）", f" ({file.suffix})") if file.suffix else ("：没有后缀", ": without an ending")
        raise UsageError(
            Text(f"输出文件的后缀应与输入文件相同{zh}", f"the output must end like the input{en}"), str(output)
        )


def _document(file: Path) -> bytes:
    """The content of a Word document. Raises UsageError where it cannot be read or is another file."""
    from lint.model.errors import Unreadable
    from lint.readers.files import read_bytes
    from lint.readers.sniff import kind_of

    try:
        data = read_bytes(str(file))
        kind = kind_of(data)
    except Unreadable as error:
        raise UsageError(error.words, str(file), error.place) from None
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
