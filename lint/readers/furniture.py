"""What belongs to the page or to a program and not to the report: page numbers, 续表, column headings made up."""

import re

from lint.readers.labels import folded
from lint.readers.outline import Cell

_LONGEST = 24
_PAGE = re.compile(r"[-—–―─]\d{1,3}[-—–―─]|第\d{1,3}页(?:[,/、]?共\d{1,3}页)?")
_GOES_ON = re.compile(r"[(（【\[]?(?:续|接)(?:上)?(?:表|页)[一二三四1-4]?[)）】\]]?")
# What programs call the columns of a table whose headings they did not see.
_MADE_UP = re.compile(r"(?:数据|数值|列|栏|字段|col(?:umn)?|field|unnamed:?)[ _-]?\d{1,2}", re.IGNORECASE)
_NAMES = 2
_COUNTED = 5


def is_furniture(cells: tuple[Cell, ...]) -> bool:
    """Whether a line or a row holds nothing but a page number or 续表, or headings that a program made up."""
    texts = [cell.text for cell in cells if cell.text]
    if len(texts) > 1:
        return texts[-1][-1].isdecimal() and _is_made_up(texts)
    if len(texts) != 1 or len(texts[0]) > _LONGEST:
        return False
    text = folded(texts[0])
    return _PAGE.fullmatch(text) is not None or _GOES_ON.fullmatch(text) is not None


def _is_made_up(texts: list[str]) -> bool:
    """Headings such as 项目, 数据1, 数据2, or the numbers of the columns."""
    last = texts[-1]
    if not last.isdecimal():
        unlike = sum(1 for text in texts if not _MADE_UP.fullmatch(text))
        return unlike <= min(_NAMES, len(texts) - 1) and _MADE_UP.fullmatch(last) is not None
    if len(texts) >= _COUNTED:
        numbers = texts if texts[0].isdecimal() else texts[1:]
        if numbers[0] != "1":
            return False
        named = texts[0].isdecimal() or folded(texts[0]) in _COLUMN_NUMBERS
        return named and numbers == [str(number) for number in range(1, len(numbers) + 1)]
    return False


_COLUMN_NUMBERS = frozenset({"栏次", "行次", "序号", "列次", "项目"})
