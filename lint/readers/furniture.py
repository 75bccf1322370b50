"""What belongs to the page and not to the report: page numbers, and the sign that a table goes on."""

import re

from lint.readers.labels import folded
from lint.readers.outline import Cell

_LONGEST = 24
_PAGE = re.compile(r"[-—–―─]\d{1,3}[-—–―─]|第\d{1,3}页(?:[,/、]?共\d{1,3}页)?")
_GOES_ON = re.compile(r"[(（【\[]?(?:续|接)(?:上)?(?:表|页)[一二三四1-4]?[)）】\]]?")


def is_furniture(cells: tuple[Cell, ...]) -> bool:
    """Whether a line or a row holds nothing but a page number or 续表."""
    filled = [cell for cell in cells if cell.text]
    if len(filled) != 1 or len(filled[0].text) > _LONGEST:
        return False
    text = folded(filled[0].text)
    return _PAGE.fullmatch(text) is not None or _GOES_ON.fullmatch(text) is not None
