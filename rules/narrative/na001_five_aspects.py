"""The five aspects that section one is to be about."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Words

# An aspect counts as treated where any of its words stands.
_ASPECTS = tuple(
    (name, Words(*words.split()))
    for name, words in (
        ("主动公开", "主动公开 主动发布 主动向社会 公布 发布 公开政府信息 公开各类 公开信息 公示"),
        ("依申请公开", "申请"),
        (
            "政府信息管理",
            (
                "信息管理 审核 审查 保密 校对 把关 规范性文件 目录 属性 动态调整 发布流程 三审 先审 归档 管理制度 清单 "
                "公文 台账 备案 清理 更新 发布审批 档案 数字化"
            ),
        ),
        (
            "政府信息公开平台建设",
            (
                "平台 网站 新媒体 公众号 微信 微博 专栏 公报 客户端 渠道 载体 栏目 门户 抖音 视频号 公开栏 显示屏 "
                "小程序 专区 推送 推文"
            ),
        ),
        (
            "监督保障",
            "监督 保障 考核 考评 评议 培训 检查 督查 督导 追究 问责 整改 测评 监管 抽查 领导 专人 自查 通报 责任",
        ),
    )
)
# 公开招生、资助等信息132条.
_DISCLOSED = Pattern(r"公开[^。；;申]{0,24}\d[\d,.]{0,8}万?余?[条件项份期篇]")
# （三）管理机制. 对照指引…
_MANAGED = Pattern(r"[)）、.．][^。；;，,：:)）、.．]{0,8}管理(?:方面|情况|工作|机制|制度)?[。：:\s]")
_TREATED = tuple(
    f"/sections/{section}/paragraphs/" for section in ("overview", "proactive", "applications", "disputes")
)


def check(here: Node) -> Iterator[Finding]:
    """Whether section one, or the text beside the tables, has a word on each aspect."""
    text = "".join([text for at, text in here.case.texts if at.startswith(_TREATED)])
    missing = [name for name, words in _ASPECTS if not words.any_in(text)]
    if missing:
        text = "".join(text.split())
        missing = [name for name, words in _ASPECTS if not words.any_in(text)]
    if "主动公开" in missing and _DISCLOSED.search(text):
        missing.remove("主动公开")
    if "政府信息管理" in missing and _MANAGED.search(text):
        missing.remove("政府信息管理")
    if missing:
        yield Finding("/sections/overview", {"missing": "、".join(missing)})
