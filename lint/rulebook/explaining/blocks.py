"""What an explanation is made of: lines, grids of cells as the form draws them, and code to be copied."""

from typing import NamedTuple, TypeAlias


class Line(NamedTuple):
    """One line of words. ``wrong`` marks what a rule finds fault with; ``level`` is how far it stands in."""

    words: str
    wrong: bool = False
    level: int = 0


class Cell(NamedTuple):
    """What stands in a cell of a table; ``wrong`` marks the one that a rule points at."""

    words: str
    wrong: bool = False

    @property
    def shown(self) -> str:
        """The cell without colours: a wrong one in brackets."""
        return f"[{self.words}]" if self.wrong else self.words


class Grid(NamedTuple):
    """A part of a table of the form: its name, the headings of its columns, and rows with their labels."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


class Code(NamedTuple):
    """Something to be copied as it stands."""

    language: str
    text: str


Block: TypeAlias = Line | Grid | Code


class Part(NamedTuple):
    """One part of an explanation: a key that is the same in both languages, its heading, and what stands below."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


class Explained(NamedTuple):
    """A rule in one language: its id, name and severity in words, its title, and the parts."""

    id: str
    name: str
    severity: str
    title: str
    parts: tuple[Part, ...]
