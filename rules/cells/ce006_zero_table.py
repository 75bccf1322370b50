"""Table three is 0 throughout, but the text says that applications came in."""

import re
from collections.abc import Iterator
from operator import itemgetter

from lint.authoring import TABLES, Finding, Node, Pattern, Text, Undecided, cells_of

_INDEXES = cells_of(TABLES["applications"])
_FIRST, _CELLS = _INDEXES[0], itemgetter(*_INDEXES)

_VERBS = ("收到", "新收", "接收", "接到", "受理", "收办")
_RECEIVED = rf"(?<![未无])(?<!没有)(?<!未曾)(?:{'|'.join(_VERBS)})"
# What may stand between the noun and its figure; 申请征求意见函3件 are no applications.
_FILLING = r"(?:总数|数量|事项|案件|合计|总计|共计|[量共为是达到有的计了表件:：\s]){0,8}"
# 收到政府信息公开申请4件, 收到4件政府信息公开申请: about applications and nothing else, for certain.
_CERTAIN = Pattern(
    rf"{_RECEIVED}(?:[^。；;，,！!？?\d]{{0,24}}信息公开(?:的)?申请{_FILLING}(?P<after>\d[\d,]{{0,11}})\s*[件份宗]"
    r"|[^。；;，,！!？?\d]{0,12}(?P<before>\d[\d,]{0,11})\s*[件份宗](?:政府)?信息公开申请)"
)
# Worded otherwise, or with Chinese numerals: perhaps about applications.
_PERHAPS = Pattern(
    rf"{_RECEIVED}[^。；;，,！!？?]{{0,40}}公开[^。；;，,！!？?]{{0,20}}?(?P<number>\d[\d,]{{0,11}}|[一二两三四五六七八九十百]{{1,6}})\s*[件份宗]"
)
# Words after which a figure may be of another year, or of more or other bodies than the report's own.
_SCOPE = Pattern(
    r"上年|上一年|去年|往年|历年|累计|以来|全[区市县省州旗系]|各单位|各部门|各[镇乡街县区]|代表|下属|所属|[区市县镇]直|乡镇|镇街|村级|村居|社区|近.{1,2}年|[局厅委院]属|[分支]局|[支大]队|协助|配合|转办|模拟|测试"
)
_OTHER_UNIT = Pattern(r"(?<![我本])[局厅]|(?<![我本管])委(?!托)")
_YEAR = Pattern(r"20\d{2}(?=\s*年)")
_SENTENCE = Pattern(r"[^。；;！!？?\n]{1,2000}")
_PERHAPS_SOME = Text("文中可能说收到了申请：{quote}", "the text may speak of applications received: {quote}")


def check(here: Node) -> Iterator[Finding]:
    """Whether a table without any application stands beside a text without any."""
    figures = here.case.figures
    if figures[_FIRST] or not _all_zero(_CELLS(figures)) or not _speaks(here.case.joined):
        return
    perhaps: list[str] = []
    for at, text in here.root.texts:
        for sentence in _SENTENCE.findall(text) if _speaks(text) else ():
            found = _CERTAIN.search(sentence)
            number = (found["after"] or found["before"]) if found else None
            if found and number and int(number.replace(",", "")) and _own(here, sentence, found):
                yield Finding(here.pointer, {"stated": number, "quote": found[0]}, (at,))
                return
            perhaps.extend(_perhaps(sentence, found))
    if perhaps:
        raise Undecided(_PERHAPS_SOME.fill({"quote": perhaps[0]}))


def _speaks(text: str) -> bool:
    """A quick look whether the text may speak of applications received."""
    return "公开" in text and any(verb in text for verb in _VERBS)


def _all_zero(figures: tuple[object, ...]) -> bool:
    """Whether at least one figure is 0 and none is another; blanks beside zeros count as 0."""
    return not any(isinstance(figure, str | int) and figure for figure in figures) and 0 in figures


def _own(here: Node, sentence: str, found: re.Match[str]) -> bool:
    """Whether the sentence speaks of this year and of the report's own body alone."""
    before = sentence[: found.end()]
    if _SCOPE.search(before) or any(int(year) != here.identity.year for year in _YEAR.findall(before)):
        return False
    if here.identity.kind == "department":
        return True
    name = here.identity.agency
    return not _OTHER_UNIT.search(before.replace(name, "") if name else before)


def _perhaps(sentence: str, certain: re.Match[str] | None) -> Iterator[str]:
    """What may be said of applications received, and is not 0."""
    found = certain or _PERHAPS.search(sentence)
    if not found:
        return
    number = next(figure for figure in found.groups() if figure)
    if number.replace(",", "").strip("0"):
        yield found[0]
