"""The words that formatters themselves say, in both languages."""

from lint.model.finding import Severity
from lint.model.text import Text

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}
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
SUMMARY_PASSED_OVER = Text("，略过 {passed_over} 个文件", ", {passed_over} files passed over")


def place_words(place: dict[str, object]) -> Text:
    """A place in words, such as 第12行第7列; empty where nothing is known."""
    zh = "".join(pattern.zh.format(place[name]) for name, pattern in _PLACE.items() if name in place)
    en = ", ".join(pattern.en.format(place[name]) for name, pattern in _PLACE.items() if name in place)
    return Text(zh, en)


_PLACE = {
    "page": Text("第{}页", "page {}"),
    "sheet": Text("工作表{}", "sheet {}"),
    "cell": Text("单元格{}", "cell {}"),
    "table": Text("第{}个表格", "table {}"),
    "row": Text("第{}行", "row {}"),
    "line": Text("第{}行", "line {}"),
    "column": Text("第{}列", "column {}"),
    "paragraph": Text("第{}段", "paragraph {}"),
}
