"""Where something stands in a file. Kept while reading; what is unknown is None, never 0 or 1."""

from typing import NamedTuple


class Place(NamedTuple):
    """One place; the members that a format knows are set, the others are None.

    ``line`` and ``column`` count characters from 1; ``end_column`` is one past the last character.
    ``table``, ``row`` and ``column`` count from 1 in the grid of a document; ``box`` is in points.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    table: int | None = None
    row: int | None = None
    paragraph: int | None = None
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    sheet: str | None = None
    cell: str | None = None

    def as_dict(self) -> dict[str, object]:
        """The members that are known, under the names of the JSON output."""
        known = {name: value for name, value in self._asdict().items() if value is not None}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in known.items()}
