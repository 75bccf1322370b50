"""No mark of secret or internal papers stands in a published report."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Words

# Every mark has one of these words: most pieces of text need no pattern.
_WORDS = Words("★", "☆", "内部", "此件", "绝密", "机密")
_ATTRIBUTE = Pattern(r"公开[属方类][性式别型]\s?[：:]")
_MARKS = (
    Pattern(r"((?:绝密|机密|秘密)\s{0,3}[★☆])"),
    Pattern(
        r"(内部(?:资料|文件|材料)\s{0,2}[，,、！!\s]{1,3}(?:注意保存|妥善保管|请勿外传|不得外传|严禁外传|注意保密))"
    ),
    Pattern(r"^\s{0,4}[（(【\[]?\s{0,2}(内部(?:资料|文件|使用|传阅|参阅)|绝密|机密)\s{0,2}[）)】\]]?\s{0,4}$"),
    Pattern(r"(?:^|[（(【\[])\s{0,4}(此件(?:不予公开|不公开|依申请公开|不宜公开))"),
    Pattern(
        r"(?:^|[\s（(【\[|])(公开(?:属性|方式|类别|类型)\s?[：:]\s?(?:不予公开|不公开|依申请公开))(?![、，和及或/])"
    ),
)


def check(here: Node) -> Iterator[Finding]:
    """The first mark of each piece of text."""
    if not _has_word(here.case.joined):
        return
    for at, text in here.case.texts:
        matches = [match for pattern in _MARKS if (match := pattern.search(text))] if _has_word(text) else []
        if matches:
            yield Finding(at, {"found": min(matches, key=lambda match: match.start(1))[1].strip()[:40]})


def _has_word(text: str) -> bool:
    return _WORDS.any_in(text) or _ATTRIBUTE.search(text) is not None
