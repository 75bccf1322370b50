"""What is drawn on a page of a PDF: ruled edges, the boxes of pictures, whether there is text without ink."""

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.limits import PAGE_EDGES, TAGS

Box: TypeAlias = tuple[float, float, float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

INKLESS = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_DEPTH = 8  # of forms within forms
_THICK = 4.0  # a rule is no thicker
_SHORT = 0.4
_FAR = 1e6
_SLOPE = 0.7
_NO_SIZE = 0.01
_PLAIN = frozenset({2, 4, 5, 6})  # the segments of one line or one rectangle


class Edge(NamedTuple):
    """A ruled line: its position across, and where it starts and ends along."""

    position: float
    start: float
    end: float


class Drawn(NamedTuple):
    """The horizontal and vertical edges and the pictures of a page; ``inkless``: some text has no ink."""

    horizontal: list[Edge]
    vertical: list[Edge]
    pictures: list[Box]
    inkless: bool


def drawn_on(page: Any, matrix: Matrix, number: int) -> Drawn:
    """What is drawn on a page, forms included, in the coordinates to which ``matrix`` leads.

    Raises Unreadable (LT001) where it is more than the page of any report holds.
    """
    return _Walk(page, matrix, number).drawn()


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix of going by the first and then by the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def placed(box: Box, matrix: Matrix) -> Box:
    """The box around a box to which a matrix has been applied."""
    left, bottom, right, top = box
    a, b, c, d, e, f = matrix
    if not (b or c):
        x0, y0, x1, y1 = a * left + e, d * bottom + f, a * right + e, d * top + f
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return _around([(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)])


class _Walk:
    """Goes over the objects of one page; what it calls with stays the same, since it calls thousands of times."""

    def __init__(self, page: Any, matrix: Matrix, number: int) -> None:
        self.page = page
        self.matrix = matrix
        self.number = number
        self.objects = 0
        self.segments = 0
        self.result = Drawn([], [], [], inkless=False)
        self.inkless = False
        self.sides = tuple(ctypes.c_float() for _ in range(4))

    def drawn(self) -> Drawn:
        """All of it."""
        waiting = [(self.page, self.matrix, 0)]
        while waiting:
            holder, matrix, depth = waiting.pop()
            for one in self._within(holder, is_page=depth == 0):
                kind = pdfium.FPDFPageObj_GetType(one)
                if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                    waiting.append((one, times(_matrix_of(one), matrix), depth + 1))
                else:
                    self._take(one, kind, matrix)
        return self.result._replace(inkless=self.inkless)

    def _within(self, holder: Any, *, is_page: bool) -> Iterator[Any]:
        count = pdfium.FPDFPage_CountObjects(holder) if is_page else pdfium.FPDFFormObj_CountObjects(holder)
        self.objects += max(count, 0)
        self._bound(self.objects, TAGS)
        get = pdfium.FPDFPage_GetObject if is_page else pdfium.FPDFFormObj_GetObject
        for index in range(count):
            if one := get(holder, index):
                yield one

    def _take(self, one: Any, kind: int, matrix: Matrix) -> None:
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._text(one)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(one, matrix)
            self._bound(len(self.result.horizontal) + len(self.result.vertical), PAGE_EDGES)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE and (box := self._box(one, matrix)):
            self.result.pictures.append(box)

    def _text(self, one: Any) -> None:
        """See to it that pdfium reads a text in a font that it does not have.

        It gives such a text no size, takes what has none for nothing, and one line for the repetition of another; a
        stroke around the text gives it one.
        """
        if pdfium.FPDFTextObj_GetTextRenderMode(one) in INKLESS:
            self.inkless = True
            return
        left, bottom, right, top = self.sides
        if not pdfium.FPDFPageObj_GetBounds(one, *self.sides):
            return
        if right.value - left.value < _NO_SIZE or top.value - bottom.value < _NO_SIZE:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(one, matrix)
            pdfium.FPDFTextObj_SetTextRenderMode(one, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)
            pdfium.FPDFPageObj_SetStrokeWidth(one, 1.0)
            pdfium.FPDFPageObj_SetMatrix(one, matrix)

    def _bound(self, count: int, most: int) -> None:
        if count > most:
            number = self.number
            words = Text(f"第 {number} 页：线条或对象过多", f"page {number}: too many lines or objects")
            raise Unreadable("LT001", words, Place(page=number))

    def _box(self, one: Any, matrix: Matrix) -> Box | None:
        if not pdfium.FPDFPageObj_GetBounds(one, *self.sides):
            return None
        left, bottom, right, top = (side.value for side in self.sides)
        box = placed((left, bottom, right, top), matrix)
        return box if all(map(math.isfinite, box)) else None

    def _path(self, one: Any, matrix: Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(one)
        box = self._box(one, matrix)
        if count in _PLAIN and box and min(box[2] - box[0], box[3] - box[1]) <= _THICK:
            self._thin(box)
            return
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(one, filled, stroked)
        self.segments += count
        self._bound(self.segments, TAGS)
        own = times(_matrix_of(one), matrix)
        for points in _outlines(one, count, own):
            if stroked.value:
                self._sides(points)
            elif filled.value:
                self._thin(_around(points))

    def _thin(self, box: Box) -> None:
        """A line, or a rectangle as thin as a line, along its longer side."""
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        if not (min(width, height) <= _THICK and _SHORT <= max(width, height) < _FAR):
            return
        if width >= height:
            self.result.horizontal.append(Edge((top + bottom) / 2, left, right))
        else:
            self.result.vertical.append(Edge((left + right) / 2, top, bottom))

    def _sides(self, points: list[tuple[float, float]]) -> None:
        """Each side of an outline that runs along the page or across it."""
        for (x0, y0), (x1, y1) in pairwise(points):
            if min(abs(x1 - x0), abs(y1 - y0)) <= _SLOPE:
                self._thin((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _matrix_of(one: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, found):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _around(points: list[tuple[float, float]]) -> Box:
    across, along = [x for x, _ in points], [y for _, y in points]
    return min(across), min(along), max(across), max(along)


def _outlines(path: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of each outline of a path, as far as its sides are straight."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if len(points) > 1:
        yield points
