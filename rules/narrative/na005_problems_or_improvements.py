"""A section five with problems only, or with improvements only."""

from collections.abc import Iterator

from lint.authoring import Finding, Node

_SHORTEST = 30
_PROBLEMS = (
    "问题 不足 差距 短板 薄弱 欠缺 不够 有待 仍需 还需 亟需 亟待 困难 不强 不高 滞后 不到位 单一 不及时 加强和改进 "
    "进一步改进 不能 未能 偏少 偏低 不全 较少 较低 不平衡"
)
_IMPROVEMENTS = (
    "改进 整改 下一步 加强 提升 优化 完善 提高 推进 措施 强化 丰富 规范 健全 落实 加大 拓宽 已 将 改为 深化 创新 计划"
)
_PARTS = (("问题", tuple(_PROBLEMS.split())), ("改进", tuple(_IMPROVEMENTS.split())))


def check(here: Node) -> Iterator[Finding]:
    """Whether section five has a word on both; one of a few words is another rule's."""
    text = "".join([text for _, text in here.texts])
    missing = [name for name, words in _PARTS if not any(word in text for word in words)]
    if missing:
        text = "".join(text.split())
        missing = [name for name, words in _PARTS if not any(word in text for word in words)]
    if len(missing) == 1 and len(text) >= _SHORTEST:
        yield Finding("/sections/problems", {"missing": missing[0]})
