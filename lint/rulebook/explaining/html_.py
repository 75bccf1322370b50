"""An explanation as one HTML page that needs nothing else."""

from collections.abc import Iterator
from html import escape

from lint.model.text import Language
from lint.rulebook.explaining.blocks import Block, Explained, Grid, Line

_STYLE = """\
body { font-family: system-ui, sans-serif; line-height: 1.6; margin: 2em auto; max-width: 52em; padding: 0 1em; }
table { border-collapse: collapse; margin: 0.5em 0; }
caption { text-align: left; }
th, td { border: 1px solid #999; padding: 0.1em 0.5em; text-align: right; }
th[scope=row] { font-weight: normal; text-align: left; }
mark { background: #fdd; color: #900; font-weight: bold; }
pre { background: #f4f4f4; overflow-x: auto; padding: 0.5em; }
.in { margin-left: 2em; }"""
_LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


def as_html(one: Explained, language: Language) -> Iterator[str]:
    """The lines of the page."""
    title = f"{one.id} {one.title}"
    yield from ("<!DOCTYPE html>", f'<html lang="{_LANGUAGES[language]}">', '<meta charset="utf-8">')
    yield '<meta name="viewport" content="width=device-width">'
    yield from (f"<title>{escape(title)}</title>", f"<style>\n{_STYLE}\n</style>")
    yield from (f"<h1>{escape(title)}</h1>", f"<p><code>{escape(one.name)}</code> · {escape(one.severity)}</p>")
    for part in one.parts:
        yield f'<h2 id="{part.name}">{escape(part.heading)}</h2>'
        for block in part.blocks:
            yield from _block(block)
    yield "</html>"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        inside = _marked(block.words, wrong=block.wrong)
        yield f'<p class="in">{inside}</p>' if block.level else f"<p>{inside}</p>"
    elif isinstance(block, Grid):
        yield from _grid(block)
    else:
        yield f'<pre><code class="language-{block.language}">{escape(block.text)}</code></pre>'


def _grid(grid: Grid) -> Iterator[str]:
    yield f"<table><caption>{escape(grid.title)}</caption>"
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in grid.columns)
    yield f"<tr><td></td>{heads}</tr>"
    for label, cells in grid.rows:
        shown = "".join(f"<td>{_marked(cell.shown, wrong=cell.wrong)}</td>" for cell in cells)
        yield f'<tr><th scope="row">{escape(label)}</th>{shown}</tr>'
    yield "</table>"


def _marked(words: str, *, wrong: bool) -> str:
    return f"<mark>{escape(words)}</mark>" if wrong else escape(words)
