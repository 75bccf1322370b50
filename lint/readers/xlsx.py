"""Excel workbooks (.xlsx): cells read straight from the XML, placed by their references."""

from collections.abc import Iterator

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.limits import CELLS
from lint.readers.lines import quote
from lint.readers.outline import Outline
from lint.readers.package import Package, open_package
from lint.readers.sheet_blocks import outline_of_sheets
from lint.readers.sheets import Sheet
from lint.readers.xlsx_drawings import drawn_of
from lint.readers.xlsx_parts import S, Workbook, root_of, workbook_of
from lint.readers.xlsx_sheet import SheetReader
from lint.readers.xlsx_texts import texts_of


def outline_of(data: bytes) -> Outline:
    """The outline of a workbook: all sheets that are shown, in the order of the workbook.

    Cells are text as Excel shows it: numbers as in :func:`lint.readers.sheet_values.number_text`, dates in ISO 8601,
    of a formula the value that was stored with it. A formula without one is blank and remarked. Rows and columns that
    are hidden are read and remarked, hidden sheets only remarked. Text boxes are read where they begin. Macros and
    links to other files are never opened.

    Raises Unreadable (LT001) where the file is no workbook, is damaged, or has more than any report.
    """
    package = open_package(data)
    workbook = workbook_of(package)
    remarks = [*workbook.remarks]
    remarks += [
        Remark("hidden-sheet", "", part.name, Place(sheet=part.name)) for part in workbook.sheets if part.hidden
    ]
    sheets = list(_sheets(package, workbook, remarks))
    return outline_of_sheets(sheets, remarks)


def _sheets(package: Package, workbook: Workbook, remarks: list[Remark]) -> Iterator[Sheet]:
    texts = texts_of(package, workbook)
    cells = 0
    for part in workbook.sheets:
        if part.hidden:
            continue
        root = root_of(package, part.part)
        cells += sum(1 for _ in root.iter(f"{S}c"))
        if cells > CELLS:
            zh, en = f"上限 {CELLS} 格", f"limit {CELLS} cells"
            words = Text(
                f"工作表“{quote(part.name)}”过大（{zh}）", f"the sheet '{quote(part.name)}' is too large ({en})"
            )
            raise Unreadable("LT001", words, Place(sheet=part.name))
        yield SheetReader(part, texts, remarks).sheet(root)._replace(drawn=drawn_of(package, part.part))
