"""What is so of each report of a batch, as arrays of truth values, worked out over columns and only when asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from lint.columns.form import AMOUNTS, DECIMALS, IDENTITY, LISTS, WRITTEN
from lint.columns.matrix import Columns, Matrix
from lint.columns.reading import Batch
from lint.columns.texts import Pieces, all_pieces, matching, title_of
from lint.model.day import is_day
from lint.model.form import CELLS, TABLES, cells_of

_EMPTY = ("beside", "remarks", "troubles")
_ABSENT = ("headings", "document", "reason")
_YUAN = 4  # an amount in 万元 with more decimals is a finding
_FINEST = 10 ** (DECIMALS - _YUAN)
_RECEIVED = "收到|新收|接收|接到|受理|收办"
_SIGNED = "/change"
_LEAD_IN = ("preamble", "/sections/overview/paragraphs")
_REPORT, _PERIOD = "编制|公布|发布|报告", "统计(?:的)?(?:期|时|数据|范围)|所列数据|12月31"
_APPLICATIONS = cells_of(TABLES["applications"])


class Facts:
    """The facts of one batch; there is a matrix of relations, and one of rows, for either form of table three."""

    def __init__(self, batch: Batch, relations: tuple[Matrix, Matrix], rows: tuple[Matrix, Matrix]) -> None:
        self.batch = batch
        self.count = len(batch)
        self._matrices = {"relations": relations, "rows": rows}
        self._kept: dict[object, Any] = {}

    def sound(self) -> Any:
        """Reports with nothing odd about them: read, no remark, plain figures in bounds, the usual title and date."""
        return self._once("sound", self._sound)

    def whole(self, names: frozenset[str]) -> Any:
        """Reports in which none of these columns is blank."""
        return self._once(names, lambda: ~self._any_blank(names))

    def holds(self, condition: str, *, single_other: bool) -> Any:
        """Reports of which a condition of a screen is true, by the form of table three."""
        if condition in self._matrices:
            matrix = self._matrices[condition][single_other]
            return self._once((condition, single_other), lambda: matrix.holds(self.figures, self.count))
        return self._once(condition, getattr(self, f"_{condition}"))

    def without(self, signs: str, beside: str = "") -> Any:
        """Reports whose text and title have none of some signs, and whose text none of those beside (RE2)."""
        return self._once(("signs", signs, beside), lambda: ~self._have(signs, beside))

    def _have(self, signs: str, beside: str) -> Any:
        found = self._pieces.have("|".join(filter(None, (signs, beside))))  # one pass over all text
        return found | matching(self.batch.column("title"), signs) if signs else found

    def _once(self, name: object, make: Callable[[], Any]) -> Any:
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @cached_property
    def figures(self) -> Columns:
        """Every column of whole numbers as numpy has it, blanks as 0; None where all are blank."""
        return [None if cell in AMOUNTS else self._figures(cell) for cell in CELLS]

    def _figures(self, cell: str) -> Any:
        column = self.batch.column(cell)
        if column.null_count == self.count:
            return None
        return (column.fill_null(0) if column.null_count else column).to_numpy()

    @cached_property
    def _pieces(self) -> Pieces:
        return all_pieces(self.batch, tuple(LISTS.values()))

    def _sound(self) -> Any:
        found = self._plain_figures() & ~self._pieces.blank() & self._usual_date()
        found &= self._once("usual_title", self._usual_title)
        for name in _EMPTY:
            found &= ~_filled(self.batch.column(name))
        for name in _ABSENT:
            column = self.batch.column(name)
            if column.null_count < self.count:
                found &= _blank(column)
        for name in AMOUNTS:
            found &= _usual_amounts(self.batch.column(name), self.batch.column(WRITTEN[name]))
        return found

    def _plain_figures(self) -> Any:
        """No figure is negative where none may be, and none so large that a sum might be beyond 64 bits."""
        import numpy  # noqa: PLC0415

        most = min(matrix.most for pair in self._matrices.values() for matrix in pair)
        signs = numpy.zeros(self.count, numpy.int64)
        fits = numpy.ones(self.count, bool)
        for cell, column in zip(CELLS, self.figures, strict=True):
            if column is not None and cell.endswith(_SIGNED):
                fits &= (column <= most) & (column >= -most)
            elif column is not None:
                signs |= column
        # Of figures none of which is negative the bits together are below the next power of two over the largest.
        return fits & (signs >= 0) & (signs < 1 << (most.bit_length() - 1))

    def _any_blank(self, names: frozenset[str]) -> Any:
        import numpy  # noqa: PLC0415

        found = numpy.zeros(self.count, bool)
        for name in names:
            column = self.batch.column(name)
            if column.null_count:
                found |= _blank(column)
        return found

    def _usual_title(self) -> Any:
        from pyarrow import compute  # noqa: PLC0415

        agency, title = self.batch.column(IDENTITY["/agency/name"]), self.batch.column("title")
        usual = compute.and_(
            compute.equal(title, title_of(agency, self.batch.column("year"))),
            compute.greater(compute.binary_length(agency), 0),
        )
        return usual.fill_null(False).to_numpy(zero_copy_only=False)  # noqa: FBT003 - what is not known is not usual

    def _usual_date(self) -> Any:
        """No date of publication, or a day after the report year."""
        import numpy  # noqa: PLC0415

        column = self.batch.column("published")
        after = numpy.array([int(day[:4]) if is_day(day) else 0 for day in column.dictionary.to_pylist()] + [0])
        years = self.batch.column("year").fill_null(0).to_numpy()
        return _blank(column) | (after[column.indices.fill_null(-1).to_numpy()] > years)

    def _applied(self) -> Any:
        """Table three has a figure other than 0, or no word says that applications came in."""
        import numpy  # noqa: PLC0415

        found = numpy.zeros(self.count, numpy.int64)
        for index in _APPLICATIONS:
            if self.figures[index] is not None:
                found |= self.figures[index]
        return (found != 0) | self.without(_RECEIVED) if (found == 0).any() else found != 0

    def _own_year(self) -> Any:
        """No other year of this century is named in the text."""
        return self._pieces.name_only(self.batch.column("year").fill_null(0).to_numpy())

    def _dated(self) -> Any:
        """No lead-in speaks of the report, or its words or those of section one say of which days the data are."""
        before = all_pieces(self.batch, _LEAD_IN[:1])
        found = ~before.have(_REPORT) | before.have(_PERIOD)
        return found if found.all() else found | all_pieces(self.batch, _LEAD_IN[1:]).have(_PERIOD)


def _blank(column: Any) -> Any:
    return column.is_null().to_numpy(zero_copy_only=False)


def _filled(column: Any) -> Any:
    """Which lists of a column hold anything."""
    import numpy  # noqa: PLC0415

    return numpy.diff(column.offsets.to_numpy()) != 0


def _usual_amounts(column: Any, decimals: Any) -> Any:
    """Which amounts are blank, or no less than 0 and not finer than one yuan; 128 bits are read as two halves."""
    import numpy  # noqa: PLC0415

    if column.null_count == len(column):
        return numpy.ones(len(column), bool)
    halves = numpy.frombuffer(column.buffers()[1], numpy.uint64)[2 * column.offset : 2 * (column.offset + len(column))]
    low, high = halves[::2], halves[1::2]
    coarse = (low % numpy.uint64(_FINEST) == 0) & (decimals.fill_null(0).to_numpy() <= _YUAN)
    return ((high == 0) & coarse) | _blank(column)
