"""Attachments, tables and pictures that the text names are there, as far as the text itself can tell."""

from collections.abc import Iterator

from lint.authoring import TABLES, Finding, Node, Pattern, Text, Undecided, followed

_NAMED = Pattern(r"(?:见|参阅|参照|如)(?:本报告)?(?:所附)?(附件|附表|附图|下图|上图|下表|上表)\s{0,2}(\d{1,2})?")
_LIST = Pattern(r"附\s{0,2}件\s{0,2}[:：]")
_ITEM = Pattern(r"(?<!\d)(\d{1,2})\s{0,2}[.、．](?!\d)")

_TO = ("本", "所", "附", "下", "上")


def check(here: Node) -> Iterator[Finding]:
    """Numbers beyond the list of attachments; what cannot be seen at all leaves the question open."""
    joined = here.case.joined
    if not _may_name(joined) or not _NAMED.search(joined):
        return
    named = [(at, match) for at, text in here.case.texts for match in _NAMED.finditer(text)]
    listed = _listed(here)
    findings = [
        Finding(at, {"found": match[0], "listed": str(listed)})
        for at, match in named
        if listed and match[1] == "附件" and match[2] and int(match[2]) > listed
    ]
    if not findings and not all(_table_below(here, at, match[1]) for at, match in named):
        raise Undecided(
            Text(
                "文中提到附件或图片，有没有附上无从得知",
                "the text names an attachment or a picture; whether it is there cannot be seen",
            )
        )
    yield from findings


def _may_name(text: str) -> bool:
    """A quick look: whether any word that points is followed by a sign of what it may point to."""
    return followed(text, "见", _TO) or followed(text, "如", _TO) or followed(text, "参", ("阅", "照"))


def _listed(here: Node) -> int:
    """The last number of the list of attachments; 0 where none is printed."""
    lists = [text[match.end() :] for _, text in here.case.texts if (match := _LIST.match(text))]
    return max((int(number) for text in lists for number in _ITEM.findall(text)), default=0)


def _table_below(here: Node, at: str, word: str) -> bool:
    section = "/".join(at.split("/")[:3])
    tables = [table for table in TABLES.values() if table.startswith(f"{section}/")]
    return word in ("下表", "上表") and any((here / table[1:]).exists() for table in tables)
