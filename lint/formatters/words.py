"""The words that formatters themselves say, in both languages."""

from lint.model.finding import Severity
from lint.model.text import Text

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}
CAUSE = Text("诊断", "diagnosis")
CELL = Text("{where}：{change}", "{where}: {change}")
SHOULD_BE = Text("{actual} 应为 {expected}", "{actual} should be {expected}")
BY_SUMS_ALONE = Text("单看关系式，{repair}", "by the sums alone, {repair}")  # where another source is against it
SHOULD_CHANGE = Text("{actual} 应为另一个数", "{actual} should be another figure")
FITS = Text("与{source}相符", "fits {source}")
AT_ODDS = Text("但与{source}不符", "but is at odds with {source}")
THESE = Text("：", ":")
LIKELIEST = Text("，最可能的是：", "; the likeliest:")
TIED = Text(
    "不能断定错在哪一格，有 {total} 种同样小的改法",
    "it cannot be told which cell is wrong, {total} repairs are equally small",
)
TIED_AT_LEAST = Text(
    "不能断定错在哪一格，至少有 {total} 种同样小的改法",
    "it cannot be told which cell is wrong, at least {total} repairs are equally small",
)
TIED_BY_ONE_SLIP = Text(
    "不能断定错在哪里：一处笔误便可全部解释，也可能几处各错，有 {total} 种改法",
    "it cannot be told what is wrong: one slip would explain all of it, several mistakes would too, {total} repairs",
)
TOO_MANY = Text(
    "{count} 处不符，矛盾过多，无法指出错在哪一格",
    "{count} broken relations: too many contradictions to name the cells",
)
ONE_SLIP = Text("；一处笔误便可全部解释：", "; one slip would explain them all:")
IMPOSSIBLE = Text(
    "{count} 处不符，无论填什么数都不能同时成立",
    "{count} broken relations: no figures at all make them hold together",
)
MORE = Text("另有 {count} 种", "{count} more")
MORE_AT_LEAST = Text("至少另有 {count} 种", "at least {count} more")
MORE_ROWS = Text("（略去 {count} 行）", "({count} rows left out)")
BLANK = Text("空白", "blank")
BASIS = Text("依据", "basis")
DIFFERENCE = Text("相差", "off by")
PASSED_OVER = Text("不是年度报告，未检查", "no annual report, not checked")
UNREADABLE = Text("未能检查", "not checked")
HALF = Text("部分内容无法读取", "read in part only")
UNDECIDED_LINE = Text("未能判断 {count} 项：{rules}", "undecided {count}: {rules}")
NOTHING = Text("没有找到可检查的报告", "no report to check was found")
SUMMARY = Text(
    "已检查 {reports}/{files} 份报告：错误 {error}，警告 {warning}，提示 {info}；"
    "提问 {asked} 项，未能判断 {undecided} 项",
    "checked {reports} of {files} reports: {error} errors, {warning} warnings, {info} infos;"
    " {asked} questions asked, {undecided} undecided",
)
SUMMARY_UNREADABLE = Text("，{unreadable} 份无法读取", ", {unreadable} could not be read")
SUMMARY_HALF = Text("，{half} 份只读出一部分", ", {half} read in part only")
SUMMARY_CRASHED = Text("，{crashed} 条规则出错", ", {crashed} rules crashed")
SUMMARY_UNMATCHED = Text(
    "，{unmatched} 份没有上一年度的报告可对比", ", {unmatched} without last year's report to compare with"
)
SUMMARY_WAIVED = Text("，已豁免 {waived} 个", ", {waived} waived")
WAIVED = Text("已豁免", "waived")
SUMMARY_PASSED_OVER = Text("，略过 {passed_over} 个文件", ", {passed_over} files passed over")


def place_words(place: dict[str, object]) -> Text:
    """A place in words, such as 第12行第7列; empty where nothing is known."""
    in_grid = "cell" not in place and ("table" in place or "paragraph" in place)
    patterns = _IN_GRID if in_grid else _IN_SHEET if "cell" in place else _IN_TEXT
    known = [pattern for name, pattern in patterns.items() if name in place]
    zh, en = "".join(pattern.zh for pattern in known), ", ".join(pattern.en for pattern in known)
    return Text(zh.format_map(place), en.format_map(place))


_IN_SHEET = {
    "sheet": Text("工作表“{sheet}”", "sheet '{sheet}'"),
    "cell": Text("单元格{cell}", "cell {cell}"),
}
_IN_TEXT = {
    "page": Text("第{page}页", "page {page}"),
    "line": Text("第{line}行", "line {line}"),
    "column": Text("第{column}列", "column {column}"),
}
# Rows and columns are those of the grid here, the line is that of the source.
_IN_GRID = {
    "page": _IN_TEXT["page"],
    "table": Text("第{table}个表格", "table {table}"),
    "row": Text("第{row}行", "row {row}"),
    "column": Text("第{column}列", "column {column}"),
    "paragraph": Text("第{paragraph}段", "paragraph {paragraph}"),
    "line": Text("（源码第{line}行）", "line {line} of the source"),
}
