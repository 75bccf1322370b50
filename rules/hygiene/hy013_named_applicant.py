"""No applicant is called by name; what is told of the name is masked."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

# Names for people that are no other words either, as 许, 曾, 高, 方, 应 or 于 would be.
_SURNAMES = "王李张刘陈杨赵吴徐孙朱郭梁宋郑韩冯邓曹彭潘蒋蔡魏叶"
_FIRST, _NEAR = frozenset(_SURNAMES), 3  # a colon and a space may stand between
_WORDS = r"(?:陈述|陈情|陈列|张贴|李某|王某|[某×Xx*])"
_NAME = Pattern(
    rf"申请人[：:]?\s?(?!{_WORDS})([{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
    r"(?=\s?(?:提出|提交|申请公开|申请获取|要求公开|向我|向本|不服|通过|邮寄|来函|来信|[，,]\s?[男女][，,。；]|的(?:政府信息公开|信息公开)?申请(?!人)))"
)
_ANONYMOUS = Pattern(r"[某甲乙丙丁]|先生|女士|等$|公司|村$|局$|镇$")


def check(here: Node) -> Iterator[Finding]:
    """Every applicant's name once for each piece of text, only its first sign shown."""
    if not _may_name(here.case.joined):
        return
    for at, text in here.case.texts:
        names = (
            dict.fromkeys(match[1] for match in _NAME.finditer(text)) if "申请人" in text and _may_name(text) else {}
        )
        for name in names:
            if not _ANONYMOUS.search(name):
                yield Finding(at, {"found": f"申请人{name[0]}{'*' * (len(name) - 1)}"})


def _may_name(text: str) -> bool:
    """A quick look: whether one of the surnames stands right behind the word."""
    return any(not _FIRST.isdisjoint(behind[:_NEAR]) for behind in text.split("申请人")[1:])
