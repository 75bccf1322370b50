"""The figures that a clerk has before him when he writes: those of the tables, sums of them, and counts of his own."""

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from lint.model.report import Tree

Figures: TypeAlias = Mapping[str, int | Decimal]
_RULES = {"issued": ("issued", "made"), "repealed": ("repealed",), "in_force": ("in_force",)}
_DENIED = {"internal": "internal", "process": "process", "enforcement": "enforcement_file"}
_GROUPS = {"review": "reconsideration", "direct": "litigation_direct", "after": "litigation_after_reconsideration"}
_OUTCOMES = ("upheld", "corrected", "other", "pending")


def figures_of(tree: Tree, before: Tree | None, dice: random.Random) -> Figures:
    """Every figure that a sentence may name; a sentence with one that is not here cannot be written."""
    found: dict[str, Any] = {"year": tree["year"], "last": tree["year"] - 1, "next": tree["year"] + 1}
    found |= _of_table_two(tree["sections"]["proactive"]["table"])
    found |= _of_table_three(tree["sections"]["applications"]["table"])
    found |= _of_table_four(tree["sections"]["disputes"]["table"])
    found |= _of_last_year(found, before, dice)
    found |= _his_own(found, dice)
    return {name: figure for name, figure in found.items() if figure is not None and figure >= 0}


def _of_table_two(table: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, row in (("rules", "regulations"), ("norms", "normative_documents")):
        for count, columns in _RULES.items():
            found[f"{name}_{count}"] = next((table[row][column] for column in columns if column in table[row]), None)
    for row in ("licensing", "penalties", "coercion"):
        found[row] = table[row]["decisions"]
    amount = table["fees"].get("amount")
    yuan = None if amount is None else Decimal(amount) * 10_000
    return {**found, "fees": amount, "fees_yuan": int(yuan) if yuan is not None and yuan == int(yuan) else None}


def _of_table_three(table: Mapping[str, Any]) -> dict[str, Any]:
    results, new = table["results"], table["new"]
    other = results["other"]
    single = "total" in other
    found = {
        "new": new["total"],
        "carried_in": table["carried_in"]["total"],
        "carried_out": table["carried_out"]["total"],
        "total": results["total"]["total"],
        "granted": results["granted"]["total"],
        "partial": results["partial"]["total"],
        **{group: _sum(results[group]) for group in ("denied", "unavailable", "not_processed")},
        "other_results": other["total"] if single else _sum(other),
        **{name: results["denied"][row]["total"] for name, row in _DENIED.items()},
        **{row: results["unavailable"][row]["total"] for row in ("not_held", "needs_creation", "unclear")},
        **{row: results["not_processed"][row]["total"] for row in ("petition", "repeated")},
        "natural": new["natural_person"],
        "organisations": new["total"] - new["natural_person"],
        "business": new["business"],
        "research": new["research"],
        "welfare": new["public_welfare"],
        "legal": new["legal_service"],
        "other_applicants": new["other"],
    }
    if not single:
        found |= {"not_supplemented": other["not_supplemented"]["total"], "other_other": other["other"]["total"]}
        found["fee_unpaid"] = other["fee_unpaid"]["total"]
    return {
        **found,
        "handled": found["new"] + found["carried_in"],
        "granted_partial": found["granted"] + found["partial"],
        "answered_new": found["total"] - found["carried_in"],
    }


def _of_table_four(table: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, group in _GROUPS.items():
        found |= {name: table[group]["total"], **{f"{name}_{one}": table[group][one] for one in _OUTCOMES}}
    found |= {"suits": found["direct"] + found["after"], "disputes": sum(found[name] for name in _GROUPS)}
    found |= {f"suits_{one}": found[f"direct_{one}"] + found[f"after_{one}"] for one in _OUTCOMES}
    return {**found, "review_closed": found["review"] - found["review_pending"]}


def _of_last_year(found: Mapping[str, Any], before: Tree | None, dice: random.Random) -> dict[str, Any]:
    """Of the report of last year; where nobody has it, any figure may have stood in it."""
    if before is None:
        return {f"before_{name}": found[name] * dice.randint(5, 15) // 10 for name in ("new", "total")}
    earlier = _of_table_three(before["sections"]["applications"]["table"])
    return {f"before_{name}": earlier[name] for name in ("new", "total")}


def _his_own(found: Mapping[str, Any], dice: random.Random) -> dict[str, Any]:
    online, half = dice.randint(0, found["new"]), dice.randint(0, found["new"])
    by_mail = dice.randint(0, found["new"] - online)
    on_site = found["new"] - online - by_mail
    lists = {"site": dice.randint(20, 900), "weixin": dice.randint(10, 900), "papers": dice.randint(1, 90)}
    most = found["fees"] if found["fees"] is not None else 1
    charged_a, charged_b = (10 * dice.randint(1, 150) for _ in range(2)) if most and dice.random() < 0.4 else (0, 0)
    parts = {f"{name}_part": dice.randint(0, found[name]) for name in ("granted", "unavailable", "review_upheld")}
    return {
        **parts,
        "about_land": parts["granted_part"] + parts["unavailable_part"],
        "review_part": dice.randint(parts["review_upheld_part"], found["review"]),
        "half_answered": min(half, found["total"]),
        "some_penalties": dice.randint(0, found["penalties"]),
        "online": online,
        "by_mail": by_mail,
        "on_site": on_site,
        "on_site_mail": by_mail + on_site,
        "first_half": half,
        "second_half": found["new"] - half,
        **lists,
        "published": sum(lists.values()),
        "few": dice.randint(2, 19),
        "some": dice.randint(20, 400),
        "many": dice.randint(1000, 90000),
        "charged": charged_a + charged_b,
        "charged_a": charged_a,
        "charged_b": charged_b,
        "charged_wan": Decimal(charged_a + charged_b) / 10_000,
        "notices": dice.randint(2, 30),
    }


def _sum(rows: Mapping[str, Mapping[str, int]]) -> int:
    return sum(row["total"] for row in rows.values())
