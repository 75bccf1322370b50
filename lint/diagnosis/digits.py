"""Slips of one figure: how the figure written came from the figure that was meant, told by their digits."""

from lint.diagnosis.relation import Figure

SCALES = (10, 100, 1000, 10000)


def distance(one: str, other: str) -> int:
    """Damerau-Levenshtein distance: characters changed, dropped, added, or two neighbours transposed."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        above, row = row, [i]
        for j, letter in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (char != letter))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == letter:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = above
    return row[-1]


def slip(actual: Figure | None, expected: Figure) -> str | None:
    """The pattern by which ``expected`` came to be written as ``actual``; None where there is none.

    A blank that should hold a figure is ``blank-as-zero``.
    """
    if actual == expected:
        return None
    if actual is None:
        return "blank-as-zero" if expected else None
    if actual == -expected:
        return "sign"
    if (actual < 0) != (expected < 0):
        return None
    return _scale(actual, expected) or _digit(_plain(actual), _plain(expected))


def _scale(actual: Figure, expected: Figure) -> str | None:
    if not actual or not expected:
        return None
    factors = (factor for factor in SCALES if actual == expected * factor or expected == actual * factor)
    return next((f"times-{factor}" for factor in factors), None)


def _plain(figure: Figure) -> str:
    """The digits, without a sign."""
    return (str(figure) if isinstance(figure, int) else f"{figure:f}").lstrip("-")


def _digit(actual: str, expected: str) -> str | None:
    # Longer figures than any count are not compared: it would take time that grows with the square.
    if max(len(actual), len(expected)) > 40 or distance(actual, expected) != 1:  # noqa: PLR2004
        return None
    if len(actual) == len(expected):
        return "digits-transposed" if sorted(actual) == sorted(expected) else "digit-changed"
    if len(actual) < len(expected):
        return "digit-dropped"
    doubled = (place for place in range(1, len(actual)) if actual[place] == actual[place - 1])
    repeated = any(actual[:place] + actual[place + 1 :] == expected for place in doubled)
    return "digit-repeated" if repeated else "digit-added"
