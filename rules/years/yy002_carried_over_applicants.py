"""The applicants of what was carried over, column by column."""

from collections.abc import Iterator

from lint.authoring import APPLICANTS, TABLES, Finding, Node, Text, Undecided

_OUT = f"{TABLES['applications'][1:]}/carried_out"
_INCOMPLETE = Text("六类申请人没有填全", "not all applicants are filled in")


def check(here: Node) -> Iterator[Finding]:
    """Whether the columns agree where the totals do."""
    before = here.before.root / _OUT
    if (here / "total").number() != (before / "total").number():
        return
    now, then = _columns(here), _columns(before)
    if now != then:
        at = [
            f"{here.pointer}/{column}" for column, one, other in zip(APPLICANTS, now, then, strict=True) if one != other
        ]
        values = {"actual": " ".join(map(str, now)), "expected": " ".join(map(str, then))}
        yield Finding(here.pointer, {**values, "year": str(here.year() - 1)}, tuple(at))


def _columns(row: Node) -> list[int]:
    """The figures of the six applicants; a blank beside figures counts as 0."""
    values = [(row / column).value for column in APPLICANTS]
    figures = [0 if value is None else value for value in values if value is None or type(value) is int]
    if len(figures) < len(APPLICANTS) or (sum(figures) != (row / "total").number() and None in values):
        raise Undecided(_INCOMPLETE, row.pointer)
    return figures
