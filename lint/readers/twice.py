"""Two whole reports in one file: nobody knows which of them is meant."""

from collections import Counter

from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.headings import is_title
from lint.readers.parts import Part
from lint.readers.rows import AMBIGUOUS
from lint.readers.table_parts import Found

_SETS = 4  # so many sections twice, each with content
_CONTENT = 6  # shorter is the page number of an entry in a table of contents
_SETS_WITH_TITLE = 2
_WORDS = Text("文件中有两份报告，请分开保存", "the file holds two reports: save each in a file of its own")


def note_two_reports(parts: list[Part], found: Found) -> None:
    """Say so where the sections stand twice, each time with something below them; what else stands twice follows."""
    sections = Counter(part.key for part in parts if part.key and _content(part))
    twice = sum(1 for count in sections.values() if count > 1)
    if twice < (_SETS_WITH_TITLE if _titles(parts) > 1 else _SETS):
        return
    seen: set[str] = set()
    for part in parts:
        if part.key in seen and part.heading is not None and _content(part):
            follows = set(found.contradicted)
            kept = [trouble for trouble in found.troubles if trouble not in follows]
            found.troubles[:] = [*kept, Trouble(AMBIGUOUS, "/sections", _WORDS, part.heading.place)]
            return
        if part.key and _content(part):
            seen.add(part.key)


def _content(part: Part) -> bool:
    return any(len(cell.text) >= _CONTENT for line in part.lines for cell in line.cells)


def _titles(parts: list[Part]) -> int:
    return sum(1 for part in parts for line in part.lines if not line.in_grid and is_title(line.cells[0].text))
