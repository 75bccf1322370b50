"""No applicant's home is named by its door; what is told of it is masked."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_PERSON = r"(?:申请人|当事人|信访人|举报人|投诉人|原告)"
_ADDRESS = Pattern(
    rf"{_PERSON}[^。；;]{{0,24}}?(?:家庭住址|住址|家住|住在|居住在|居住于|住于|(?<![居入])住(?![房宅户所建址宿院的]))"
    r"[：:为是]?\s?(?P<where>[^。；;，,]{2,40}?\d{1,4}\s?(?:号楼|栋|幢|单元|室|户|号))"
)
_SHOWN = 3


def check(here: Node) -> Iterator[Finding]:
    """Every piece of text that gives the address at which an applicant lives, only its first signs shown."""
    here = here.in_plain_digits
    if "住" not in here.case.joined:
        return
    for at, text in here.case.texts:
        found = _ADDRESS.search(text) if "住" in text else None
        if found:
            yield Finding(at, {"found": f"{found['where'][:_SHOWN]}***"})
