"""The word that was probably meant."""

from collections.abc import Iterable

from lint.model.text import Text

NOTHING_NEAR = Text("", "")
_LONGEST = 100  # characters: longer words are no slips of the known ones, and comparing them takes long


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a word was probably meant to be, "" where none is near."""
    import difflib  # noqa: PLC0415 - only where something is wrong

    return next(iter(difflib.get_close_matches(word[:_LONGEST], list(known), n=1)), "")


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """``; did you mean 'x'?`` with the nearest of the known words, to stand behind a message; empty where none is."""
    near = nearest(word, known)
    return Text(f"，是否想写“{near}”？", f"; did you mean '{near}'?") if near else NOTHING_NEAR


def one_of(word: str, known: Iterable[str]) -> Text:
    """The nearest of the known words, or all of them where none is near."""
    words = list(known)
    near = did_you_mean(word, words)
    return near if near.en else Text(f"（可用：{'、'.join(words)}）", f" (known: {', '.join(words)})")
