"""（六）其他处理 has three rows since edition 2021."""

from collections.abc import Iterator

from lint.authoring import EDITION_UNKNOWN, TABLES, Finding, Node, Undecided

_OTHER = f"{TABLES['applications']}/results/other"


def check(here: Node) -> Iterator[Finding]:
    """Whether a report of edition 2021 still has the one row of 2019."""
    if not here.case.single_other or not isinstance((here / _OTHER[1:]).value, dict):
        return
    if here.identity.edition is None:
        raise Undecided(EDITION_UNKNOWN)
    if here.identity.edition == "2021":
        yield Finding(_OTHER)
