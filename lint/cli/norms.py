"""``xxgk-lint norms``."""

import os
from typing import TYPE_CHECKING

import click

from lint.cli.addresses import INPUT, OUTPUT
from lint.cli.language import language_option
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.cli.output import Somewhere

EXAMPLES = """
\b
例 Examples:
  xxgk-lint norms build reports.parquet -o norms.json   由报告集算出 made of a collection
  xxgk-lint norms build s3://results/reports.parquet -o norms.json      对象存储 in an object store
  xxgk-lint check 2024/ --norms norms.json              与同级同类机关比 compare with bodies of the same kind and level
"""
_WRITTEN = Text(
    "{path}：{reports} 份报告，{groups} 类机关；{other} 行没有类别、层级或未完整读出，不计",
    "{path}: {reports} reports of {groups} kinds and levels;"
    " {other} rows without kind or level, or not read whole, left out",
)
_NOTHING = Text(
    "没有一行能用：算常值要有完整读出、类别和层级都知道的报告",
    "no row can be used: norms take reports that were read whole, of a known kind and level",
)


@click.group(epilog=EXAMPLES)
def norms() -> None:
    """常值：同级同类机关通常填报多少。 Norms: what bodies of one kind and level usually report."""


@norms.command("build", epilog=EXAMPLES)
@click.argument("collection", type=INPUT)
@click.option("-o", "--output", type=OUTPUT, required=True, help="文件 the file")
@language_option()
def build(collection: "Somewhere", output: "Somewhere", lang: str | None) -> int:
    """由 collect 写成的报告集算出常值。 Make norms of a collection that collect wrote: medians and spreads, exactly."""
    from lint import __version__
    from lint.cli.output import Sink, say, write_file
    from lint.cli.own_files import input_file, refuse_replacing
    from lint.cli.terminal import chosen_language
    from lint.columns.arrow import require
    from lint.columns.norms import as_json, groups_of
    from lint.columns.reading import Collection
    from lint.formatters.tree import render_tree
    from lint.model.errors import Unreadable, UsageError

    require()
    refuse_replacing((Sink("json", output),), (input_file(collection),))
    try:
        opened = Collection(os.fspath(collection))
        groups = groups_of(opened)
    except Unreadable as error:
        raise UsageError(error.words, str(collection)) from None
    if not groups:
        raise UsageError(_NOTHING, str(collection))
    made = as_json(groups, collection.name, f"xxgk-lint {__version__}")
    write_file(output, [render_tree(made)])
    told = {
        "path": str(output),
        "reports": made["reports"],
        "groups": len(groups),
        "other": len(opened) - made["reports"],
    }
    say([_WRITTEN.say(chosen_language(lang)).format(**told)])
    return 0
