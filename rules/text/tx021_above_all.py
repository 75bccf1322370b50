"""No share and no rate of cases done is above 100 %."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import Finding, Node, Pattern, Words

_ALL = 100
_PER_CENT = Words("%", "％", "﹪")
_RATE = Pattern(
    r"(?:办结|办复|答复|回复|公开|满意|合格|准确|达标|解读|回应|按时|按期|及时|维持|纠错|败诉|胜诉|应诉|出庭)(?:率|度)"
    r"(?:均|都|分别)?(?:为|达到?了?|保持在?|是)?\s{0,2}(?P<rate>\d{3,6}(?:\.\d{1,4})?)\s{0,2}[%％﹪]"
    r"|占(?:比|[^，。；,;\d]{0,14}的)?(?:约|为|达到?)?\s{0,2}(?P<share>\d{3,6}(?:\.\d{1,4})?)\s{0,2}[%％﹪]"
)

_OF_ANOTHER = Pattern("计划|任务|目标|指标|预算|上年|去年|同期|20")  # what may well be passed: 占全年任务的120%


def check(here: Node) -> Iterator[Finding]:
    """Each rate or share that is more than all."""
    if not _PER_CENT.any_in(here.case.joined):
        return
    for at, text in here.in_plain_digits.case.texts:
        for found in _RATE.finditer(text) if _PER_CENT.any_in(text) else ():
            if Decimal(found["rate"] or found["share"]) > _ALL and not _OF_ANOTHER.search(found[0]):
                yield Finding(at, {"found": found[0][:40]})
