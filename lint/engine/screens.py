"""When a rule is certain to pass a report of sound figures, without asking it: what has to be looked at, by rule.

Of each rule stands here what its answer depends on beside the form of the report, whose six headings and figures are
known to be whole and without remarks: text by signs without which the rule finds nothing, figures by conditions. The
signs may stop a report for which the rule has nothing to say; they never let one pass for which it has. Reports that
are stopped, and rules that do not stand here, are asked one by one. ``tests/columns/test_screens.py`` holds every line
against the rule itself.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lint.engine.checks.relation import RelationCheck
from lint.engine.checks.remark import RemarkCheck
from lint.model.rule import Rule


class Screen(NamedTuple):
    """What must not be in text or title (RE2), and which conditions of :mod:`lint.columns.facts` must hold.

    ``beside`` must not be in the text beside the title, where it may well be.
    """

    signs: str = ""
    conditions: tuple[str, ...] = ()
    beside: str = ""


_SPACE = r"[\s\pZ\x0b\x1c-\x1f\x{85}]"  # what Python calls a space
_BODIES = rf"[局厅委镇乡街]|(?s:[县区市].{{0,6}}政府)|政{_SPACE}+府"  # kinds of bodies, and their offices
FORM = Screen()  # decided by the form of the report alone
ROWS = Screen("", ("rows",))  # and by whether the rows of table three add up
SCREENS: dict[str, Screen] = {
    "SC009": FORM,
    "ST002": FORM,
    "ST003": FORM,
    "ST005": FORM,
    "ST006": FORM,
    "ST007": Screen("", ("usual_title",)),
    "ST008": Screen("[０-９]", ("own_year",)),
    "ST009": Screen("所列数据|数据统计|数据的统计|统计数据|统计期|统计时|报告期"),
    "ST010": Screen("部分"),
    "ST011": Screen("[０-９]|492|公开办函|第三十[一二]条"),
    "ST012": Screen("我[街局厅委镇乡]"),
    "ST013": Screen(
        "文字描述|该部分以|此处|[XＸ×x]|[_＿]|【|[〇○*＊?？]|待补|待填|待更新|待完善|核实|核对|待确认|待定|TODO|TBD"
    ),
    "ST014": Screen(f"[息请计开布到理结 \u3000\u00a0\t][条件篇次]{_SPACE}{{0,2}}(?:[，。；、,;）)\n]|其中|$)"),
    "ST015": Screen("见[本所附下上]|如[本所附下上]|参[阅照]"),
    "ST016": FORM,
    "ST017": FORM,
    "ST018": FORM,
    "ST019": FORM,
    "ST020": FORM,
    "ST021": FORM,
    "ST022": FORM,
    "ST023": FORM,
    "ST029": Screen(beside=_BODIES),
    "ST030": Screen(r"[０-９]|20\d{3}年|(?s:年.{0,8}将)", ("own_year",)),
    "ST031": FORM,
    "ST032": Screen("", ("dated",)),
    "CE002": FORM,
    "CE003": FORM,
    "CE004": FORM,
    "CE005": FORM,
    "CE006": Screen("", ("applied",)),
    "CE007": ROWS,
    "CE008": ROWS,
    "AR006": FORM,
}
RELATION = Screen("", ("relations",))


def screen_of(rule: Rule) -> Screen | None:
    """The screen of a rule; None where it has to be asked. One whose file or options are not ours is asked."""
    if rule.pack is not None or rule.options or rule.extends is not None:
        return None
    if isinstance(rule.check, RelationCheck):
        return RELATION
    return FORM if isinstance(rule.check, RemarkCheck) else SCREENS.get(rule.id)


def joined(screens: Iterable[Screen]) -> Screen:
    """All screens in one."""
    every = list(screens)
    signs, beside = (_any(patterns) for patterns in ((one.signs for one in every), (one.beside for one in every)))
    return Screen(signs, tuple(dict.fromkeys(name for one in every for name in one.conditions)), beside)


def _any(patterns: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(one for one in patterns if one))
