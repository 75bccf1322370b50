"""A complete clean report of an invented agency: the ground on which examples of rules are laid."""

from typing import Any

from lint.model.form import BLOCKS, COLUMNS, GROUPS, OUTCOMES, ROWS, SECTIONS
from lint.model.report import Tree

HEADINGS = dict(
    zip(
        SECTIONS,
        (
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ),
        strict=True,
    )
)
_TEXTS = {
    "overview": [
        (
            "2023年，本机关按照《中华人民共和国政府信息公开条例》要求，做好主动公开、依申请公开、政府信息管理、"
            "政府信息公开平台建设和监督保障工作，全年主动公开政府信息45条。公开工作纳入年度考核，开展了社会评议，"
            "没有发生责任追究的情况。"
        )
    ],
    "problems": ["一是解读形式单一的问题仍然存在，已增加图解3篇；二是栏目更新不够及时，已改为每周核查。"],
    "other": ["本年度未收取信息处理费。"],
}


def complete_tree(edition: str = "2021") -> Tree:
    """A report that every rule passes: all figures 0, plain text. Year 2023, or 2020 in edition 2019."""
    year = 2023 if edition == "2021" else 2020
    sections: dict[str, Any] = {
        key: {"heading": heading, "paragraphs": [text.replace("2023", str(year)) for text in _TEXTS.get(key, [])]}
        for key, heading in HEADINGS.items()
    }
    sections["proactive"]["table"] = {row: dict.fromkeys(columns, 0) for row, columns in BLOCKS[edition].items()}
    sections["applications"]["table"] = _applications(edition)
    sections["disputes"]["table"] = {group: dict.fromkeys(OUTCOMES, 0) for group in GROUPS}
    return {
        "edition": edition,
        "title": f"示例市水利局{year}年政府信息公开工作年度报告",
        "agency": {"name": "示例市水利局", "kind": "department", "level": "prefectural"},
        "year": year,
        "published": f"{year + 1}-01-20",
        "preamble": [f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"],
        "sections": sections,
    }


def _applications(edition: str) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for row in ROWS[edition]:
        *above, name = row.split("/")
        at = table
        for step in above:
            at = at.setdefault(step, {})
        at[name] = dict.fromkeys(COLUMNS, 0)
    return table
