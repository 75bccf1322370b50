"""Text that could be anybody's."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Text, Undecided, Words

_TREATED = ("/sections/overview/paragraphs/", "/sections/problems/paragraphs/")
# What only a government or a ministry looks down on.
_ELSEWHERE = Words(
    *("部分地区", "一些地区", "个别地区", "多数部门", "各级政府部门", "部分地方", "一些地方", "各地区各部门")
)
_REGIONS, _DEPARTMENTS = Pattern("地[区方]"), Words("多数部门", "各级政府部门")  # each phrase has one
_OWN = Pattern(
    r"[我本][局委办厅处镇乡县市区街院所站队校室部省州]|[我本](?:单位|机关|街道|级|部门|地)"
    r"|[省市县区乡镇州旗][^，。；、\s]{0,6}[局委办厅]|[^，。；、\s]{2}(?:镇|乡|街道)"
)
_FIGURE = Pattern(r"(?:\d|[〇零一二两三四五六七八九十百千万]{2,9})\s{0,3}余?(?:条|件|次|篇|期|场|个|份|人次|家|项|起)")
_SIGNS = 2
_KINDS = frozenset({"department", "subdistrict", "committee"})


def check(here: Node) -> Iterator[Finding]:
    """Whether sections one and five show at least two signs of text that is not about this body."""
    text = "".join([text for at, text in here.case.texts if at.startswith(_TREATED)])
    if not text:
        return
    hinted = _DEPARTMENTS.any_in(text) or _REGIONS.search(text)
    phrase = _ELSEWHERE.first_in(text) if hinted else None
    named = (here.identity.agency or "\n") in text or "我局" in text or _OWN.search(text) is not None
    if phrase is None and named:
        return
    signs = [f"“{phrase}”"] if phrase and _is_small(here) else []
    signs += [] if named else ["没有本机关的名称"]
    signs += [] if _FIGURE.search(text) else ["没有数据"]
    if len(signs) >= _SIGNS:
        yield Finding("/sections/overview", {"signs": "、".join(signs)})


def _is_small(here: Node) -> bool:
    """Whether the body has no regions and departments below it."""
    who = here.identity
    if who.kind is None or who.level is None:
        raise Undecided(Text("看不出本机关的类型和层级", "the report does not say of what kind and level this body is"))
    return who.level == "township" or (who.level == "county" and who.kind in _KINDS)
