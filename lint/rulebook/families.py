"""The families of rules, by the two letters with which their ids begin."""

from lint.model.text import Text

FAMILIES = {
    "AR": Text("表内勾稽", "arithmetic inside the tables"),
    "CE": Text("单元格", "cells"),
    "GV": Text("政府与部门", "governments and their departments"),
    "HY": Text("文字与敏感信息", "hygiene of the text, and what should not be public"),
    "LT": Text("读取与检查本身", "the linter itself"),
    "NA": Text("正文内容", "what the text must tell"),
    "PB": Text("发布", "publication"),
    "PL": Text("合理性", "plausibility of figures"),
    "SC": Text("数据格式", "the format of JSON and YAML reports"),
    "ST": Text("结构与身份", "structure and identity"),
    "TX": Text("正文与表格", "text against tables"),
    "YY": Text("年度之间", "year to year"),
}


def family_name(letters: str) -> Text:
    """What a family is about; its letters for one that is not ours."""
    return FAMILIES.get(letters, Text(letters, letters))
