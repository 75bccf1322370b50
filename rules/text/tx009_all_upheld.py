"""Reviews and suits that were all upheld by the text, and not by table four."""

from collections.abc import Iterator

from lint.authoring import (
    CELL_INDEX,
    GROUPS,
    MAY_SPEAK_OF,
    TABLES,
    Clause,
    Finding,
    Node,
    Pattern,
    Text,
    Undecided,
    Words,
    clauses_of,
    elsewhere,
    findings_of,
    names_another,
    of_another_year,
    quantities,
)

_UPHELD = Words("维")  # 维持, however spaced
_ALL = Pattern(
    r"(?:均|全部|都|一律)(?:已)?(?:被|获得?|得到|予以?|以|为|作出|决定|判决|裁定|由.{1,12})?(?:结果)?(?:为)?维持"
    r"|维持率(?:为|达到?|均为)?100%"
)
_DIRECT, _AFTER = (
    Pattern(r"(?:未经复议)?直接(?:起诉|提起.{0,4}诉讼)"),
    Pattern(r"(?:经复议|复议后)(?:再)?.{0,4}(?:起诉|诉讼)"),
)
_OF_DISCLOSURE = Pattern(r"政府信息|信息公开|政务公开|依申请")
# Not the cases of this body, or not their last word.
_OTHERS = Pattern(
    r"作为|复议机构|[一二再终]审|应诉案件|办理(?:行政)?复议|力争|争取|努力|确保|做到|未(?:能|全部|均|都)|不(?:全|都)|并非"
)
# A kind of cases, or outcomes that some bodies count as upheld.
_SOME = Pattern(r"涉及|关于|类|部分|除|和解|调解|驳回|撤|终止|不予受理|处罚|许可|强制")
# The sentence tells of the rest itself, or speaks of decided cases only.
_REST = Pattern(r"其中|其余|另|纠正|纠错|确认违法|责令|败诉")
_DECIDED = Pattern(r"审结|办结|已结|结案|尚未|正在|待|作出.{0,6}(?:决定|判决)")
_CASES = frozenset("件宗起例次") | {"件次"}


def check(here: Node) -> Iterator[Finding]:
    """Whether table four has other outcomes of the reviews and suits of which the text says that all were upheld."""
    yield from findings_of(_answer(here, clause) for clause in clauses_of(here.case, _UPHELD.any_in, _ALL))


def _answer(here: Node, clause: Clause) -> Finding | Undecided | None:
    """The finding of a clause, why it cannot be decided, or nothing."""
    found = _ALL.search(clause.text)
    groups = _groups(clause.text[: found.start()], clause.lead) if found else ()
    said = clause.lead + clause.text[: found.end()] if found else ""
    if not groups or not _is_of_this_body(here, said, clause):
        return None
    rows = [row for group in groups if (row := _row(here, group)) is not None]
    if len(rows) < len(groups):
        return Undecided(Text("表四中有一组空白", "a group of table four is blank"), clause.at)
    upheld, against, pending = (sum(column) for column in zip(*rows, strict=True))
    counts = [int(one.amount) for one in quantities(said) if one.unit in _CASES]
    sentence = clause.lead + clause.text + clause.rest.partition(";")[0]
    if not _differs(sentence, counts, upheld, against, pending):
        return None
    if scope := elsewhere(said):
        return Undecided(MAY_SPEAK_OF.fill({"quote": clause.text, "scope": scope}), clause.at)
    values = {"found": said[-_QUOTED:], "upheld": str(upheld), "others": str(against + pending)}
    return Finding(clause.at, values, tuple(_cell(group, "upheld") for group in groups))


_QUOTED = 40


def _is_of_this_body(here: Node, said: str, clause: Clause) -> bool:
    """Whether the words are about disclosure, and about the cases of this body in this year."""
    about = _OF_DISCLOSURE.search(clause.sentence.text) is not None or clause.at.startswith("/sections/disputes/")
    if not about or _OTHERS.search(said) or of_another_year(said, here.case):
        return False
    return bool(elsewhere(said)) or not names_another(said, here.case)


def _differs(sentence: str, counts: list[int], upheld: int, against: int, pending: int) -> bool:
    """Whether the outcomes cannot be what the sentence says: more cases are upheld by it than by the table.

    A count beyond all cases of the table counts something else.
    """
    if _SOME.search(sentence):
        return False
    total = upheld + against + pending
    if counts:
        stated = sum(counts) if sum(counts) <= total and "其中" not in sentence else counts[-1]
        return upheld < stated <= total
    return not _REST.search(sentence) and (against > 0 or (pending > 0 and not _DECIDED.search(sentence)))


def _groups(own: str, lead: str) -> tuple[str, ...]:
    """The groups of table four that are spoken of: named in the clause itself, or in the nearest one before it."""
    for words in (own, *reversed(lead.replace("(", ",").replace(";", ",").split(","))):
        named = _named(words)
        if named:
            return named
    return ()


def _named(words: str) -> tuple[str, ...]:
    direct, after = _DIRECT.search(words), _AFTER.search(words)
    rest = _AFTER.sub("", _DIRECT.sub("", words))
    suits = "诉讼" in rest or "起诉" in rest
    named = ("复议" in rest, suits or direct is not None, suits or after is not None)
    return tuple(group for group, is_named in zip(GROUPS, named, strict=True) if is_named)


def _row(here: Node, group: str) -> tuple[int, int, int] | None:
    """The cases of a group upheld, decided otherwise, and pending; None where it is blank or unreadable."""
    cells = [here.case.figures[CELL_INDEX[_cell(group, outcome)]] for outcome in _OUTCOMES]
    if not any(type(cell) is int for cell in cells) or any(isinstance(cell, str) for cell in cells):
        return None
    upheld, corrected, other, pending = (cell if type(cell) is int else 0 for cell in cells)
    return upheld, corrected + other, pending


_OUTCOMES = ("upheld", "corrected", "other", "pending")


def _cell(group: str, outcome: str) -> str:
    return f"{TABLES['disputes']}/{group}/{outcome}"
