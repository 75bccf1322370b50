"""All variations of examples, and all ways to break what a rule declares, each with the kinds for which it is known."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lint.engine.checks.table import CHECKS
from lint.model.text import Text
from lint.rulebook.examples import Scene
from lint.rulebook.mutating import broken_figures, broken_words, broken_years, figures, names, prose
from lint.rulebook.mutating.variation import Dice, Subject, Variation

Break: TypeAlias = Callable[[Subject, Dice], Scene | None]

_ALL = frozenset(CHECKS) - {"linter"}
# Patterns of a rule file are held against the text as it is printed, however its author means them.
_READ = _ALL - {"forbid", "match"}
# How like two texts are depends on every sentence of either.
_SINGLE = _ALL - {"similarity"}
_PROPORTIONAL = frozenset({"relation", "carried", "aggregate"})

_PLACES = Text("地名是虚构的，换成别的虚构地名，意思不变", "the places are invented, other names are as good")
_BUREAU = Text("同级同类的另一个部门，规则不看名称", "another bureau of the same level: no rule looks at its name")
_YEARS = Text("全部年份一起推移，不跨格式版本", "all years move alike, within one edition of the form")
_GROUND = Text("规则不看的部分换成另一份合格年报的", "what the rule does not look at is that of another valid report")
_MULTIPLIED = Text("所声明的关系按比例成立", "what is declared holds or fails in proportion")
_FIGURES = Text("改后的数字按声明的条件算过", "the declared comparisons were worked out for the changed figures")
_SURROUNDED = Text("加上的文字与任何规则无关", "no rule has anything to say about the added text")
_WRITTEN = Text("写法不同，读出来一样", "written in another manner, it reads the same")

VARIATIONS: tuple[Variation, ...] = (
    Variation("places", names.other_places, _ALL, _ALL, _PLACES),
    Variation("bureau", names.other_bureau, _ALL, _ALL, _BUREAU),
    Variation("years", names.other_years, _ALL, _ALL, _YEARS),
    Variation("ground", figures.other_ground, _ALL, _ALL, _GROUND),
    # A larger figure may reach the least from which on a condition or a jump counts: good ones need not stay so.
    Variation("multiplied", figures.multiplied, _PROPORTIONAL | {"conditions", "change"}, _PROPORTIONAL, _MULTIPLIED),
    Variation("figures", broken_figures.other_figures, frozenset({"conditions"}), frozenset({"conditions"}), _FIGURES),
    # An added piece need not fit the patterns that every piece has to fit.
    Variation("paragraph-before", prose.paragraph_before, _SINGLE, _SINGLE - {"match"}, _SURROUNDED),
    Variation("paragraph-after", prose.paragraph_after, _SINGLE, _SINGLE - {"match"}, _SURROUNDED),
    # A pattern may ask for the begin or the end of a piece of text.
    Variation("sentence-before", prose.sentence_before, _SINGLE & _READ, _SINGLE & _READ, _SURROUNDED),
    Variation("sentence-after", prose.sentence_after, _SINGLE & _READ, _SINGLE & _READ, _SURROUNDED),
    Variation("full-width-digits", prose.full_width_digits, _READ, _READ, _WRITTEN),
    Variation("half-width-marks", prose.half_width_marks, _READ, _READ, _WRITTEN),
    Variation("full-width-marks", prose.full_width_marks, _READ, _READ, _WRITTEN),
    Variation("spaced-numbers", prose.spaced_numbers, _READ, _READ, _WRITTEN),
    Variation("thousands", prose.thousands, _READ, _READ, _WRITTEN),
)

BREAKS: Mapping[str, tuple[str, Break]] = {
    "relation": ("relation-broken", broken_figures.broken_relation),
    "required": ("taken-out", broken_words.nothing_required),
    "range": ("out-of-range", broken_words.out_of_range),
    "forbid": ("words-put-in", broken_words.forbidden_words),
    "remark": ("remarked", broken_words.remarked),
    "change": ("jump", broken_years.jump),
    "carried": ("not-carried", broken_years.not_carried),
}
