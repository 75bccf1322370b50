"""A document as Markdown with tables between bars, as programs make it of documents."""

from collections.abc import Iterator

from tests.documents.grids import Table, unfolded, unmerged
from tests.documents.paper import Paper, Paragraph

_MARKS = {"title": "# ", "heading": "## ", "text": ""}
_SPECIAL = str.maketrans({"\\": r"\\", "|": r"\|", "*": r"\*", "_": r"\_", "<": r"\<", "`": r"\`"})


def markdown(document: Paper, *, padded: bool = True, front_matter: bool = False) -> bytes:
    """The bytes of the document; what a merged cell covers is blank cells, a line end in a cell is ``<br>``.

    ``padded`` puts a space around cells; ``front_matter`` says title and date in YAML before the text.
    """
    blocks = [
        _table(block, padded=padded) if isinstance(block, Table) else _paragraph(block) for block in document.blocks
    ]
    return ("".join(_front(document) if front_matter else ()) + "\n\n".join(blocks) + "\n").encode()


def _front(document: Paper) -> Iterator[str]:
    yield f"---\ntitle: {document.title}\n"
    if document.published:
        yield f"date: {document.published}\n"
    yield "---\n\n"


def _paragraph(block: Paragraph) -> str:
    return _MARKS[block.kind] + block.text.translate(_SPECIAL)


def _table(table: Table, *, padded: bool) -> str:
    rows = [[_cell(slot.box.text) for slot in row] for row in unfolded(unmerged(table))]
    space = " " if padded else ""
    ruled = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"|{space}" + f"{space}|{space}".join(row) + f"{space}|" for row in ruled)


def _cell(text: str) -> str:
    return text.translate(_SPECIAL).replace("\n", "<br>")
