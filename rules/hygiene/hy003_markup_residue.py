"""Nothing of mark-up, programs or another language is left in the text."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Words

# Of the text without its Chinese: whether anything of the kind may be there at all.
_HINT = Pattern(r"[*#`&<>\\{}]|[a-z]{4}|[A-Z]{5}|--")
# Of its Chinese.
_WORDS = Words("锟", "烫", "您", "引用源", "义书签", "语言模", "能助手")
_TAG = (  # only its name is told: what else stands in it may be private
    r"(</?(?:p|span|br|div|td|tr|th|table|tbody|strong|b|a|img|font|u|o:p|em|i|h[1-6]|li|ul|ol|style|script|meta|link))"
    r"(?=(?:\s[^<>\u4e00-\u9fff]{0,300})?/?>)"
)
_MARKS = (
    Pattern(r"(?:^|[\s，。；：、,;:（(“])(\*\*)(?=[\w“《（(][^*\n]{0,200}\*\*(?!\*))"),
    Pattern(r"^\s{0,3}(#{1,6})(?=\s?[\u4e00-\u9fff])"),
    Pattern(r"(```)"),
    Pattern(
        r"(&(?:nbsp|lt|gt|amp|quot|apos|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|middot|hellip|mdash|ndash|times|#\d{2,5}|#x[0-9a-fA-F]{2,5});)"
    ),
    Pattern(_TAG),
    Pattern(r"(HYPERLINK(?=\s{1,4}[\"“\\])|MERGEFORMAT|_Toc(?=\d{5,12})|PAGEREF|Error! (?:Reference|Bookmark))"),
    Pattern(r"(错误\s?[！!]\s?未(?:找到引用源|定义书签))"),
    Pattern(r"(\{\{(?=[^{}\n]{0,40}\}\})|\$\{(?=[^{}\n]{0,40}\})|<%|%>|\[object Object\])"),
    Pattern(r"(?<![A-Za-z])(undefined|NaN)(?![A-Za-z])"),
    Pattern(r"(\\[nrt](?![A-Za-z:\\])|\\u[0-9a-fA-F]{4})"),
    Pattern(r"(\|\s{0,3}:?-{3,40}:?\s{0,3}\|)"),
    Pattern(r"(锟斤拷|烫烫烫)"),
    Pattern(
        r"(作为(?:一[个名])?(?:AI|人工智能)?(?:大?语言模型|智能助手)[，,]|希望(?:以上|这些)(?:内容|信息)?能?对您有所?帮助)"
    ),
    Pattern(r"(以下是(?:为您|根据您))"),
)
# A word of small letters between Chinese, outside of quotation marks, brackets and addresses.
_FOREIGN = Pattern(r"(?<=[\u4e00-\u9fff])[ \u3000\xa0]?([a-z]{4,20})(?=[ \u3000\xa0]?[\u4e00-\u9fff，。；、,;])")
_NAMED = Pattern(r"[号名户址箱码站网录称为是栏键标于]\s?$")
_USUAL = frozenset(
    "email mail wifi http https html word excel pptx docx xlsx json online offline office vlog vlogs plus tips "
    "bilibili douyin weibo wechat weixin kuaishou toutiao app apps iphone ipad android ios login logo home http "
    "blockchain token cookie deepseek chatgpt qwen".split()
)


def check(here: Node) -> Iterator[Finding]:
    """Every kind of left-over of each piece of text, at its first place."""
    joined = here.case.joined
    ascii_only = joined.encode("ascii", "ignore").decode("ascii")
    if not _HINT.search(ascii_only) and not _WORDS.any_in(joined):
        return
    for at, text in here.case.texts:
        for found in dict.fromkeys(_left(text)) if at != "/title" else ():
            yield Finding(at, {"found": found[:40]})


def _left(text: str) -> list[str]:
    matches = [match for pattern in _MARKS if (match := pattern.search(text))]
    matches += [match for match in _FOREIGN.finditer(text) if _is_foreign(text, match.start(), match[1])]
    return [match[1] for match in sorted(matches, key=lambda match: match.start(1))]


def _is_foreign(text: str, start: int, word: str) -> bool:
    return word not in _USUAL and not _NAMED.search(text[max(0, start - 2) : start])
