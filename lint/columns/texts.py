"""The text of many reports at once: which of them hold a sign, or name another year."""

from typing import Any, NamedTuple

from lint.columns.reading import Batch

KIND = "政府信息公开工作年度报告"
_YEARS = range(2000, 2100)


class Pieces(NamedTuple):
    """Pieces of text, each array of them with the number of the report of each; ``reports`` in all."""

    arrays: tuple[tuple[Any, Any], ...]
    reports: int

    def have(self, signs: str) -> Any:
        """Which reports have a sign in a piece of text."""
        import numpy  # noqa: PLC0415

        found = numpy.zeros(self.reports, bool)
        for texts, owners in self.arrays:
            found[owners[matching(texts, signs)]] = True
        return found

    def blank(self) -> Any:
        """Which reports have a piece that is no text."""
        import numpy  # noqa: PLC0415

        found = numpy.zeros(self.reports, bool)
        for texts, owners in self.arrays:
            if texts.null_count:
                found[owners[texts.is_null().to_numpy(zero_copy_only=False)]] = True
        return found

    def name_only(self, years: Any) -> Any:
        """Which reports name no year of this century but their own, to be seen by what stands behind every ``20``."""
        import numpy  # noqa: PLC0415
        import pyarrow  # noqa: PLC0415

        found = numpy.ones(self.reports, bool)
        known = numpy.where((years >= _YEARS.start) & (years < _YEARS.stop), years, 0)
        for texts, owners in self.arrays:
            own = known[owners]
            for year in numpy.unique(own).tolist():
                here = own == year
                some, whose = (texts, owners) if here.all() else (texts.filter(pyarrow.array(here)), owners[here])
                found[whose[matching(some, _other_than(year))]] = False
        return found


def _other_than(year: int) -> str:
    """What stands where another year of this century is named, or a number that begins with its own (RE2)."""
    if year not in _YEARS:
        return "20"
    tens, ones = divmod(year - _YEARS.start, 10)
    return f"20(?:[^{tens}]|{tens}[^{ones}]|{tens}{ones}[0-9]|{tens}?$)"


def matching(texts: Any, signs: str) -> Any:
    """Which texts have a sign, a pattern of RE2; what is blank counts as if it had one."""
    from pyarrow import compute  # noqa: PLC0415

    return compute.match_substring_regex(texts, signs).fill_null(True).to_numpy(zero_copy_only=False)  # noqa: FBT003


def all_pieces(batch: Batch, names: tuple[str, ...]) -> Pieces:
    """The pieces of some columns of lists."""
    import numpy  # noqa: PLC0415

    numbers = numpy.arange(len(batch))
    columns = [batch.column(name) for name in names]
    lengths = [numpy.diff(column.offsets.to_numpy()) for column in columns]
    arrays = [
        (column.flatten(), numpy.repeat(numbers, length)) for column, length in zip(columns, lengths, strict=True)
    ]
    return Pieces(tuple(one for one in arrays if len(one[0])), len(batch))


def title_of(agency: Any, year: Any) -> Any:
    """The title that a report of a body on a year usually has; blank where either is."""
    import pyarrow  # noqa: PLC0415
    from pyarrow import compute  # noqa: PLC0415

    return compute.binary_join_element_wise(agency, year.cast(pyarrow.string()), f"年{KIND}", "")
