"""Whose figures a report gives: those of the body alone, or those of all bodies below it too."""

from typing import TYPE_CHECKING

from lint.model.pattern import Pattern

if TYPE_CHECKING:
    from lint.model.node import Node

SCOPES = ("own", "aggregated")

_WIDE_WORDS = ("全", "汇总", "涵盖", "各级")
_OWN_WORDS = ("代表", "本级", "不含", "不包括")
_BELOW = r"(?:各?(?:县|市|区|旗|乡|镇|街道|部门|单位|委办局)|所属(?:部门|单位|县|区)|下属)"
_WIDE = Pattern(
    r"全[省市县区州旗盟](?!性)[^。；;，,\n]{0,16}(?:收到|收办|受理|接收|新收|办理|办结)[^。；;\n]{0,20}申请"
    rf"|(?:本|该)?(?:年度?)?报告[^。；;\n]{{0,12}}(?:汇总|涵盖|包[括含])[^。；;\n]{{0,8}}{_BELOW}"
    r"|各级(?:行政机关|政府)[^。；;，,\n]{0,12}(?:收到|受理|新收|办理)[^。；;\n]{0,12}申请"
)
_OWN = Pattern(
    r"代表[^。；;，,\n]{0,12}政府[^。；;，,\n]{0,6}(?:收到|受理|新收|办理|答复)"
    r"|本级(?:政府|机关)?[^。；;，,\n]{0,8}(?:收到|受理|新收|办理|答复)"
    rf"|(?:数据|统计|报告)[^。；;\n]{{0,16}}不(?:含|包[括含])[^。；;\n]{{0,8}}{_BELOW}"
)


def scope_of(here: "Node") -> str | None:
    """Whose figures the text gives: ``own``, ``aggregated``, or None where it says neither, or both.

    What the configuration says about the scope wins. The text may count another scope than the tables do.
    """
    if here.identity.scope:
        return here.identity.scope
    joined = here.case.joined
    wide = any(word in joined for word in _WIDE_WORDS) and _WIDE.search(joined) is not None
    own = any(word in joined for word in _OWN_WORDS) and _OWN.search(joined) is not None
    return None if wide == own else "aggregated" if wide else "own"
