"""One total of the year told twice with two figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.authoring import Finding, Node, Pattern, Severity, totals_of

if TYPE_CHECKING:
    from lint.authoring import Total

# What is counted, as far as a quick look tells: without the same words twice nothing is told twice.
_COUNTED = Pattern(
    r"(?=((?:公开|发布|制作|召开|举办|举行|组织|开展|制发|印发|制定|出台)[^\d。，,；;：:\n]{0,20}?)"
    r"(?:共计|共|合计|总数|数量|总量|为|达到|达|计){0,2}\s{0,2}\d)"
)


def check(here: Node) -> Iterator[Finding]:
    """Whether the same words count the same wherever they stand."""
    counted = ["".join(words.replace("各类", "").split()) for words in _COUNTED.findall(here.case.joined)]
    if len(set(counted)) == len(counted):
        return
    known: dict[tuple[str, str], Total] = {}
    for total in totals_of(here.case):
        first = known.setdefault((total.what, total.quantity.unit), total)
        if first.quantity.amount != total.quantity.amount:
            severity = None if total.sure and first.sure else Severity.INFO
            yield Finding(total.at, {"found": total.quote, "other": first.quote}, (first.at,), severity)
