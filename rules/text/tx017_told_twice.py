"""One total of the year told twice with two figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.authoring import Finding, Node, Pattern, Severity, counting, totals_of

if TYPE_CHECKING:
    from lint.authoring import Total

_LAST = "息文件开料稿章读会训班"  # of the words for what is counted
_COUNTED = Pattern(rf"[{_LAST}][共计合总数量为达到\s]{{0,15}}(?=[0-9０-９]{{1,15}}\s{{0,2}}余?[条篇次期场个件份部项])")
_BEFORE = 3  # signs that are looked at before the last one of what is counted
_SPACED = Pattern(r"[\s类]")  # 各类 is passed over as well


def check(here: Node) -> Iterator[Finding]:
    """Whether the same words count the same wherever they stand."""
    if not _may_be_told_twice(here):
        return
    known: dict[tuple[str, str], Total] = {}
    for total in totals_of(here.case):
        first = known.setdefault((total.what, total.quantity.unit), total)
        if first.quantity.amount != total.quantity.amount:
            severity = None if total.sure and first.sure else Severity.INFO
            yield Finding(total.at, {"found": total.quote, "other": first.quote}, (first.at,), severity)


def _may_be_told_twice(here: Node) -> bool:
    """A quick look: whether the same words stand before two numbers."""
    told = [words for _, text in here.case.once(counting) for words in _last_words(text)]
    return len(set(told)) < len(told) or _SPACED.search("".join(told)) is not None


def _last_words(text: str) -> list[str]:
    """The last signs of what stands before each number."""
    ends = [found.start() for found in _COUNTED.finditer(text)]
    return [text[end - _BEFORE : end + 1] for end in ends if end >= _BEFORE]
