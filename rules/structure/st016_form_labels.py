"""What readers noticed about the names and the order of rows and columns."""

import re
import unicodedata
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Remark, Severity

_KINDS = frozenset({"label", "unknown-row", "unknown-column", "order", "doubled-row"})
_HARMLESS = frozenset(
    (
        "规范性文件 其它 社会公益 法律服务 合计 逾期不补正 逾期不缴费 本年制发数 本年废止件 本年废止数 现行有效数 "
        "现行有效件 对外公开总数 本年增/减量 本年增减"
    ).split()
)
_OLDER = "规范性文件"  # the official name in edition 2019
_NUMBER = Pattern(r"[(（]?[一二三四五六七八九十\d][)）]?[、.．]?")
_HEADER = Pattern(r"自然人|法人|申请人|企业|机构|组织|勾稽|钩稽|信息内容|复议|诉讼|结果|单位[:：]|^(?:注|备注|说明)")
_WORD = Pattern(r"[\u4e00-\u9fff]{2}")


def check(here: Node) -> Iterator[Finding]:
    """One finding for each remark; the same words at the same place only once."""
    told: set[tuple[str, str]] = set()
    for remark in here.document.remarks:
        if remark.kind in _KINDS and (remark.pointer, remark.text) not in told and _differs(here, remark):
            told.add((remark.pointer, remark.text))
            found = "↑" if remark.kind == "order" else remark.text[:60]
            severity = Severity.INFO if _plain(remark.text) in _HARMLESS else None
            yield Finding(remark.pointer, {"found": found}, severity=severity, place=remark.place)


def _differs(here: Node, remark: Remark) -> bool:
    """Whether it is a difference at all: no name of edition 2019, no piece of a torn heading, no note."""
    if remark.kind == "label":
        return here.identity.edition != "2019" or _plain(remark.text) != _OLDER
    return remark.kind != "unknown-row" or (_WORD.search(remark.text) is not None and not _HEADER.search(remark.text))


def _plain(text: str) -> str:
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return _NUMBER.sub("", plain, count=1) if _NUMBER.match(plain) else plain
