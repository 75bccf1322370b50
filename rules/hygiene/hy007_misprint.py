"""No certain misprints: a small dictionary of our own, doubled words and doubled signs."""

from collections.abc import Iterator
from functools import cache

from lint.authoring import Finding, Node, Pattern

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
_MISPRINTS = (  # a sign of it, its pattern, what was meant
    ("三审三", r"三审三[较教]", "三审三校"),
    ("残", r"残差不齐", "参差不齐"),
    ("渠", r"受理渠(?=[。，；、])", "受理渠道"),
    ("规范性在", r"规范性在(?=[^文\n]{1,30}公开)", "规范性文件在"),
    ("仍", r"仍在(?=(?:一些|诸多|许多)(?:不足|问题|短板|差距)|不足[，。；、和与])", "仍存在"),
    ("署", r"布署", "部署"),
    ("排", r"按排(?=工作|部署|专人|专题|人员|培训|会议|[，。；、])", "安排"),
    ("进一部", r"进一部(?!分)", "进一步"),
    ("段", r"不段(?=加强|提|完善|推|优化|健全)", "不断"),
    ("渠", r"公开渠到", "公开渠道"),
    ("倒", r"落实倒位", "落实到位"),
    ("溃", r"反溃", "反馈"),
    ("义", r"行政复义", "行政复议"),
    ("法复", r"行政法复议", "行政复议"),
    ("颂", r"行政诉颂", "行政诉讼"),
    ("信公", r"政府信公开", "政府信息公开"),
    ("依申公", r"依申公开", "依申请公开"),
    ("畅", r"不过顺畅", "不够顺畅"),
    ("搞", r"(?<!前)提搞", "提高"),
    ("印发", r"公开印发的?(?=行政复议|行政诉讼|复议|诉讼)", "公开引发的"),
    ("关况", r"有关况", "有关情况"),
    ("全融", r"全融(?=局|办|机构|监管|服务|风险|领域)(?<![安健完齐]全融)", "金融"),
    ("做", r"(?<![职员社分施手义])工做(?!得|好|到|出|完|成|实|细|不|过|了|的)", "工作"),
    ("截止", r"截止(?=20\d\d年|目前|\d{1,2}月)", "截至"),
    ("在接再", r"在接再[厉励历]", "再接再厉"),
    ("再接再", r"再接再[励历]", "再接再厉"),
    ("一如继往", r"一如继往", "一如既往"),
    ("部份", r"部份", "部分"),
    ("以经", r"以经(开展|完成|办结|公开|发布|建立|形成|全部|取得|答复|整改)", r"已经\1"),
    ("己", r"(?<![自克知利律异舍安为人])己(经|办结|公开|答复|建立|完成|全部|按时|发布)", r"已\1"),
    ("末", r"(?<![年月期周学岁季])末(收到|发生|收取|出现|涉及|产生|引发|受理)", r"未\1"),
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
_PAIR = Pattern(r"[，。、；：][，。、；]")
_SIGNS = Pattern(r"[，。、；：](?<![，。、；：].)[，。、；](?<!。。)(?![，。、；：])|。。(?!。)(?<![，。、；：]..)")


def _rows() -> Iterator[tuple[str, Pattern, str]]:
    """For each misprint a part of it that tells quickly whether it may occur, how it is found, what was meant."""
    for sign, source, instead in _MISPRINTS:
        yield sign, Pattern(source), instead
    for words, exceptions in _DOUBLED:
        behind = f"(?!{exceptions})" if exceptions else ""
        yield from ((word * 2, Pattern(f"{word * 2}{behind}"), word) for word in words)


_ROWS = tuple(_rows())
# A single sign is found at once, and the words of most reports too; all others are looked for together.
_FREQUENT = frozenset({"三审三", "印发"})
_SHORT = tuple(row for row in _ROWS if len(row[0]) == 1 or row[0] in _FREQUENT)
_LONG = tuple(row for row in _ROWS if row not in _SHORT)
_ANY_LONG = Pattern("|".join(row[0] for row in _LONG))


@cache
def _begins(pattern: Pattern) -> str:
    """The plain words that a pattern begins with; none of the sources repeats one or goes on without."""
    source = pattern.source
    return source[: next((at for at, sign in enumerate(source) if not sign.isalpha()), len(source))]


def check(here: Node) -> Iterator[Finding]:
    """Every misprint once, at the first piece of text that has it."""
    joined = here.case.joined
    rows = _ROWS if _ANY_LONG.search(joined) else _SHORT
    hinted = [row[1:] for row in rows if row[0] in joined and _begins(row[1]) in joined and row[1].search(joined)]
    if _PAIR.search(joined):
        hinted.append((_SIGNS, ""))
    told: set[str] = set()
    for at, text in here.case.texts if hinted else ():
        for pattern, instead in hinted:
            found = pattern.search(text)
            if found and found[0] not in told:
                told.add(found[0])
                yield Finding(at, {"found": found[0], "expected": found.expand(instead) or found[0][-1]})
