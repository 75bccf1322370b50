"""What kind of parts a list has: whether two of them can count the same thing twice."""

from collections.abc import Iterable
from enum import Enum
from itertools import chain

from lint.model.pattern import Pattern
from lint.prose.items import is_residual


class Kind(Enum):
    """``APART``: no two parts overlap, by their names. ``OVERLAPPING``: they may, as one text on two channels.

    ``MIXED``: they divide by more than one measure, such as channel and applicant. ``UNKNOWN``: the names do not say.
    """

    APART = "apart"
    OVERLAPPING = "overlapping"
    MIXED = "mixed"
    UNKNOWN = "unknown"


_CLASSIFIED = Pattern("(?:类|栏|类别|信息|类文件|类事项|栏目)$")
_DISCLOSURE = Pattern("^(?:属性为|属)?(?:主动公开|依申请公开|不予公开)")
_MEASURES = {
    "applicant": Pattern("自然人|公民|企业|法人|科研|公益|法律服务|律师|其他组织"),
    "result": Pattern("(?:予以|部分|同意|全部|不予)公开|无法提供|不予处理|其他处理|撤[回销]|补正|维持|纠正|审结"),
    "channel": Pattern(
        "网[络上站]|线[上下]|信函|邮寄|来信|来函|当面|现场|窗口|传真|邮[件箱]|平台|微信|微博|公众号|新媒体|客户端|APP|公报|报[纸刊]|"
        "电视|广播|公开栏|显示屏|抖音|头条|门户|视频号|媒体"
    ),
    "form": Pattern("图解|图文|图片|视频|动漫|动画|H5|音频|文字|漫画|长图|直播|问答|访谈|原创"),
    "time": Pattern("季度|半年|月"),
    "penalty": Pattern("警告|罚款|没收|暂扣|吊销|责令"),
    "instance": Pattern("[一二再]审"),
}
_EXCLUSIVE = frozenset({"applicant", "result", "time"})


def kind_of(names: Iterable[str], *, of_applications: bool) -> Kind:
    """The kind of a list whose parts have these names.

    An application comes by one channel and from one applicant; a text may stand on several channels, in several forms.
    """
    told = [name for name in names if not is_residual(name)]
    if told and all(map(_DISCLOSURE.search, told)):
        return Kind.APART
    measures = [_measures(name) for name in told]
    known = set(chain.from_iterable(measures))
    if known <= {"applicant"} and told and all(map(_CLASSIFIED.search, told)):
        return Kind.APART
    if not known:
        return Kind.UNKNOWN
    if len(known) > 1 or not all(measures):
        return Kind.MIXED
    exclusive = known <= _EXCLUSIVE or (known == {"channel"} and of_applications)
    return Kind.APART if exclusive else Kind.OVERLAPPING


def _measures(name: str) -> set[str]:
    return {measure for measure, pattern in _MEASURES.items() if pattern.search(name)}
