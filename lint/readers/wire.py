"""An outline as JSON and back, for the way out of a process that is not trusted."""

import json
from typing import Any

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.outline import Block, Cell, Grid, Outline, Picture


class BadAnswer(ValueError):
    """What came over the wire is no outline and no refusal."""


def pack(outline: Outline) -> bytes:
    """An outline as one JSON text."""
    said: dict[str, Any] = {
        "blocks": [_packed(block) for block in outline.blocks],
        "title": _packed_cell(outline.title) if outline.title else None,
        "published": outline.published,
        "remarks": [[one.kind, one.pointer, one.text, _packed_place(one.place)] for one in outline.remarks],
    }
    return json.dumps(said).encode()


def pack_refusal(error: Unreadable) -> bytes:
    """The finding that a file cannot be read, as one JSON text."""
    said = [error.rule, error.words.zh, error.words.en, _packed_place(error.place)]
    return json.dumps({"refused": said}).encode()


def unpack(data: bytes) -> Outline:
    """The outline in an answer.

    Raises Unreadable where the answer is a refusal, BadAnswer where it is neither.
    """
    try:
        said = json.loads(data)
        answer = _refusal(said["refused"]) if "refused" in said else _outline(said)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadAnswer(str(error)) from error
    if isinstance(answer, Unreadable):
        raise answer
    return answer


def _refusal(said: Any) -> Unreadable:
    rule, zh, en, place = said
    return Unreadable(_string(rule), Text(_string(zh), _string(en)), _place(place))


def _outline(said: dict[str, Any]) -> Outline:
    return Outline(
        tuple(_block(one) for one in said["blocks"]),
        _cell(said["title"]) if said["title"] is not None else None,
        _string(said["published"]) if said["published"] is not None else None,
        tuple(
            Remark(_string(kind), _string(at), _string(text), _place(place))
            for kind, at, text, place in said["remarks"]
        ),
    )


def _packed(block: Block) -> Any:
    if isinstance(block, Grid):
        return {"rows": [[_packed_cell(cell) for cell in row] for row in block.rows]}
    if isinstance(block, Picture):
        return {"picture": _packed_place(block.place)}
    return _packed_cell(block)


def _packed_cell(cell: Cell) -> list[Any]:
    return [cell.text, _packed_place(cell.place), cell.span]


def _packed_place(place: Place | None) -> Any:
    return None if place is None else list(place)


def _block(said: Any) -> Block:
    if isinstance(said, list):
        return _cell(said)
    if "picture" in said:
        return Picture(_place(said["picture"]))
    return Grid(tuple(tuple(_cell(cell) for cell in row) for row in said["rows"]))


def _cell(said: Any) -> Cell:
    text, place, span = said
    return Cell(_string(text), _place(place), _number(span))


def _place(said: Any) -> Place | None:
    if said is None:
        return None
    *numbers, box, sheet, cell = said
    line, column, end_line, end_column, table, row, paragraph, page = (
        None if one is None else _number(one) for one in numbers
    )
    left, top, right, bottom = map(_number, box) if box is not None else (0, 0, 0, 0)
    return Place(
        line, column, end_line, end_column, table, row, paragraph, page,
        (left, top, right, bottom) if box is not None else None,
        None if sheet is None else _string(sheet),
        None if cell is None else _string(cell),
    )  # fmt: skip


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value
