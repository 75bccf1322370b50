"""A section five with problems only, or with improvements only."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Words

_SHORTEST = 30
_PROBLEMS = (
    "问题 不足 差距 短板 薄弱 欠缺 不够 有待 仍需 还需 亟需 亟待 困难 不强 不高 滞后 不到位 单一 不及时 加强和改进 "
    "进一步改进 不能 未能 偏少 偏低 不全 较少 较低 不平衡 "
    "存在 瑕疵 缺乏 缺少 脱节 失误 错漏 参差 现象 难以 难点 败诉 纠正 压力 隐患 不足 不深 不细 不准 不畅 "
    "不力 不熟 不均 偏弱 较弱 弱项 距离 晦涩"
)
_IMPROVEMENTS = (
    "改进 整改 下一步 加强 提升 优化 完善 提高 推进 措施 强化 丰富 规范 健全 落实 加大 拓宽 已 将 改为 深化 创新 计划 "
    "针对上述 针对以上 针对这 针对该 对此 解决 建立 建成 组建 完成 推动 推出 增设 新增 开通 修订 制定 采取 引入 "
    "加快 力争 努力 明年 举措 增至 增加到 增加为 提高到 降至 降到 降为 缩短 聘请 上线 实行 推行 采纳 调整到"
)
_NEGATIVE = Pattern("不(?!断|仅|但|忘|懈|少于|低于|超过)|未能|[欠偏]")  # 合并不彻底 is a problem by any name
_PARTS = (("问题", Words(*_PROBLEMS.split())), ("改进", Words(*_IMPROVEMENTS.split())))


def check(here: Node) -> Iterator[Finding]:
    """Whether section five has a word on both; one of a few words is another rule's."""
    text = "".join([text for _, text in here.texts])
    missing = [name for name, words in _PARTS if not words.any_in(text)]
    if missing:
        text = "".join(text.split())
        missing = [name for name, words in _PARTS if not words.any_in(text)]
    if missing == ["问题"] and _NEGATIVE.search(text):
        return
    if len(missing) == 1 and len(text) >= _SHORTEST:
        yield Finding("/sections/problems", {"missing": missing[0]})
