"""``xxgk-lint rules new``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli.language import language_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lint.model.text import Language
    from lint.rulebook.starting import Start

_KINDS = ("forbid", "match", "required", "range", "relation", "conditions", "python")


@click.command("new")
@click.argument("family")
@click.argument("title")
@click.option("--en", "other", default="", metavar="TITLE", help="另一种语言的标题 the title in the other language")
@click.option("--check", "kind", type=click.Choice(_KINDS), default="forbid", help="检查种类 kind of check")
@click.option("--rules", "folder", type=click.Path(path_type=Path, file_okay=False), help="规则文件夹 folder of rules")
@language_option()
def new_rule(family: str, title: str, other: str, kind: str, folder: Path | None, lang: str | None) -> int:
    """新建一条规则：取下一个编号，写出可以运行的规则文件。

    Start a rule: the next free id of the family, and a file that runs and says what is to be filled in. A family is two
    letters; for rules of your own take letters that no bundled rule has. No file is ever overwritten.

    \b
    例 Example:
      xxgk-lint rules new ZZ "总体情况不写某某词" --rules our-rules
    """
    from lint.cli.book import chosen_book, chosen_folders
    from lint.cli.output import say
    from lint.cli.terminal import chosen_language
    from lint.rulebook.starting import folder_of, start, titled

    known = folder.is_dir() if folder else False
    rules = chosen_book((str(folder),) if known else ()).rules
    configured = chosen_folders(())
    target = folder or (configured[0] if configured else folder_of(family, rules))
    begun = start(family, titled(title, other), kind, target, rules, _released())
    _write(begun)
    say(_next_steps(begun, target if folder else None, chosen_language(lang)))
    return 0


def _released() -> tuple[str, ...]:
    """Every id that was ever released: none is used again."""
    from lint.resources import bundle_root
    from lint.rulebook.verifying.released import NAME, read_released

    path = bundle_root() / "rules" / NAME
    return tuple(read_released(path)) if path.is_file() else ()


def _write(begun: "Start") -> None:
    """Write the files of a new rule. Raises OutputError where one is there already, or cannot be written."""
    from lint.model.errors import OutputError
    from lint.model.text import Text

    for path, text in begun.files:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            words = Text(f"无法写入：{error.strerror}", f"cannot be written: {error.strerror}")
            raise OutputError(words, str(path)) from None


def _next_steps(begun: "Start", folder: Path | None, language: "Language") -> "Iterator[str]":
    import shlex

    from lint.model.text import Text

    written, then = Text("已写入", "written"), Text("填好以后", "when it is filled in")
    more = f" --rules {shlex.quote(str(folder))}" if folder else ""
    colon = Text("：", ": ").say(language)
    yield from (f"{written.say(language)}{colon}{path}" for path, _ in begun.files)
    yield f"{then.say(language)}{colon}".rstrip()
    yield f"  xxgk-lint rules test {begun.id}{more}"
    yield f"  xxgk-lint rules test {begun.id}{more} --watch"
    yield f"  xxgk-lint explain {begun.id}{more}"
