"""The words that the page itself says."""

from lint.model.text import Text

TITLE = Text("年度报告检查结果", "Check of annual reports")
OVERVIEW = Text("总览", "Overview")
TO_OVERVIEW = Text("回到总览", "Back to the overview")
ANSWERS = Text(
    "提问 {asked} 项：通过 {passed}，不通过 {failed}，未能判断 {undecided}，规则出错 {crashed}",
    "{asked} questions asked: {passed} passed, {failed} failed, {undecided} undecided, {crashed} crashed",
)
NO_AGENCY = Text("（机关不详）", "(agency unknown)")
NO_YEAR = Text("年度不详", "year unknown")
YEAR = Text("{year}年度", "{year}")
CLEAN = Text("没有发现问题。", "Nothing was found.")
CLEAN_BUT = Text(
    "没有发现问题，但有 {count} 项未能判断。", "Nothing was found, but {count} questions stayed undecided."
)
UNDECIDED = Text("未能判断的 {count} 项", "{count} undecided questions")
UNDECIDED_WHY = Text(
    "空白或读不出的内容使这些问题没有答案，不算通过。",
    "What is blank or could not be read leaves these without an answer; they did not pass.",
)
TIMES = Text("{count} 次", "{count} times")
SHORTENED = Text(
    "报告较多，此处只列有问题的部分；完整内容请单独检查这份报告。",
    "There are many reports: only the parts with findings are shown; check this report by itself to see all of it.",
)
NOT_SHOWN = Text(
    "报告超过 {most} 份：其后的报告只列有问题的部分，没有问题的只列在总览中。",
    "There are more than {most} reports: of those after them only the parts with findings are shown, and those without"
    " findings in the overview alone.",
)
BEYOND = Text("格式以外的内容", "beyond the form")
BLANK = Text("空白", "blank")
ABSENT = Text("没有这一格", "no such cell")
LEGEND_BLANK = Text("空白", "left blank")
LEGEND_ABSENT = Text("报告中没有这一格", "not in the report")
LEGEND_WRONG = Text("诊断为有误，附应填数", "diagnosed as wrong, with its value")
LEGEND_OPEN = Text("可能有误", "may be wrong")
LEGEND_TESTED = Text("因此不符的合计", "totals that do not fit therefore")
RELATIONS = Text("不符的关系", "relations that do not hold")
REASONS = Text("理由", "why it must be this")
WAIVED = Text("已豁免：{reason}", "waived: {reason}")
GO_TO = Text("到报告中的位置", "to its place in the report")
GO_TO_NOTE = Text("问题 {number}", "finding {number}")
LANGUAGE = Text("语言", "Language")
PREVIOUS = Text("上一处", "Previous")
NEXT = Text("下一处", "Next")
PRINT = Text("打印", "Print")
REPORTS = Text("{shown} / {all} 份", "{shown} of {all} reports")
FILTER_TEXT = Text("机关、年度或文件", "Agency, year or file")
FILTER_RULE = Text("规则", "Rule")
FILTER_SEVERITY = Text("级别", "Severity")
ANY_RULE = Text("全部规则", "All rules")
ANY_SEVERITY = Text("全部级别", "All severities")
WITH = Text("有{severity}", "with {severity}")
RESET = Text("清除筛选", "Clear filters")
MOST_FAILED = Text("最常见的问题", "What fails most")
IN_REPORTS = Text("{count} 处，{reports} 份报告", "{count} in {reports} reports")
MORE_RULES = Text("另有 {count} 条规则", "{count} more rules")
SORT = Text("排序", "sort")
FOOT = Text("由 xxgk-lint {version} 生成。", "Written by xxgk-lint {version}.")
SETTINGS = Text("检查的设置", "The settings of the check")
