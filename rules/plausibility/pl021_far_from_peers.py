"""A figure far beyond what bodies of the same kind and level report."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Text, Undecided

_FEW = Text(
    "同级同类机关的报告只有{count}份，少于{fewest}份",
    "only {count} reports of bodies of its kind and level, fewer than {fewest}",
)


def check(here: Node) -> Iterator[Finding]:
    """Whether the figure is no more than so many times the median, or no more than nearly all others report."""
    figure, norm = here.number(), here.norm
    times, base, fewest = here.option("times"), here.option("base"), here.option("fewest")
    if norm.reports < fewest:
        raise Undecided(_FEW.fill({"count": str(norm.reports), "fewest": str(fewest)}), here.pointer)
    if norm.median >= base and figure >= times * norm.median and figure > 2 * norm.top:
        values = {
            "actual": str(figure),
            "median": str(norm.median),
            "times": str(int(figure // norm.median)),
            "count": str(norm.reports),
        }
        yield Finding(here.pointer, values)
