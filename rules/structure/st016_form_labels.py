"""What readers noticed about the names of rows and columns."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity, plain_text

_HARMLESS = frozenset(
    (
        "规范性文件 其它 社会公益 法律服务 合计 逾期不补正 逾期不缴费 本年制发数 本年废止件 本年废止数 现行有效数 "
        "现行有效件 对外公开总数 本年增/减量 本年增减"
    ).split()
)
_OLDER = "规范性文件"  # the official name in edition 2019
_NUMBER = Pattern(r"[(（]?[一二三四五六七八九十\d][)）]?[、.．]?")


def check(here: Node) -> Iterator[Finding]:
    """One finding for each row or column under another name; the same words at the same place only once."""
    told: set[tuple[str, str]] = set()
    for remark in here.document.remarks:
        if remark.kind == "label" and (remark.pointer, remark.text) not in told:
            told.add((remark.pointer, remark.text))
            plain = _plain(remark.text)
            if plain != _OLDER or here.identity.edition != "2019":
                severity = Severity.INFO if plain in _HARMLESS else None
                yield Finding(remark.pointer, {"found": remark.text[:60]}, severity=severity, place=remark.place)


def _plain(text: str) -> str:
    plain = plain_text(text)
    return _NUMBER.sub("", plain, count=1) if _NUMBER.match(plain) else plain
