"""An equation with its figures, drawn so that a person can check it with a pencil; the cell in question is marked."""

from collections.abc import Callable
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Styled

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.words import DIFFERENCE
from lint.model.finding import Diagnostic, Term

MOST_COLUMNS = 9
WIDEST_LABEL = 16
MOST_LINES = 2
_GAP = 1
_SIDES = ("left", "right")
_BROKEN = {"=": "≠", "<=": ">", ">=": "<", "<": "≥", ">": "≤"}
_SIGNS = {"<=": "≤", ">=": "≥"}
_ASCII = {"≠": "!=", "≥": ">=", "≤": "<="}
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {"=": eq, "<=": le, ">=": ge, "<": lt, ">": gt}


def draw(found: Diagnostic, look: Look, width: int) -> RenderableType:
    """The terms with their labels: as a table where it fits into the width, else as one line."""
    shown = _shown(found)
    leads = _leads(found, shown, look)
    labels = [_label(found, term, look) for term in shown]
    tall = any(cell_len(label) > MOST_LINES * WIDEST_LABEL for label in labels)
    if tall or len(shown) > MOST_COLUMNS or _needed(shown, leads, labels, _mending(found, look)) > width:
        return _line(found, list(zip(shown, leads, labels, strict=True)), look)
    return _table(found, list(zip(shown, leads, labels, strict=True)), look)


def _shown(found: Diagnostic) -> list[Term]:
    """All terms where they are few; of many only those that count, and the cell in question."""
    if len(found.terms) <= MOST_COLUMNS:
        return list(found.terms)
    return [term for term in found.terms if term.value not in ("0", None) or term.pointer == found.pointer]


def _needed(shown: list[Term], leads: list[str], labels: list[str], mending: str) -> int:
    """How many columns of a terminal the table takes: labels are wrapped, so each takes as many as its widest line."""
    cells = [min(cell_len(label), WIDEST_LABEL) for label in labels]
    figures = [len(_figure(term)) + 2 for term in shown]
    columns = [max(pair) for pair in zip(cells, figures, strict=True)]
    columns += [cell_len(lead) for lead in leads if lead]
    columns += [cell_len(mending)] if mending else []
    return sum(columns) + _GAP * (len(columns) - 1)


def _line(found: Diagnostic, parts: list[tuple[Term, str, str]], look: Look) -> Styled:
    line = Styled()
    for term, lead, label in parts:
        line.append(f"{lead} " if lead else "")
        line.append(f"{label} ", style="dim")
        line.append(f"{_marked(found, term)} ", style="bold red" if term.pointer == found.pointer else "bold")
    line.append(f" {_mending(found, look)}", style="magenta")
    return line


def _table(found: Diagnostic, parts: list[tuple[Term, str, str]], look: Look) -> Table:
    table = Table(
        show_edge=False, pad_edge=False, collapse_padding=True, header_style="dim", box=None, padding=(0, _GAP)
    )
    cells: list[Styled] = []
    for term, lead, label in parts:
        if lead:
            table.add_column("")
            cells.append(Styled(lead, style="" if lead in {"+", "-"} else "bold red"))
        table.add_column(Styled(label, overflow="fold"), justify="center", max_width=WIDEST_LABEL)
        cells.append(Styled(_marked(found, term), style="bold red" if term.pointer == found.pointer else ""))
    if mending := _mending(found, look):
        table.add_column("")
        cells.append(Styled(mending, style="magenta"))
    table.add_row(*cells)
    return table


def _leads(found: Diagnostic, shown: list[Term], look: Look) -> list[str]:
    """What stands before each term: nothing, a sign, or the comparison as the figures have it."""
    true = _signed(_true_sign(found), look)
    leads = []
    side = "left"
    for number, term in enumerate(shown):
        sign = "-" if term.factor < 0 else "+"
        if term.side != side:
            side = term.side
            leads.append(true + (" -" if term.factor < 0 else ""))
        else:
            leads.append(sign if number or term.factor < 0 else "")
    return leads


def _true_sign(found: Diagnostic) -> str:
    """A relation is drawn as it is broken, a condition as it holds: what is drawn is always true."""
    left, right = (sum((_amount(term) for term in found.terms if term.side == side), Decimal()) for side in _SIDES)
    holds = _HOLDS.get(found.operator)
    if holds is None or not holds(left, right):
        return _BROKEN.get(found.operator, "≠")
    return _SIGNS.get(found.operator, found.operator)


def _amount(term: Term) -> Decimal:
    return term.factor * Decimal(term.value or 0)


def _signed(sign: str, look: Look) -> str:
    return sign if look.draws else _ASCII.get(sign, sign)


def _marked(found: Diagnostic, term: Term) -> str:
    return f"[{_figure(term)}]" if term.pointer == found.pointer else _figure(term)


def _figure(term: Term) -> str:
    return escape(str(term.value or 0))


def _label(found: Diagnostic, term: Term, look: Look) -> str:
    words = found.labels.get(term.pointer)
    label = words.say(look.language) if words else term.pointer.rpartition("/")[2]
    times = f"{abs(term.factor)}{'×' if look.draws else '*'}" if abs(term.factor) != 1 else ""
    return look.shown(escape(times + label))


def _mending(found: Diagnostic, look: Look) -> str:
    difference = found.values.get("difference")
    return look.shown(f"{DIFFERENCE.say(look.language)} {escape(difference)}") if difference is not None else ""
