"""Labels of the form, recognised however they are typed: normalised text first, spelling variants after it."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from lint.model.layout import Label, Layout
from lint.model.text import Text
from lint.readers.invisible import INVISIBLE

# CJK Radicals Supplement: PDF text holds them for the characters beside them, and NFKC leaves them alone.
RADICALS = str.maketrans(
    dict(
        zip(
            "⺌⺜⺁⺇⺈⺊⺋⺍⺏⺐⺑⺒⺓⺔⺕⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
            "小日厂几刀卜卩小尢尢尢巳幺彑彐心扌攵无月歺母民氵氺灬爪爫丬牛犭王疋目示礻竹纟纟罒罒罒罓罓羊羊羋耂聿肉臼艹艹艹虎衤西西见角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
            strict=True,
        )
    )
)
_RADICAL = re.compile(f"[{chr(min(RADICALS))}-{chr(max(RADICALS))}]")
_DROPPED = re.compile(rf"[\s{INVISIBLE}]")
_PUNCTUATION = re.compile(r"[\"'“”‘’「」『』、,，.。:：;；()（）\[\]【】<>《》〈〉·•・*#|~—–\-_＿]")
_NUMERAL = re.compile(r"([一二三四五六七八九十]{1,2}|\d{1,2})[、.．]")
_NUMBERING = re.compile(r"^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．,，:：]+")
# No label, however it is spaced out, is longer; longer text is never folded for comparison.
LONGEST_TYPED = 400
# Folding leaves these characters as they are, and no numbering holds more than four of them.
_MORE_THAN_44 = re.compile(r"(?:[^\u4e00-\u9fff]*+[\u4e00-\u9fff]){45}")
LONGEST_LABEL = 40
_YEAR_IN_LABEL = re.compile(r"[(（]?20\d\d[)）年]?")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Text under NFKC, radicals unified, without any white space and zero-width characters."""
    text = unicodedata.normalize("NFKC", text)
    if _RADICAL.search(text):
        text = text.translate(RADICALS)
    return _DROPPED.sub("", text)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A label for comparison: folded, numbering cut off, punctuation dropped."""
    return _PUNCTUATION.sub("", _NUMBERING.sub("", folded(text)))


def is_longer(text: str) -> bool:
    """Whether a text is certain to be longer than LONGEST_LABEL, folded and without its numbering: a paragraph."""
    return len(text) > LONGEST_LABEL and _MORE_THAN_44.match(text) is not None


@lru_cache(maxsize=4096)
def numeral(text: str) -> str | None:
    """The numeral of a first-level heading, ``一`` to ``十`` or digits before 、 or a dot; None where there is none."""
    found = _NUMERAL.match(folded(text))
    return found[1] if found else None


class Match(NamedTuple):
    """A label found: its key, and whether the wording is an official one."""

    key: str
    official: bool


class Index:
    """Labels by their plain text: ``find`` gives the label that a text is, None where it is none."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._found: dict[str, Match] = {}
        self._labels = tuple(labels)
        self.find: Callable[[str], Match | None] = lru_cache(maxsize=1024)(self._find)
        for label in self._labels:
            for words in (label.words.zh, *label.official):
                self._found.setdefault(plain(words), Match(label.key, official=True))
            for words in label.variants:
                self._found.setdefault(plain(words), Match(label.key, official=False))
        self._longest = max(map(len, self._found), default=0)

    def _find(self, text: str) -> Match | None:
        if not 0 < len(text) <= LONGEST_TYPED or (self._longest <= LONGEST_LABEL and is_longer(text)):
            return None
        return self._found.get(plain(text))

    def near(self, text: str, least: int = 4) -> Match | None:
        """The one label of at least so many characters that a text is but for one character read wrongly."""
        words = plain(text) if 0 < len(text) <= LONGEST_TYPED else ""
        if len(words) < least:
            return None
        keys = {match.key for label, match in self._found.items() if _one_wrong(words, label)}
        return Match(keys.pop(), official=False) if len(keys) == 1 else None

    def begins(self, text: str) -> bool:
        """Whether a label, but not all of it, begins like this text."""
        start = plain(text) if len(text) <= LONGEST_TYPED else ""
        return bool(start) and any(label.startswith(start) and label != start for label in self._found)

    def official(self, key: str) -> tuple[str, ...]:
        """The official words of a label, folded."""
        labels = (label for label in self._labels if label.key == key)
        return tuple(folded(words) for label in labels for words in (label.words.zh, *label.official))

    def find_dated(self, text: str) -> Match | None:
        """As ``find``, also where a year stands inside the label: 本年（2023）制发件数."""
        return self.find(text) or self.find(_YEAR_IN_LABEL.sub("", folded(text)))


def _one_wrong(words: str, label: str) -> bool:
    return len(words) == len(label) and sum(1 for one, other in zip(words, label, strict=True) if one != other) == 1


class Indexes(NamedTuple):
    """All labels of all editions, by where they stand."""

    sections: Index
    blocks: Index
    block_columns: Index
    captions: Index
    groups: Index
    rows: Index
    columns: Index
    dispute_groups: Index
    outcomes: Index
    caption_rows: dict[str, tuple[str, ...]]
    section_words: frozenset[str]


def indexes(layouts: tuple[Layout, ...]) -> Indexes:
    """The labels of several editions together; the first layout wins where two say the same."""
    captions = {name: rows for layout in layouts for name, rows in layout.captions.items()}
    return Indexes(
        sections=_merged(layouts, "sections"),
        blocks=_merged(layouts, "blocks"),
        block_columns=_merged(layouts, "block_columns"),
        captions=Index(Label(name, Text(name, name)) for name in captions),
        groups=_merged(layouts, "groups"),
        rows=_merged(layouts, "rows"),
        columns=_merged(layouts, "columns"),
        dispute_groups=_merged(layouts, "dispute_groups"),
        outcomes=_merged(layouts, "outcomes"),
        caption_rows=captions,
        section_words=frozenset(
            words
            for layout in layouts
            for label in layout.sections
            for words in (label.words.zh, *label.official, *label.variants)
        ),
    )


def _merged(layouts: tuple[Layout, ...], name: str) -> Index:
    return Index(label for layout in layouts for label in getattr(layout, name))
