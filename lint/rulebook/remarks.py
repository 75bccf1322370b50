"""The kinds of remarks that readers make, in words."""

from lint.model.text import Text

REMARK_WORDS = {
    "full-width": Text("全角数字", "full-width digits"),
    "separators": Text("带分隔符", "with separators"),
    "placeholder": Text("以符号代替数字", "a sign for none"),
    "unknown-row": Text("多出的行", "an added row"),
    "unknown-column": Text("多出的列", "an added column"),
    "label": Text("名称", "named"),
    "label-lost": Text("没有行名的行", "a row without its name"),
    "order": Text("次序与格式不同", "in another order"),
    "header-lost": Text("没有列名的行", "a row without column headings"),
    "caption-lost": Text("没有所属条款的行", "a row without its caption"),
    "doubled-row": Text("重复的行", "a row that stands twice"),
    "misplaced-table": Text("表格所在的标题", "the heading above the table"),
    "hidden-text": Text("隐藏的文字", "hidden text"),
    "hidden-sheet": Text("隐藏的工作表", "a hidden sheet"),
    "tracked-changes": Text("未处理的修订", "tracked changes"),
    "struck-text": Text("打了删除线的文字", "struck text"),
    "macro": Text("宏", "a macro"),
    "external-link": Text("外部链接", "a link to another file"),
    "no-value": Text("没有结果的公式", "a formula without a stored result"),
    "outside": Text("远离表格的内容", "content far outside"),
    "wrong-name": Text("与内容不符的扩展名", "a name that says another format"),
}
