"""The text of many reports at once: which of them hold a sign, or name another year."""

from typing import Any, NamedTuple

from lint.columns.reading import Batch

KIND = "政府信息公开工作年度报告"


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
        """Which reports name no year of this century but their own: its number stands as often as ``20`` does."""
        import numpy  # noqa: PLC0415

        found = numpy.ones(self.reports, bool)
        for texts, owners in self.arrays:
            some, whose = _with_a_year(texts, owners)
            if len(whose):
                found[whose[_others(some, years[whose])]] = False
        return found


def _with_a_year(texts: Any, owners: Any) -> tuple[Any, Any]:
    """The texts that name a year of this century at all: few of them do."""
    import pyarrow  # noqa: PLC0415
    from pyarrow import compute  # noqa: PLC0415

    named = compute.match_substring(texts, "20").fill_null(True).to_numpy(zero_copy_only=False)  # noqa: FBT003
    return texts.filter(pyarrow.array(named)), owners[named]


def _others(texts: Any, years: Any) -> Any:
    """Which texts name another year than that of their report."""
    import numpy  # noqa: PLC0415
    import pyarrow  # noqa: PLC0415
    from pyarrow import compute  # noqa: PLC0415

    found = numpy.ones(len(years), bool)
    often = compute.count_substring(texts, "20").fill_null(-1).to_numpy(zero_copy_only=False)
    for year in numpy.unique(years):
        here = years == year
        own = compute.count_substring(texts.filter(pyarrow.array(here)), str(year)).fill_null(0)
        found[here] = often[here] != own.to_numpy(zero_copy_only=False)
    return found


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
