"""No certain misprints: a small dictionary of our own, doubled words and doubled signs."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Words

_DOUBLED = (  # words that never stand twice in a row, with what may follow the pair after all
    (("审核",), "人|员"),
    (("信息", "制度"), "化"),
    (("情况",), "说明"),
    (("工作",), "人员|组|者|站|日|专班|机构|小组|机关|总结|计划|要点|方案|台账|机制|制度"),
    (("落实",), "处|地|细|到|情况|举措|措施"),
    (("申请",), "人|表|书|材料|事项|件"),
    (("政府",), "网|信息|部门|办"),
    (("资金", "机制", "平台", "内容", "进行", "加强", "及时", "按照", "根据", "是对", "一是"), ""),
)
_MISPRINTS = (  # words of which it has one, its pattern, what was meant
    ("三审三较 三审三教", r"三审三[较教]", "三审三校"),
    ("残差不齐", r"残差不齐", "参差不齐"),
    ("受理渠", r"受理渠(?=[。，；、])", "受理渠道"),
    ("规范性在", r"规范性在(?=[^文\n]{1,30}公开)", "规范性文件在"),
    ("仍在", r"仍在(?=(?:一些|诸多|许多)(?:不足|问题|短板|差距)|不足[，。；、和与])", "仍存在"),
    ("布署", r"布署", "部署"),
    ("按排", r"按排(?=工作|部署|专人|专题|人员|培训|会议|[，。；、])", "安排"),
    ("进一部", r"进一部(?!分)", "进一步"),
    ("不段", r"不段(?=加强|提|完善|推|优化|健全)", "不断"),
    ("公开渠到", r"公开渠到", "公开渠道"),
    ("落实倒位", r"落实倒位", "落实到位"),
    ("反溃", r"反溃", "反馈"),
    ("行政复义", r"行政复义", "行政复议"),
    ("行政法复议", r"行政法复议", "行政复议"),
    ("行政诉颂", r"行政诉颂", "行政诉讼"),
    ("政府信公开", r"政府信公开", "政府信息公开"),
    ("依申公开", r"依申公开", "依申请公开"),
    ("不过顺畅", r"不过顺畅", "不够顺畅"),
    ("提搞", r"提搞(?<!前提搞)", "提高"),
    ("公开印发", r"公开印发的?(?=行政复议|行政诉讼|复议|诉讼)", "公开引发的"),
    ("有关况", r"有关况", "有关情况"),
    ("全融", r"全融(?=局|办|机构|监管|服务|风险|领域)(?<![安健完齐]全融)", "金融"),
    ("工做", r"工做(?<![职员社分施手义]工做)(?!得|好|到|出|完|成|实|细|不|过|了|的)", "工作"),
    ("截止", r"截止(?=20\d\d年|目前|\d{1,2}月)", "截至"),
    ("在接再", r"在接再[厉励历]", "再接再厉"),
    ("再接再", r"再接再[励历]", "再接再厉"),
    ("一如继往", r"一如继往", "一如既往"),
    ("部份", r"部份", "部分"),
    ("以经", r"以经(开展|完成|办结|公开|发布|建立|形成|全部|取得|答复|整改)", r"已经\1"),
    ("己", r"己(?<![自克知利律异舍安为人]己)(经|办结|公开|答复|建立|完成|全部|按时|发布)", r"已\1"),
    ("末", r"末(?<![年月期周学岁季]末)(收到|发生|收取|出现|涉及|产生|引发|受理)", r"未\1"),
    ("年渡", r"年渡", "年度"),
    ("布暑", r"布暑", "部署"),
    ("部暑", r"部暑", "部署"),
    ("公幵", r"公幵", "公开"),
    ("曰", r"(\d{1,2})曰", r"\1日"),
    ("目", r"(月\d{1,2})目", r"\1日"),
    ("条条", r"(\d)条条(?![例款文目])", r"\1条"),
    ("件件", r"(\d)件件", r"\1件"),
    ("篇篇", r"(\d)篇篇", r"\1篇"),
    ("的的", r"(?<![目有])的的(?![确士])", "的"),
    ("了了", r"(?<![为不末未除到明小])了了(?![解之然结])", "了"),
)
_MARKS = "，。、；："
_SIGNS = Pattern(r"[，。、；：](?<![，。、；：].)[，。、；](?<!。。)(?![，。、；：])|。。(?!。)(?<![，。、；：]..)")


def _doubled() -> Iterator[tuple[str, Pattern, str]]:
    for words, exceptions in _DOUBLED:
        behind = f"(?!{exceptions})" if exceptions else ""
        yield from ((word * 2, Pattern(f"{word * 2}{behind}"), word) for word in words)


# By each word: how what has it is found, and what was meant.
_ROWS = [(words, (Pattern(source), instead)) for words, source, instead in _MISPRINTS]
_MISPRINT = {word: row for words, row in _ROWS for word in words.split()}
_DOUBLE = {twice: (pattern, word) for twice, pattern, word in _doubled()}
_WORDS, _TWICE = Words(*_MISPRINT), Words(*_DOUBLE)


def check(here: Node) -> Iterator[Finding]:
    """Every misprint once, at the first piece of text that has it."""
    joined = here.case.joined
    rows = dict.fromkeys(_MISPRINT[word] for word in _WORDS.all_in(joined))
    if _may_repeat(joined):
        rows |= dict.fromkeys(_DOUBLE[word] for word in _TWICE.all_in(joined))
    hinted = [row for row in rows if row[0].search(joined)]
    if _has_two_marks(joined):
        hinted.append((_SIGNS, ""))
    told: set[str] = set()
    for at, text in here.case.texts if hinted else ():
        for pattern, instead in hinted:
            found = pattern.search(text)
            if found and found[0] not in told:
                told.add(found[0])
                yield Finding(at, {"found": found[0], "expected": found.expand(instead) or found[0][-1]})


def _may_repeat(text: str) -> bool:
    """A quick look: whether two signs may be followed by the same two.

    The lower bytes of all signs are one long number, which is compared with itself two signs further on: that is
    cheaper than to look for each of the words.
    """
    low = text.encode("utf-16-le", "surrogatepass")[::2]
    number = int.from_bytes(low, "little")
    differs = number ^ number >> 16
    return b"\0" in (differs | differs >> 8).to_bytes(len(low), "little")


def _has_two_marks(text: str) -> bool:
    """A quick look: whether any of the marks stands right behind another, made all alike for it."""
    for mark in _MARKS[1:]:
        text = text.replace(mark, _MARKS[0])
    return _MARKS[0] * 2 in text
