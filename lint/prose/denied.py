"""What else a text may deny: rules made or repealed, applications carried over, and disputes by a count of zero."""

from lint.model.pattern import Pattern

_REGULATIONS = r"(?:新的|任何)?(?:(?:政府|部门)?规章(?:、|和|及|或|或者|以及))?(?:行政)?规范性文件(?:的?(?:情况|情形))?"
RULES_VERB = Pattern(
    r"(?:尚未|暂未|没有|未|没)(?:新)?(?:制定|制发|制订|出台|印发|废止)过?|(?:没有|无)(?:新制定|新制发|新出台|废止)的?"
)
_RULES_TAIL = Pattern(_REGULATIONS)
RULES_LIMITED = "联合|牵头|参与|名义|备案|审查|审核|解读|计划|提请|起草|党"

CARRY_VERB = Pattern("不存在|没有|未有|无")
_APPLICATIONS = r"(?:政府信息公开|信息公开|依申请公开)?的?(?:申请)?(?:件|事项|情况|情形)?"
_CARRIED_OUT = Pattern(
    rf"(?:需要?)?(?:结转|转结|顺延)(?:至|到|入)?(?:下一?年度?|次年)(?:继续)?(?:办理|处理|答复)?的?{_APPLICATIONS}"
)
_CARRIED_IN = Pattern(rf"上一?年度?(?:结转|转结|遗留|转来)(?:至|到)?(?:本年度?)?(?:办理|处理)?的?{_APPLICATIONS}")

# 行政复议、行政诉讼均为0件, to the end of its clause.
NO_DISPUTES = Pattern(
    r"(?:行政复议|复议)(?:申请|案件|案)?(?:数量?|件数)?(?:、|和|及|与|以及)(?:被?提起)?(?:行政)?诉讼(?:案件|案)?(?:总?数量?|件数)?"
    r"(?:均|都|皆|各)?(?:为|是)?[0零](?:件|起|宗|次|例)?(?![^,;:()。!?])"
)
ZERO = Pattern("讼(?s:.){0,800}[0０零]")  # in a sentence as it is written, which has no more characters


def rules_denied(tail: str, words: str) -> tuple[str, ...]:
    """The topics of what stands behind a verb; ``words`` is its whole clause."""
    if not _RULES_TAIL.fullmatch(tail):
        return ()
    column = "repealed" if "废止" in words else "issued"
    named = (("regulations", "规章"), ("normative_documents", "规范性文件"))
    return tuple(f"{row}/{column}" for row, name in named if name in tail)


def carry_denied(tail: str, lead: str) -> tuple[str, ...]:
    """Likewise for what was carried over; ``lead`` are the words of the sentence before."""
    if ("申请" not in lead and "申请" not in tail) or "复议" in lead or "诉讼" in lead:
        return ()
    if _CARRIED_OUT.fullmatch(tail):
        return ("carried_out",)
    return ("carried_in",) if _CARRIED_IN.fullmatch(tail) else ()
