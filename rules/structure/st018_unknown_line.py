"""Rows and columns that readers found in a table and that the form has not."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_KINDS = frozenset({"unknown-row", "unknown-column"})
# A piece of a torn heading, or a note below the table, is no row of its own.
_HEADER = Pattern(r"自然人|法人|申请人|企业|机构|组织|勾稽|钩稽|信息内容|复议|诉讼|结果|单位[:：]|^(?:注|备注|说明)")
_IN_YUAN = Pattern(r"收费金额.{0,8}(?<!万)元")
_WORD = Pattern(r"[\u4e00-\u9fff]{2}")


def check(here: Node) -> Iterator[Finding]:
    """One finding for each added row or column; the same words at the same place only once."""
    told: set[tuple[str, str]] = set()
    for remark in here.document.remarks:
        if remark.kind in _KINDS and (remark.pointer, remark.text) not in told:
            told.add((remark.pointer, remark.text))
            if _IN_YUAN.search(remark.text):
                continue  # the unit is PL004's
            if remark.kind == "unknown-column" or (_WORD.search(remark.text) and not _HEADER.search(remark.text)):
                yield Finding(remark.pointer, {"found": remark.text[:60]}, place=remark.place)
