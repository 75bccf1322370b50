"""No mobile number stands in the text but that of a contact; what is told of one is masked."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_PLAIN = str.maketrans("０１２３４５６７８９　", "0123456789 ")
_NUMBER = Pattern(
    r"(?<![0-9A-Za-z.@/_=-])(?:\+?86[ -]?)?(1[3-9][0-9])[ -]?([0-9]{4})[ -]?([0-9]{4})(?![0-9A-Za-z@]|\.[0-9])"
    r"(?!\s?(?:万|亿|元|人|条|件|次|篇|个|户|份|字|亩|平方|公里|吨|米|%|％))"
)
_CONTACT = Pattern(
    r"电话|联系|咨询|热线|手机|传真|来电|致电|拨打|客服|值班|监督|举报|投诉|受理|邮编|地址|微信|短信|号码段"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_PERSON = Pattern(
    rf"(?:申请人|当事人|信访人|举报人|投诉人|原告)[：:（(]?\s?[{_SURNAMES}][\u4e00-\u9fff*×]{{1,3}}\s?[，,（(：:]\s?"
    r"(?:男|女)?[，,]?(?:联系)?(?:电话|手机|方式)?(?:号码|号)?(?:为|是)?[：:]?\s?$"
)
_BEFORE, _BEHIND = 80, 30


def check(here: Node) -> Iterator[Finding]:
    """Every mobile number that nobody gives as a contact, masked."""
    for at, text in here.case.numbered:
        plain = text.translate(_PLAIN)
        for match in _NUMBER.finditer(plain):
            if _is_personal(plain, match.start(), match.end()):
                yield Finding(at, {"found": f"{match[1]}****{match[3]}"})


def _is_personal(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _BEFORE) : start]
    if _PERSON.search(before[-40:]):
        return True
    behind = text[end : end + _BEHIND]
    return not _CONTACT.search(_last(before) + behind.partition("。")[0].partition("\n")[0])


def _last(before: str) -> str:
    return before.rpartition("。")[2].rpartition("\n")[2]
