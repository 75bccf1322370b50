"""No certain misprints: a small dictionary of our own, doubled words and doubled signs."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_DOUBLED = (  # words that never stand twice in a row, with what may follow the pair after all
    (("审核",), "人|员"), (("信息", "制度"), "化"), (("情况",), "说明"), (("推进",), "会"), (("落实",), "情况"),
    (("工作",), "人员|组|者|站|日|专班|机构|小组|机关|总结|计划|要点|方案|台账|机制|制度"),
    (("资金", "机制", "平台", "内容", "进行", "加强", "及时", "按照", "根据", "提升", "积极", "严格"), ""),
    (("认真", "进一步", "不断"), ""),
    (("通过", "我局", "我镇", "我县", "我区", "截至", "其中", "一是", "二是", "三是", "是对"), ""),
)  # fmt: skip
_MISPRINTS = (
    (r"三审三[较教]", "三审三校"), (r"残差不齐", "参差不齐"), (r"受理渠(?=[。，；、])", "受理渠道"),
    (r"规范性在(?=[^文\n]{1,30}公开)", "规范性文件在"),
    (r"仍在(?=(?:一些|诸多|许多|部分)?(?:不足|问题|短板|差距))", "仍存在"),
    (r"布署|部暑", "部署"), (r"按排(?![名序队行放污列班水气])", "安排"), (r"既使", "即使"), (r"进一部", "进一步"),
    (r"不段(?=加强|提|完善|推|优化|健全)", "不断"), (r"公开渠到", "公开渠道"), (r"落实倒位", "落实到位"),
    (r"公开条[列理](?![出举])", "公开条例"), (r"反溃", "反馈"), (r"行政法?复[义意仪]|行政法复议", "行政复议"),
    (r"行政诉[颂松]", "行政诉讼"), (r"政府信公开|政府息公开|政府信息公并", "政府信息公开"),
    (r"依申公开|依申请公并", "依申请公开"), (r"不过顺畅", "不够顺畅"), (r"提搞", "提高"), (r"法定时现", "法定时限"),
)  # fmt: skip
_LITTLE = (
    (r"(?<![目有])的的(?![确士])", "的"),
    (r"(?<![为不未除到明小])了了(?![解之然结])", "了"),
    (
        r"(?<![。，、；：])(?:。。(?!。)|，，|、、|；；|：：|，。|。，|、。|；。|。；|，、|、，|，；|；，|：。)(?![。，、；：])",
        "",
    ),
)


def _rows() -> Iterator[tuple[Pattern, str]]:
    yield from ((Pattern(source), instead) for source, instead in (*_MISPRINTS, *_LITTLE))
    for words, exceptions in _DOUBLED:
        behind = f"(?!{exceptions})" if exceptions else ""
        yield from ((Pattern(rf"{word}{word}{behind}"), word) for word in words)


_ROWS = tuple(_rows())
# All of them at once, each kind of sign behind what begins it: enough to tell that a text has none.
_ANY = Pattern("|".join(pattern.source for pattern, _ in _ROWS))


def check(here: Node) -> Iterator[Finding]:
    """Every misprint once, at the first piece of text that has it."""
    if not _ANY.search(here.case.joined):
        return
    told: set[str] = set()
    for at, text in here.case.texts:
        for pattern, instead in _ROWS if _ANY.search(text) else ():
            found = pattern.search(text)
            if found and found[0] not in told:
                told.add(found[0])
                yield Finding(at, {"found": found[0], "expected": instead or found[0][-1]})
