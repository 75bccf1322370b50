"""The kinds of applicants that the text counts, against the columns of table three."""

import re
from collections.abc import Iterator

from lint.authoring import (
    CELL_INDEX,
    MAY_SPEAK_OF,
    TABLES,
    Finding,
    Node,
    Pattern,
    Undecided,
    elsewhere,
    plain_text,
)

_ORGANISATIONS = ("business", "research", "public_welfare", "legal_service", "other")
_NATURAL = ("natural_person",)
# What each name may stand for: 企业 and 法人 are used for one column and for all organisations.
_NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "自然人": (_NATURAL,),
    "公民": (_NATURAL,),
    "个人": (_NATURAL,),
    "法人": (_ORGANISATIONS, _ORGANISATIONS[:1]),
    "法人或其他组织": (_ORGANISATIONS,),
    "法人和其他组织": (_ORGANISATIONS,),
    "法人及其他组织": (_ORGANISATIONS,),
    "法人或者其他组织": (_ORGANISATIONS,),
    "企业": (_ORGANISATIONS, _ORGANISATIONS[:1]),
    "商业企业": (_ORGANISATIONS[:1],),
    "科研机构": (("research",),),
    "社会公益组织": (("public_welfare",),),
    "法律服务机构": (("legal_service",),),
}
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_ITEM = Pattern(
    rf"(?:^|[,、:]|其中|包括)(?P<name>{_NAME})(?:提出|提交|申请|的|共|为){{0,3}}(?P<count>\d{{1,7}})[件份宗](?=[,、。;)(]|$)"
)
_LIST = Pattern(
    r"(?:收到|受理|接收|新收|共收)[^,;:。()\d]{0,24}(?P<whole>\d{1,7})[件份宗](?:[^,;:。()\d]{0,12}申请)?"
    rf"[,:;(]{{0,1}}(?P<list>(?:其中|包括)[:,]?(?:{_NAME})[^;。]{{1,120}}|均(?:为|系|由|来自)(?P<all>{_NAME})(?:提出|提交|申请|的){{0,3}}(?=[,。;)]|$))",
    holding=("其中", "包括", "均为", "均系", "均由", "均来自"),
)
# A quick look: a kind of applicant behind a word that begins a list.
_BEGINS = "其包均"
_NEAR = Pattern(r"[^。；;]{0,16}(?:自\s{0,2}然|公\s{0,2}民|个\s{0,2}人|法\s{0,2}人|企\s{0,2}业|科研|社会|法律)")
_RECEIVED = Pattern("收|受理")
_SENTENCE = Pattern(r"[^。;!?]{1,800}")
_OTHERS = Pattern("上年|去年|上半年|下半年|季度|20\\d\\d年|以来|网上|网络|信函|线[上下]|涉及|关于|累计")
_ROWS = (("new",), ("new", "carried_in"), ("results/total",))


def check(here: Node) -> Iterator[Finding]:
    """Whether the columns of table three have what a list of applicants says, whose whole is that of the table."""
    text = here.case.joined
    if not any(_NEAR.match(behind) for sign in _BEGINS for behind in text.split(sign)[1:]):
        return
    for at, text in here.case.texts:
        if any(unit in text for unit in "件份宗") and any(sign in text for sign in _BEGINS) and _RECEIVED.search(text):
            for sentence in _SENTENCE.finditer(plain_text(text)):
                yield from _compare(here, at, sentence[0])


def _compare(here: Node, at: str, sentence: str) -> Iterator[Finding]:
    found = _LIST.search(sentence)
    if found is None:
        return
    before = sentence[: found.start("whole")].replace(f"{here.identity.year}年", "")
    if _OTHERS.search(before):
        return
    whole = int(found["whole"])
    every = (*_NATURAL, *_ORGANISATIONS)  # a wrong total makes no wrong text
    rows = [rows for rows in _ROWS if whole in (_sum(here, rows, ("total",)), _sum(here, rows, every))]
    for name, count in _items(found, whole) if rows else ():
        values = [_sum(here, row, columns) for row in rows for columns in _NAMES[name]]
        if None not in values and count not in values:
            if scope := elsewhere(before):
                raise Undecided(MAY_SPEAK_OF.fill({"quote": found[0], "scope": scope}), at)
            expected = "/".join(dict.fromkeys(map(str, values)))
            cells = tuple(_cell("new", column) for column in _NAMES[name][0])
            yield Finding(at, {"name": name, "stated": str(count), "expected": expected}, cells)


def _items(found: re.Match[str], whole: int) -> Iterator[tuple[str, int]]:
    if found["all"]:
        yield found["all"], whole
        return
    seen = list(_ITEM.finditer(found["list"]))
    if sum(int(item["count"]) for item in seen) <= whole:
        yield from ((item["name"], int(item["count"])) for item in seen)


def _sum(here: Node, rows: tuple[str, ...], columns: tuple[str, ...]) -> int | None:
    """The sum of cells of table three; None where one is blank or unreadable."""
    figures = [here.case.figures[CELL_INDEX[_cell(row, column)]] for row in rows for column in columns]
    known = [figure for figure in figures if isinstance(figure, int)]
    return sum(known) if len(known) == len(figures) else None


def _cell(row: str, column: str) -> str:
    return f"{TABLES['applications']}/{row}/{column}"
