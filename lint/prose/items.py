"""The items of a list in a sentence: counts of one unit with the words that name them, up to where the list ends."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.model.pattern import Pattern
from lint.prose.passages import Count, Segment

# A statement of its own rather than an item: another action, another time, a sum.
_ANOTHER = Pattern(
    r"^(?:并|且|同时|此外|另外?|还|共|合计|总计|累计|通过|截[至止]|全年|本年|今年|去年|上年|20\d\d年|我[局委办市县区镇乡院厅]|因|"
    r"收到|受理|接收|答复|回复|办[理结]|回应|处理|组织|召开|举办|开展|制作|制定|转[载发]|推送|解读|立案|作出|接[待受]|"
    r"发[布出放]|公[开示布](?!类|栏|公告)|编[发印]|印发|刊[发登]|审[核查]|更新|新[增建设]|关[停闭]|送交|报送|培训|征集|"
    r"阅读|访问|点击|粉丝)"
)
_CLASS = Pattern("(?:类|栏|类别|栏目|类信息|类文件|类事项)$")
_CARRIED = Pattern("结转|转结|顺延|上年|上一年|下年|下一年|去年|历年|往年|截至目前")
_ASIDE = Pattern("^(?:约?占|同比|环比|[比较]|增[加长幅]|减少|下降|上升|提高|分别占)")
_RESIDUAL = Pattern('^[“"]?(?:其他(?!结果|.{0,4}处理)|其它|其余|剩余)')
_AND = Pattern("^(?:和|及|以及|与|还有)(?P<name>.*)$|(?:和|及|以及|与)$")
_PAUSE = 1
_CHOICE_BEHIND = Pattern("^.{0,8}等$|^等")
_DIGIT = Pattern(r"\d")
_NO_COUNT = Pattern(r"《[^》]{0,80}》|“[^”]{0,40}”|〔\d{4}〕\d{1,4}号|\d{1,4}[年月日号](?:\d{1,2}日)?|\d[\d.]{0,15}%")


class Items(NamedTuple):
    """The items of a list, each labelled with all words that name it.

    ``residual``: the last of them is 其他. ``clear``: all in between was understood, and nothing says that it is a
    choice (等).
    """

    parts: tuple[Count, ...]
    residual: bool
    clear: bool


class _Entry(NamedTuple):
    first: Count
    strength: int
    clear: bool


def items_of(segments: Iterable[Segment]) -> Items:
    """The items that a list begins with; it ends where marks part more strongly than between the first two."""
    parts: list[Count] = []
    limit, clear, residual = 0, True, False
    for entry in _entries(segments):
        if parts and (_is_another(entry, parts[0]) or (limit and entry.strength > limit)):
            break
        if residual or is_carried(entry.first) or not _is_exact(entry.first):
            clear = residual = False
            break
        limit = limit or (entry.strength if parts else 0)
        parts.append(entry.first)
        clear = clear and entry.clear
        residual = is_residual(entry.first.label or entry.first.behind)
    return Items(tuple(parts), residual, clear)


def _entries(segments: Iterable[Segment]) -> Iterator[_Entry]:
    """Each count with the words since the one before; shares and growth are passed over."""
    words, strength = "", 0
    for segment in segments:
        if _is_aside(segment):
            continue
        strength = strength if words else segment.strength
        if not segment.counts:
            words += segment.text
            continue
        first, *others = segment.counts
        joined = [_AND.search(count.label) for count in others]
        understood = all(found or count.quantity.unit == "%" for found, count in zip(joined, others, strict=True))
        yield _entry(first._replace(label=words + first.label), strength, clear=understood)
        for found, count in zip(joined, others, strict=True):
            if found:
                yield _entry(count._replace(label=found["name"] or ""), _PAUSE, clear=True)
        words = ""


def _entry(count: Count, strength: int, *, clear: bool) -> _Entry:
    odd = _has_bare_figure(count.label) or _CHOICE_BEHIND.search(count.behind)
    return _Entry(count, strength, clear and not odd)


def _is_aside(segment: Segment) -> bool:
    return bool(_ASIDE.search(segment.text)) or (bool(segment.counts) and segment.counts[0].quantity.unit == "%")


def _is_another(entry: _Entry, other: Count) -> bool:
    label = entry.first.label
    return entry.first.quantity.unit != other.quantity.unit or bool(_ANOTHER.search(label) and not _CLASS.search(label))


def _is_exact(count: Count) -> bool:
    return not count.quantity.about and count.quantity.step <= 1


def is_carried(count: Count) -> bool:
    """Whether words name what was carried over from another year, or to one."""
    return bool(_CARRIED.search(count.label))


def is_residual(words: str) -> bool:
    """Whether words name all that is left: 其他类信息."""
    return bool(_RESIDUAL.search(words))


def _has_bare_figure(words: str) -> bool:
    """Whether a figure stands there that is no count, date, title or share: perhaps an item without its unit."""
    return bool(_DIGIT.search(words)) and bool(_DIGIT.search(_NO_COUNT.sub("", words)))
