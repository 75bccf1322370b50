"""The same text in other surroundings, or written in another manner."""

import copy
import re
from collections.abc import Callable, Mapping

from lint.model.pattern import Pattern
from lint.model.pointer import Pointer, parent, resolve
from lint.rulebook.examples import Scene
from lint.rulebook.mutating.texts import lists, paragraphs, with_text
from lint.rulebook.mutating.variation import Dice, Subject

# Sentences that no rule has anything to say about: no figures, names, laws, promises or problems.
NEUTRAL = (
    "各科室逐月核对栏目内容。",
    "有关材料由档案室保管。",
    "文件柜放在档案室内。",
    "值班人员每天登记来访情况。",
    "会议纪要由办公室统一印发。",
    "各类表册按月装订成册。",
    "宣传栏设在办公楼一层大厅。",
    "来信由收发室当日转送。",
)
_FULL = str.maketrans({digit: chr(ord(digit) + 0xFEE0) for digit in "0123456789"})
_HALF_MARKS: Mapping[str, str] = {"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "！": "!", "？": "?"}
_HALVED = {ord(full): half for full, half in _HALF_MARKS.items()}
_FULL_MARKS = {half: full for full, half in _HALF_MARKS.items()}
# Between digits a comma or a colon is part of a number or a time.
_MARK = Pattern(r"(?<!\d)[,;:()!?]|[,;:()!?](?!\d)")
_NUMBER = Pattern(r"(?<=[\u4e00-\u9fff])(\d{1,12})(?=[\u4e00-\u9fff])")
_LONG = Pattern(r"(?<![\d.,，〔\[（(-])\d{4,9}(?=[件条元起次份篇])")
_MARKED = Pattern(r"[<>&{}$\\@/]|https?:")


def paragraph_before(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """A neutral paragraph at the head of a list of paragraphs."""
    del subject
    return _inserted(scene, dice, lambda _: 0)


def paragraph_after(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """A neutral paragraph at the end of a list of paragraphs."""
    del subject
    return _inserted(scene, dice, len)


def _inserted(scene: Scene, dice: Dice, where: Callable[[list[object]], int]) -> Scene | None:
    found = lists(scene)
    if not found:
        return None
    at = dice.choice(found)
    here = copy.deepcopy(scene.here)
    pieces = resolve(here, at)[1]
    if not isinstance(pieces, list):
        return None
    index = where(pieces)
    pieces.insert(index, dice.choice(NEUTRAL))
    return scene._replace(here=here, at=tuple(_pushed(one, at, index) for one in scene.at))


def _pushed(pointer: Pointer, at: Pointer, index: int) -> Pointer:
    """A pointer after something was put into a list of paragraphs."""
    if parent(pointer) != at:
        return pointer
    number = int(pointer.rpartition("/")[2])
    return f"{at}/{number + (number >= index)}"


def sentence_after(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """A neutral sentence behind the last one of a paragraph."""
    del subject
    found = [(at, text) for at, text in paragraphs(scene) if text.endswith("。")]
    if not found:
        return None
    at, text = dice.choice(found)
    return with_text(scene, at, text + dice.choice(NEUTRAL))


def sentence_before(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """A neutral sentence before the first one of a paragraph."""
    del subject
    found = paragraphs(scene)
    if not found:
        return None
    at, text = dice.choice(found)
    return with_text(scene, at, dice.choice(NEUTRAL) + text)


def full_width_digits(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """The digits of a paragraph in full-width form."""
    del subject
    return _rewritten(scene, dice, lambda text: text.translate(_FULL))


def half_width_marks(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """The punctuation of a paragraph in half-width form."""
    del subject
    return _rewritten(scene, dice, lambda text: text.translate(_HALVED))


def full_width_marks(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """The punctuation of a paragraph in full-width form."""
    del subject
    return _rewritten(scene, dice, lambda text: _MARK.compiled.sub(lambda mark: _FULL_MARKS[mark[0]], text))


def spaced_numbers(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """A space on both sides of each number between Chinese characters."""
    del subject
    return _rewritten(scene, dice, lambda text: _NUMBER.sub(r" \1 ", text))


def thousands(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """Thousands separators in the counts of a paragraph."""
    del subject

    def separated(found: re.Match[str]) -> str:
        return f"{int(found[0]):,}"

    return _rewritten(scene, dice, lambda text: _LONG.compiled.sub(separated, text))


def _rewritten(scene: Scene, dice: Dice, write: Callable[[str], str]) -> Scene | None:
    """One paragraph written in another manner, where that makes any difference; never one with marks of code."""
    found = [(at, write(text)) for at, text in paragraphs(scene) if write(text) != text and not _MARKED.search(text)]
    return with_text(scene, *dice.choice(found)) if found else None
