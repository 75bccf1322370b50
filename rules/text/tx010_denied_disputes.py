"""Reviews and suits that the text denies and table four counts."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Severity, contradicted

_NAMES = {"reconsideration": "行政复议", "litigation": "行政诉讼"}


def check(here: Node) -> Iterator[Finding]:
    """Whether table four has reviews or suits where the text says that there were none."""
    for one in contradicted(here.case, *_NAMES):
        values = {
            "found": one.denial.quote,
            "group": _NAMES[one.denial.topic],
            "actual": str(one.figures.values[0]),
        }
        # A case that began the year before did not 发生 this year, and is counted all the same.
        certain = one.certain and one.denial.nothing
        yield Finding(one.denial.at, values, one.figures.cells, None if certain else Severity.WARNING)
