"""Two whole reports in one file: one of them, if it is the same twice; else nobody knows which is meant."""

from collections import Counter

from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.headings import is_title
from lint.readers.labels import folded
from lint.readers.outline import Cell
from lint.readers.parts import Part
from lint.readers.rows import AMBIGUOUS
from lint.readers.table_parts import Found

_SETS = 4  # so many sections twice, each with content
_CONTENT = 6  # shorter is the page number of an entry in a table of contents
_SETS_WITH_TITLE = 2
_WORDS = Text("文件中有两份报告，请分开保存", "the file holds two reports: save each in a file of its own")


def one_report(parts: list[Part], texts: list[list[Cell]], found: Found) -> tuple[list[Part], list[list[Cell]]]:
    """Parts and texts without those of the same report again, as pages with two tabs have it.

    Where the second is another report, that is said; what else stands twice follows from it.
    """
    lines = (line for part in parts for line in part.lines if not line.in_grid)
    titles = [folded(line.cells[0].text) for line in lines if is_title(line.cells[0].text)]
    second = _second(parts, len(titles))
    if second is None:
        return parts, texts
    if found.doubled and not found.contradicted and len(set(titles)) == 1:
        last = _before_title(texts[second - 1])
        return parts[:second], [*texts[: second - 1], last]
    follows = set(found.contradicted)
    kept = [trouble for trouble in found.troubles if trouble not in follows]
    heading = parts[second].heading
    found.troubles[:] = [*kept, Trouble(AMBIGUOUS, "/sections", _WORDS, heading.place if heading else None)]
    return parts, texts


def _second(parts: list[Part], titles: int) -> int | None:
    """Where the sections begin to stand again, each time with something below them; None where they do not."""
    sections = Counter(part.key for part in parts if part.key and _content(part))
    twice = sum(1 for count in sections.values() if count > 1)
    if twice < (_SETS_WITH_TITLE if titles > 1 else _SETS):
        return None
    seen: set[str] = set()
    for number, part in enumerate(parts):
        if part.key in seen and part.heading is not None and _content(part):
            return number
        if part.key and _content(part):
            seen.add(part.key)
    return None


def _before_title(cells: list[Cell]) -> list[Cell]:
    """The text of the last section without the title and the lead-in of what follows."""
    end = next((number for number, cell in enumerate(cells) if is_title(cell.text)), len(cells))
    return cells[:end]


def _content(part: Part) -> bool:
    return any(len(cell.text) >= _CONTENT for line in part.lines for cell in line.cells)
