"""Why a question stays open, in both languages: the reasons that several rules share, and what holds one."""

from typing import NamedTuple

from lint.model.pointer import Pointer
from lint.model.text import Text

NO_FIGURE = Text("此处没有数字", "no figure stands here")
NO_TEXT = Text("此处没有文字", "no text stands here")
NO_YEAR = Text("报告年度不明", "the report year is unknown")
NO_AGENCY = Text("报告机关不明", "the agency is unknown")
NOT_PLACED = Text("看不出是哪个机关、哪一年度的报告", "the report does not say which body or year it is of")
NOT_FOR_THIS = Text("所问不是这类报告", "not for this report")
NOTHING_BESIDE = Text("没有给出可对比的报告", "no other report was given to compare with")
NO_EARLIER = Text("没有该机关往年的报告", "no report of an earlier year by the same body")
NO_LAST_YEAR = Text("没有该机关{year}年度的报告", "no report of {year} by the same body")
NO_MEMBERS = Text("没有下级机关{year}年度的报告", "no report of a member on {year}")
DIFFERING = Text(
    "同一机关同一年度有内容不同的几份报告：{sources}", "differing reports of one body on one year: {sources}"
)
UNREAD = Text("未能读出", "could not be read")
MISSING = Text("有数字缺失或读不出", "a figure is missing or unreadable")
MISSING_OR_BLANK = Text("有数字缺失、空白或读不出", "a figure is missing, blank or unreadable")
ALL_BLANK = Text("全部空白", "all figures are blank")
BLANK_DECIDES = Text("只因空白而不符", "only a blank breaks the relation")
BLANK_TOTAL = Text("其中有合计空白", "a total in it is blank")
NOT_IN_BOTH = Text("两个年度中有一年没有数字", "no figure in one of the two years")
BEFORE_THE_FORM = Text("统一格式自2019年度起", "the unified form begins with report year 2019")
EDITION_UNKNOWN = Text("看不出报告依照哪一版格式", "it is not known which edition of the form the report follows")
NO_HEADINGS = Text("没有找到各部分的标题", "no heading of a section was found")
MAY_SPEAK_OF = Text("“{quote}”可能说的是{scope}", "{quote} may speak of {scope}")


class Undecided(Exception):
    """A question that cannot be answered from this report; counted, never swallowed.

    ``words`` say why, in both languages, or as one text for both; ``at`` is the place that leaves it open, empty where
    that is the place which is asked.
    """

    def __init__(self, words: Text | str, at: Pointer = "") -> None:
        self.words = words if isinstance(words, Text) else Text(words, words)
        self.at = at
        super().__init__(self.told.en)

    @property
    def told(self) -> Text:
        """The place and the words."""
        return Reason(self.at, self.words).told


class Reason(NamedTuple):
    """Why one question stayed open, and where; ``at`` is empty where that is the whole report."""

    at: Pointer
    words: Text

    @property
    def told(self) -> Text:
        """The place and the words."""
        return Text(*(f"{self.at}: {words}" for words in self.words)) if self.at else self.words
