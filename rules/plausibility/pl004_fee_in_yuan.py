"""Fees that were probably written in yuan where the form asks for 万元."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Pattern, Remark, Severity

_CELL = f"{TABLES['proactive']}/fees/amount"
_INDEX = CELL_INDEX[_CELL]
_AMOUNT = Pattern(r"(?<![\d.,])(\d[\d,]{0,14}(?:\.\d{1,6})?)\s*元")
_YUAN_HEADING = Pattern(r"收费金额.{0,8}(?<!万)元")
_BELOW_PROVINCE = frozenset({"prefectural", "county"})
_SMALLEST = 100


def check(here: Node) -> Iterator[Finding]:
    """Whether the text gives the same amount in yuan, or the amount is out of all proportion to the body."""
    heading = next((one for one in here.document.remarks if _in_yuan_by(one)), None)
    amount = here.case.figures[_INDEX]
    if heading and isinstance(amount, int | Decimal):
        yield _finding(amount, f"（“{heading.text[:30]}”）")
        return
    if not isinstance(amount, int | Decimal) or isinstance(amount, bool) or amount < _SMALLEST:
        return
    written = _in_yuan(here, amount)
    if written:
        at, words = written
        yield _finding(amount, f"（“{words}”）", at)
    elif _out_of_reach(here, amount):
        yield _finding(amount, "")
    elif _much_for_a_township(here, amount) or _whole_thousands(here, amount):
        yield _finding(amount, "")._replace(severity=Severity.INFO)


def _finding(amount: int | Decimal, sign: str, *related: str) -> Finding:
    """``sign``: the words that show it, "" where the amount alone does."""
    return Finding(_CELL, {"actual": f"{Decimal(amount):f}", "sign": sign}, related)


def _out_of_reach(here: Node, amount: int | Decimal) -> bool:
    """Whether no body below a province collects as much: cities with all their counties stay far below."""
    return here.identity.level in _BELOW_PROVINCE | {"township"} and amount >= here.option("local")


def _in_yuan_by(remark: Remark) -> bool:
    """Whether a heading of the table says that amounts are in yuan."""
    return remark.kind == "unknown-column" and _YUAN_HEADING.search(remark.text) is not None


def _much_for_a_township(here: Node, amount: int | Decimal) -> bool:
    return here.identity.level == "township" and amount > here.option("township")


def _whole_thousands(here: Node, amount: int | Decimal) -> bool:
    """Whether a local department writes thousands of 万元 without any decimal place."""
    who = here.identity
    local = who.kind == "department" and who.level in _BELOW_PROVINCE
    return local and isinstance(amount, int) and amount >= here.option("department")


def _in_yuan(here: Node, amount: int | Decimal) -> tuple[str, str] | None:
    """Where a text names fees of the same figure in yuan, and its words."""
    if "事业性收费" not in here.case.joined:
        return None
    figure = f"{Decimal(amount):f}"
    for at, text in here.texts:
        for sentence in re.split(r"[。；;\n]", text) if "事业性收费" in text else ():
            if "事业性收费" in sentence and figure in sentence.replace(",", ""):
                for found in _AMOUNT.finditer(sentence):
                    if Decimal(found[1].replace(",", "")) == amount:
                        return at, found[0]
    return None
