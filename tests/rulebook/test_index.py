"""The index of the bundled rules."""

import re
from pathlib import Path

from lint import resources
from lint.rulebook.book import load
from lint.rulebook.families import FAMILIES
from lint.rulebook.index import index

FOLDER = resources.bundle_root() / "rules"
RULES = load().rules
README = FOLDER / "README.md"


def test_the_index_is_not_stale() -> None:
    """``xxgk-lint rules index -o rules/README.md`` was run after the last change of a rule."""
    assert README.read_text(encoding="utf-8") == index(RULES, FOLDER)


def test_every_rule_stands_in_it_once() -> None:
    """With a link to its file, its name, severity, and both languages."""
    rows = [line for line in index(RULES, FOLDER).splitlines() if line.startswith("| [")]
    assert len(rows) == len(RULES)
    for rule, row in zip(RULES, rows, strict=True):
        link = re.match(r"\| \[(\w+)\]\(([^)]+)\) \| `([^`]+)`<br>", row)
        assert link is not None
        assert (link[1], link[3], (FOLDER / link[2]).is_file()) == (rule.id, rule.name, True)
        assert f"| {rule.severity.value} " in row


def test_every_family_has_a_name() -> None:
    assert {rule.family for rule in RULES} <= set(FAMILIES)


def test_cells_of_the_table_stay_cells() -> None:
    """Neither a bar nor a sign of mark-up in a title breaks the table."""
    odd = RULES[0]._replace(title=RULES[0].title._replace(zh="甲|乙<丙", en="a|b"), source=str(Path(FOLDER, "x.yaml")))
    (row,) = (line for line in index([odd], FOLDER).splitlines() if line.startswith("| ["))
    assert row.startswith(f"| [{odd.id}](x.yaml) | `{odd.name}`<br>甲\\|乙&lt;丙<br>a\\|b | ")
