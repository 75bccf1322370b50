"""An equation with its figures, drawn so that a person can check it with a pencil; the cell in question is marked."""

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Styled

from lint.formatters.look import Look
from lint.formatters.words import DIFFERENCE
from lint.model.finding import Diagnostic, Term

MOST_COLUMNS = 9
NARROW = 60
LONGEST_LABEL = {"zh": 8, "en": 16}
_BROKEN = {"=": "≠", "<=": ">", ">=": "<", "<": "≥", ">": "≤"}


def draw(found: Diagnostic, look: Look) -> RenderableType:
    """The terms with their labels: as a table where it fits, else as one line."""
    shown = _shown(found)
    if len(shown) > MOST_COLUMNS or look.width < NARROW or look.ascii:
        return _line(found, shown, look)
    return _table(found, shown, look)


def _shown(found: Diagnostic) -> list[Term]:
    """All terms where they are few; of many only those that count, and the cell in question."""
    if len(found.terms) <= MOST_COLUMNS:
        return list(found.terms)
    return [term for term in found.terms if term.value not in ("0", None) or term.pointer == found.pointer]


def _line(found: Diagnostic, shown: list[Term], look: Look) -> Styled:
    line = Styled()
    for term, lead in zip(shown, _leads(found, shown), strict=True):
        line.append(f"{lead} " if lead else "")
        line.append(_label(found, term, look) + " ", style="dim")
        line.append(f"{term.value or 0} ", style="bold red" if term.pointer == found.pointer else "bold")
    line.append(_mending(found, look), style="magenta")
    return line


def _table(found: Diagnostic, shown: list[Term], look: Look) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="dim", box=None, padding=(0, 1))
    cells: list[Styled] = []
    for term, lead in zip(shown, _leads(found, shown), strict=True):
        if lead:
            table.add_column("")
            cells.append(Styled(lead, style="bold red" if lead in _BROKEN.values() else ""))
        table.add_column(_label(found, term, look), justify="center")
        marked = term.pointer == found.pointer
        cells.append(
            Styled(f"[{term.value or 0}]" if marked else str(term.value or 0), style="bold red" if marked else "")
        )
    if mending := _mending(found, look):
        table.add_column("")
        cells.append(Styled(mending, style="magenta"))
    table.add_row(*cells)
    return table


def _leads(found: Diagnostic, shown: list[Term]) -> list[str]:
    """What stands before each term: nothing, a sign, or the broken comparison."""
    leads = []
    side = "left"
    for number, term in enumerate(shown):
        sign = "-" if term.factor < 0 else "+"
        if term.side != side:
            side = term.side
            leads.append(_BROKEN.get(found.operator, "≠") + (" -" if term.factor < 0 else ""))
        else:
            leads.append(sign if number or term.factor < 0 else "")
    return leads


def _label(found: Diagnostic, term: Term, look: Look) -> str:
    words = found.labels.get(term.pointer)
    label = words.say(look.language) if words else term.pointer.rpartition("/")[2]
    label = label if len(label) <= LONGEST_LABEL[look.language] else f"{label[: LONGEST_LABEL[look.language]]}…"
    return f"{abs(term.factor)}×{label}" if abs(term.factor) != 1 else label


def _mending(found: Diagnostic, look: Look) -> str:
    difference = found.values.get("difference")
    return f"  {DIFFERENCE.say(look.language)} {difference}" if difference is not None else ""
