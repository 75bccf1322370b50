"""A summary without any figure."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_TREATED = tuple(
    f"/sections/{section}/paragraphs/" for section in ("overview", "proactive", "applications", "disputes")
)
# Figures that count nothing: years, dates, numbers of documents and orders, numbering, telephones and addresses.
_FORMAL = Pattern(
    r"[12]\d{3}\s{0,3}(?:年|[-./—~至]\s{0,3}[12]\d{3})|\d{1,2}\s{0,3}月(?:\s{0,3}\d{1,2}\s{0,3}日)?|[〔\[［(（]\s{0,3}20\d{2}\s{0,3}[〕\]］)）]\s{0,3}(?:第\s{0,3})?\d{1,5}\s{0,3}号"
    r"|(?:第\s{0,3})?\d{1,5}\s{0,3}号|第\s{0,3}\d{1,4}\s{0,3}[条款项章届次]|(?:^|[。；;：:\s（(])\d{1,2}\s{0,3}[.．、）)](?!\d)|\d{6,}"
)
_PLAINLY = Pattern(r"\d(?:余)?(?:条|件|次|篇|期|场|个|份|人次|家|项|起)")
_COUNTED = Pattern(
    r"\d|[两二三四五六七八九十百千][一二三四五六七八九十百千万零]{0,8}\s{0,3}余?(?:条|件|次|篇|期|场|个|份|人次|人|家|项|起)"
    r"|(?:未|没有|无)[^。；;]{0,12}(?:收到|申请|发生)|零"
)


def check(here: Node) -> Iterator[Finding]:
    """Whether section one, or the text beside the tables, counts anything."""
    texts = []
    for at, text in here.in_plain_digits.case.texts:
        if at.startswith(_TREATED):
            if _PLAINLY.search(text):
                return
            texts.append(text)
    if texts and not any(_counts(text) for text in texts):
        yield Finding("/sections/overview")


def _counts(text: str) -> bool:
    return _COUNTED.search(_FORMAL.sub("", text)) is not None
