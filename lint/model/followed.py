"""A quick look for words: one character is found in a text about ten times as fast as two, or as a pattern."""


def followed(text: str, sign: str, words: tuple[str, ...]) -> bool:
    """Whether a character stands anywhere with one of some words right behind it.

    Quickest where the character is the rarest of the whole word: 核 with 实 behind it, for 核实.
    """
    at = text.find(sign)
    while at >= 0:
        if text.startswith(words, at + 1):
            return True
        at = text.find(sign, at + 1)
    return False
