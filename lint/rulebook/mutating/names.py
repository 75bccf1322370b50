"""Other names and other years, the same throughout all reports of a scene."""

import re
from collections.abc import Iterator
from itertools import chain

from lint.model.form import FIRST_YEAR, edition_of_year
from lint.model.pattern import Pattern
from lint.model.rule import Guard
from lint.rulebook.examples import Scene
from lint.rulebook.mutating.texts import reworded, strings
from lint.rulebook.mutating.variation import Dice, Subject

# Two characters each, none of which makes the name of a place say another kind or level of body.
_PLACES = ("例川", "例江", "例溪", "例河", "例平", "例丰", "例安", "例和")
_INVENTED = ("示例", "样例")
_BUREAU = "水利局"
_BUREAUS = ("教育局", "民政局", "财政局", "审计局", "统计局", "司法局")
_LAST_YEAR = 2026
_FARTHEST = 3
# A year of the calendar: before 年, within a date, at the begin of a span. Not that of a document's number.
_YEAR = Pattern(r"(?<!\d)[12１２][09０９]\d\d(?=[年－—~～]|-\d)")
_LEAP_DAY = Pattern(r"-02-29|2月29日")
_CHINESE_YEAR = Pattern(r"[一二][〇零○九][〇零○一二三四五六七八九]{2}")


def other_places(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """The invented places of the examples under other invented names."""
    del subject
    names = dict(zip(_INVENTED, dice.sample(_PLACES, len(_INVENTED)), strict=True))
    return reworded(scene, lambda text: _exchanged(text, names))


def other_bureau(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """Another bureau of the same place: the same kind and level of body, and one of which the text does not speak."""
    del subject
    texts = [text for tree in (scene.here, *scene.previous, *scene.members) for text in strings(tree)]
    others = [one for one in _BUREAUS if not any(one in text for text in texts)]
    names = {_BUREAU: dice.choice(others)} if others else {}
    return reworded(scene, lambda text: _exchanged(text, names))


def _exchanged(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def other_years(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """All years moved by the same number, none of them into another edition or out of those the rule is for."""
    texts = list(chain.from_iterable(strings(tree) for tree in (scene.here, *scene.previous, *scene.members)))
    if any(_LEAP_DAY.search(text) or _CHINESE_YEAR.search(text) for text in texts):
        return None
    told = [*_told(scene), *(int(found[0]) for text in texts for found in _YEAR.compiled.finditer(text))]
    steps = [step for step in range(-_FARTHEST, _FARTHEST + 1) if step and _fits(told, step, subject.rule.when)]
    return _moved(scene, dice.choice(steps)) if told and steps else None


def _told(scene: Scene) -> Iterator[int]:
    for tree in (scene.here, *scene.previous, *scene.members):
        year = tree.get("year")
        if isinstance(year, int) and not isinstance(year, bool):
            yield year


def _fits(years: list[int], step: int, when: Guard) -> bool:
    return all(_same_era(year, year + step, when) for year in years if year >= FIRST_YEAR)


def _same_era(old: int, new: int, when: Guard) -> bool:
    if not FIRST_YEAR <= new <= _LAST_YEAR or edition_of_year(old) != edition_of_year(new):
        return False
    return _guarded(old, when) == _guarded(new, when)


def _guarded(year: int, when: Guard) -> tuple[bool, bool]:
    return when.year_from is None or year >= when.year_from, when.year_to is None or year <= when.year_to


def _moved(scene: Scene, step: int) -> Scene | None:
    def write(found: re.Match[str]) -> str:
        year = str(int(found[0]) + step)
        return year if found[0].isascii() else year.translate({ord(digit): ord(digit) + 0xFEE0 for digit in year})

    moved = reworded(scene, lambda text: _YEAR.compiled.sub(write, text)) or scene
    trees = [_dated(tree, step) for tree in (moved.here, *moved.previous, *moved.members)]
    before = len(moved.previous) + 1
    return moved._replace(here=trees[0], previous=tuple(trees[1:before]), members=tuple(trees[before:]))


def _dated(tree: dict[str, object], step: int) -> dict[str, object]:
    year = tree.get("year")
    known = isinstance(year, int) and not isinstance(year, bool)
    return {**tree, "year": year + step} if known and isinstance(year, int) else tree
