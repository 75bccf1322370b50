"""How clerks write figures: plain, with separators, full-width, in Chinese numerals, rounded, as shares and growth."""

import random
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

from tests.prose.figures import Figures
from tests.prose.phrase import Phrase

GAP = re.compile(r"\{([^{}]+)\}")
_YEARS = frozenset({"year", "last", "next"})
# What a sentence may deny outright. A sentence that leaves out those carried in denies nothing.
_DENIED = frozenset(
    "handled disputes suits review review_corrected suits_corrected carried_out norms_issued penalties coercion "
    "licensing fees".split()
)
_STYLES = ("plain", "plain", "plain", "plain", "separated", "full-width", "spaced", "Chinese")
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_MYRIAD = 10_000


class Altered(NamedTuple):
    """Which gap of a sentence is given a wrong figure, and which."""

    gap: int
    figure: int


def fits(phrase: Phrase, figures: Figures) -> bool:
    """Whether a sentence can be written, and is true."""
    return all(figures.get(name) == 0 for name in phrase.none.split()) and _can_be_written(phrase, figures)


def is_untrue(phrase: Phrase, figures: Figures) -> bool:
    """Whether a sentence denies what the tables have."""
    denied = set(phrase.none.split()) & _DENIED
    return any(figures.get(name) for name in denied) and _can_be_written(phrase, figures)


def _can_be_written(phrase: Phrase, figures: Figures) -> bool:
    if any(not figures.get(name) for name in phrase.some.split()):
        return False
    return all(_known(gap, figures) for gap in _gaps(phrase.text))


class Gap(NamedTuple):
    """A gap of a sentence: the figure, and the one that it is a share of (``/``) or has grown from (``^``)."""

    name: str
    mark: str
    base: str


@cache
def _gaps(text: str) -> tuple[Gap, ...]:
    return tuple(map(_gap, GAP.findall(text)))


def _gap(text: str) -> Gap:
    mark = next((mark for mark in "/^|" if mark in text), "")
    name, _, base = text.partition(mark) if mark else (text, "", "")
    return Gap(name, mark, base if mark != "|" else "")


def _known(gap: Gap, figures: Figures) -> bool:
    if gap.base and not figures.get(gap.base):
        return False
    return gap.name in figures and not (gap.mark == "^" and figures[gap.name] == figures[gap.base])


def gaps_of(phrase: Phrase) -> list[tuple[int, str]]:
    """The gaps that hold a count as it stands in a table: number and name."""
    found = enumerate(_gaps(phrase.text))
    return [(at, gap.name) for at, gap in found if gap.name not in _YEARS and not gap.mark]


def write(phrase: Phrase, figures: Figures, dice: random.Random, altered: Altered | None = None) -> str:
    """The sentence, in one way of writing figures."""
    style, number, pieces, end = dice.choice(_STYLES), 0, [], 0
    for found in GAP.finditer(phrase.text):
        pieces.append(phrase.text[end : found.start()])
        wrong = altered.figure if altered is not None and altered.gap == number else None
        pieces.append(_said(_gap(found[1]), figures, style, dice) if wrong is None else _figure(wrong, style, dice))
        number, end = number + 1, found.end()
    return "".join((*pieces, phrase.text[end:]))


def _said(gap: Gap, figures: Figures, style: str, dice: random.Random) -> str:
    figure = figures[gap.name]
    if gap.mark == "/":
        return _percent(Decimal(100 * figure) / figures[gap.base], dice)
    if gap.mark == "^":
        change = Decimal(100 * (figure - figures[gap.base])) / figures[gap.base]
        return dice.choice(("增长", "上升") if change > 0 else ("下降", "减少")) + _percent(abs(change), dice)
    if gap.mark == "|":
        return _about(figure, dice)
    return str(figure) if gap.name in _YEARS else _figure(figure, style, dice)


def _figure(figure: int | Decimal, style: str, dice: random.Random) -> str:
    plain = format(figure.normalize(), "f") if isinstance(figure, Decimal) else str(figure)
    if style == "Chinese" and 0 < figure < _MYRIAD and figure == int(figure):
        return "两" if figure == 2 and dice.random() < 0.5 else _numeral(int(figure))
    if style == "separated":
        return f"{Decimal(plain):,f}".replace(",", dice.choice(",，"))
    if style == "full-width":
        return plain.translate(_FULL)
    return f" {plain} " if style == "spaced" else plain


def _numeral(number: int) -> str:
    """A number from 1 to 9999 as it is read: 三百零五, 十二."""
    text, zero = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + word
        zero = not digit and bool(text)
    return text.removeprefix("一") if text.startswith("一十") else text


def _percent(share: Decimal, dice: random.Random) -> str:
    """Rounded or cut off, with up to two digits behind the point; zeros behind it are left out as often as not."""
    digits = dice.randint(0, 2) if share == int(share) else dice.randint(1, 2)
    said = share.quantize(Decimal(1).scaleb(-digits), rounding=dice.choice((ROUND_HALF_UP, ROUND_DOWN)))
    return format(said.normalize() if dice.random() < 0.5 else said, "f")


def _about(figure: int | Decimal, dice: random.Random) -> str:
    """A figure as it is rounded in speech: 180.8万余, 5500余, 120.5."""
    if isinstance(figure, Decimal):
        return format(figure.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP), "f")
    if figure >= _MYRIAD:
        tenths = figure * 10 // _MYRIAD
        return f"{tenths // 10}.{tenths % 10}万" + dice.choice(("余", "多"))
    return f"{figure // 100 * 100}余" if figure > 1000 and figure % 100 else str(figure)
