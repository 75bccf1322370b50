"""What the rule set says about itself: one thing found, and which kinds of these are wrong."""

from typing import NamedTuple

from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.text import Text


class At(NamedTuple):
    """A relation of a rule: its id, and the cell at which its finding would point."""

    rule: str
    pointer: Pointer


class Found(NamedTuple):
    """One thing found.

    ``rule`` is the id it is about, None for the set as a whole; ``at`` the place in the report, or in the rule file
    where it begins with ``/check`` or the like; ``others`` the relations that have to do with it. ``source`` and
    ``place`` are the file that says so. ``known`` is the reason for which it is left as it is.
    """

    kind: str
    rule: str | None
    at: Pointer | None
    words: Text
    others: tuple[At, ...] = ()
    source: str | None = None
    place: Place | None = None
    known: Text | None = None

    @property
    def wrong(self) -> bool:
        """Whether it has to be mended: it is of a wrong kind, and nobody gave a reason to leave it."""
        return self.known is None and self.kind in WRONG

    @property
    def about_a_cell(self) -> bool:
        """Whether it is about a place in reports, not in a rule file."""
        return self.at is not None and self.at.startswith("/sections/")


# Each kind in words. Of the second table nothing is wrong: it is good to know, or could not be decided.
WRONG = {
    "contradiction": Text("互相矛盾的关系", "contradictory relations"),
    "redundant": Text("多余的关系", "a redundant relation"),
    "implied": Text("已由其他关系推出的关系", "a relation that others imply"),
    "hidden-equality": Text("实为等式的不等式", "an inequality that can only be an equality"),
    "fixed-cell": Text("只能取一个值的单元格", "a cell that can hold one value only"),
    "dead-condition": Text("不可能成立的条件", "a condition that never holds"),
    "unreached-condition": Text("轮不到的条件", "a condition that another one always precedes"),
    "empty-bounds": Text("没有余地的界限", "bounds that leave nothing"),
    "empty-scope": Text("没有报告的适用范围", "a scope that no report has"),
    "raised-severity": Text("高于规则的级别", "a severity above that of the rule"),
    "unused-option": Text("没有用到的选项", "an option that is not used"),
    "undeclared-option": Text("没有声明的选项", "an option that is not declared"),
    "dead-pattern": Text("不可能匹配的正则表达式", "a pattern that never matches"),
    "excluded-pattern": Text("被关键词挡住的正则表达式", "a pattern that its keywords exclude"),
    "unasked-pattern": Text("没有例子用到的正则表达式", "a pattern that no example asks"),
    "unasked-condition": Text("没有反例用到的条件", "a condition that no bad example raises"),
    "missing-example": Text("缺少例子", "a missing example"),
    "unasked-example": Text("没有问到规则的例子", "an example that does not ask its rule"),
    "broken-example": Text("不成立的例子", "an example that does not hold"),
    "lost-id": Text("消失的编号", "an id that is gone"),
    "renamed-id": Text("改了名的编号", "an id with another name"),
    "reused-name": Text("挪用的名称", "a name that was another rule's"),
    "stale-known": Text("已不存在的已知问题", "something known that is no longer there"),
}
TOLD = {
    "bounded-cell": Text("有上限的单元格", "a bounded cell"),
    "unasked-place": Text("没有例子写有的位置", "places that no example has"),
    "unshown-pattern": Text("例子没有用到的正则表达式", "patterns that no example shows"),
    "unsolved": Text("未能算完", "not worked out"),
    "undecided-pattern": Text("未能判断的正则表达式", "a pattern that could not be decided"),
}
KINDS = WRONG | TOLD
UNDECIDED = ("unsolved", "undecided-pattern")
