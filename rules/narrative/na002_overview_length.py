"""How long section one is."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Severity


def check(here: Node) -> Iterator[Finding]:
    """Whether section one is far too short, or longer than asked."""
    length = sum([len(text) for _, text in here.texts])
    shortest, longest = here.option("shortest"), here.option("longest")
    if length < shortest or length > longest:
        length = len("".join("".join(text for _, text in here.texts).split()))
    if length < shortest and length + _beside_the_tables(here) < shortest:
        yield Finding("/sections/overview", {"actual": str(length), "bound": f"≥ {shortest}"})
    elif length > longest:
        yield Finding("/sections/overview", {"actual": str(length), "bound": f"≤ {longest}"}, (), Severity.INFO)


def _beside_the_tables(here: Node) -> int:
    """How many characters sections two to four have beside their tables, where some tell what belongs into one."""
    return len("".join("".join(text for at, text in here.case.texts if at.startswith(_BESIDE)).split()))


_BESIDE = tuple(f"/sections/{section}/paragraphs/" for section in ("proactive", "applications", "disputes"))
