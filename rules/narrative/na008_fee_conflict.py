"""A section six that knows of no fee, beside text that names one."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_SECTION = "/sections/other/paragraphs/"
_NONE = Pattern(
    r"(?:暂?无|没有)[^。；;]{0,12}(?:事项|情况|内容)?[。.]?"
    r"|.{0,60}(?:未|没有|无|不)[^。；;，,]{0,10}(?:收取|产生|发生|收)[^。；;，,]{0,12}(?:处理费|收费|费用).{0,40}"
)
_SIGNATURE = Pattern(r"20\d{2}年\d{1,2}月\d{1,2}日")
_AMOUNT = Pattern(
    r"(?:收取|收缴|征收|缴纳)[^。；;\n]{0,16}(?<!不)信息处理费[^。；;，,\n\d]{0,8}(?P<amount>\d[\d,]{0,11}(?:\.\d{1,6})?)\s*万?元"
    r"|信息处理费[^。；;，,\n\d]{0,8}(?P<after>\d[\d,]{0,11}(?:\.\d{1,6})?)\s*万?元"
)
_TARIFF = ("标准", "每", "超过", "未收取", "上年", "去年", "拟", "应收", "退")


def check(here: Node) -> Iterator[Finding]:
    """Whether any text outside of section six names an amount collected while section six says there was none."""
    if not [at for at, text in here.case.texts if "处理费" in text and not at.startswith(_SECTION)]:
        return
    here = here.in_plain_digits
    own = [(at, text) for at, text in here.case.texts if at.startswith(_SECTION)]
    first = next(((at, text) for at, text in own if text.strip()), None)
    if first is None or not _NONE.fullmatch("".join(_SIGNATURE.sub("", first[1]).split())):
        return
    for at, text in here.case.texts:
        amount = None if at.startswith(_SECTION) else _collected(text)
        if amount:
            yield Finding(first[0], {"actual": first[1].strip()[:20], "amount": amount}, (at,))
            return


def _collected(text: str) -> str | None:
    """The amount of a fee that a text says was collected, as written; None where it names none, or 0."""
    if "处理费" not in text:
        return None
    for found in _AMOUNT.finditer(text):
        written = found["amount"] or found["after"]
        start = max(text.rfind(mark, 0, found.start()) for mark in "。；;\n") + 1
        if written.strip("0,.") and not any(word in text[start : found.end()] for word in _TARIFF):
            return found[0]
    return None
