"""The text says that no review or suit was lost, while table four has some that were corrected."""

from collections.abc import Iterator

from lint.authoring import (
    CELL_INDEX,
    MAY_SPEAK_OF,
    TABLES,
    Clause,
    Finding,
    Node,
    Pattern,
    Undecided,
    Words,
    clauses_of,
    elsewhere,
    findings_of,
    names_another,
    of_another_year,
)

_OUTCOMES = ("纠错", "纠正", "败诉", "胜诉")
_SIGN, _OUTCOME = Words(*_OUTCOMES), Pattern("|".join(_OUTCOMES), holding=_OUTCOMES)
_NEVER = r"(?:没有|未发生|未出现|未|无|零)(?:一[件起例])?"
_REVIEW = Pattern(
    rf"{_NEVER}(?:被|复议|行政复议|行政复议被|复议被){{0,2}}(?:纠错|纠正)(?:的?(?:案件|案例|情况|情形))?$"
    r"|(?:纠错|纠正)(?:率|案件|数)?(?:均|都)?(?:为|是)?(?:0|零)(?:%|[件起例])?$|零(?:纠错|纠正)"
)
_SUIT = Pattern(
    rf"{_NEVER}(?:被|行政诉讼|诉讼){{0,2}}败诉(?:的?(?:案件|案例|情况|情形))?$"
    r"|败诉(?:率|案件|数)?(?:均|都)?(?:为|是)?(?:0|零)(?:%|[件起例])?$|零败诉|(?:均|全部|都)(?:获得?|为)?胜诉"
)
_OF_DISCLOSURE = Pattern("政府信息|信息公开|政务公开|依申请")
_OTHERS = Pattern(
    r"作为|复议机构|复议机关|力争|争取|努力|确保|实现|目标|处罚|许可|强制|网站|留言|错别字|一审|涉及(?!(?:政府)?信息公开)|除|其中"
)
_SUITS = ("litigation_direct", "litigation_after_reconsideration")


def check(here: Node) -> Iterator[Finding]:
    """Whether table four has corrected reviews or suits of which the text says that there was none."""
    yield from findings_of(_answer(here, clause) for clause in clauses_of(here.case, _SIGN.any_in, _OUTCOME))


def _answer(here: Node, clause: Clause) -> Finding | Undecided | None:
    """The finding of a clause, why it cannot be decided, or nothing."""
    said = clause.lead + clause.text
    groups = _denied(clause.text, said)
    if not groups or _OTHERS.search(said) or of_another_year(said, here.case) or not _is_about(clause):
        return None
    cells = [f"{TABLES['disputes']}/{group}/corrected" for group in groups]
    figures = [here.case.figures[CELL_INDEX[cell]] for cell in cells]
    corrected = sum(figure for figure in figures if type(figure) is int)
    if corrected <= 0 or names_another(said, here.case):
        return None
    if scope := elsewhere(said):
        return Undecided(MAY_SPEAK_OF.fill({"quote": clause.text, "scope": scope}), clause.at)
    return Finding(clause.at, {"found": said[-_QUOTED:], "actual": str(corrected)}, tuple(cells))


_QUOTED = 40


def _denied(text: str, said: str) -> tuple[str, ...]:
    """The groups of table four that had no correction by a clause."""
    suits = _SUITS if _SUIT.search(text) and ("诉讼" in said or "败诉" in text) else ()
    reviews = ("reconsideration",) if _REVIEW.search(text) and ("复议" in said) else ()
    return (*reviews, *suits)


def _is_about(clause: Clause) -> bool:
    return clause.at.startswith("/sections/disputes/") or _OF_DISCLOSURE.search(clause.sentence.text) is not None
