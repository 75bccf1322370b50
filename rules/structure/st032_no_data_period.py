"""A lead-in says of which days the data are."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_LEAD_IN = Pattern("编制|公布|发布|本报告|本年度报告", holding=("编制", "布", "报告"))
_PERIOD = Pattern(
    r"统\s?计(?:的)?(?:期|时|数据|范围|区间|周期|截|自|从|年度)|数据统计|所列数据|报告期|数据.{0,8}(?:起|止|至)|12\s?月\s?31|12[.-]31|1\s?月\s?1\s?日|1\s?月\s?至"
)


def check(here: Node) -> Iterator[Finding]:
    """Whether a report that has a lead-in names the period of its data there, or in section one."""
    here = here.in_plain_digits
    if any("统计期" in text or "统计时" in text for _, text in here.case.lead_in):  # quicker than the pattern
        return
    lead_in = [at for at, text in here.case.lead_in if at.startswith("/preamble/") and _LEAD_IN.search(text)]
    if lead_in and not any(_PERIOD.search(text) for _, text in here.case.lead_in):
        yield Finding(lead_in[-1], {"year": str(here.year())})
