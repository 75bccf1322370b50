"""One report as rules see it: its tree, its figures in the order of the form, its text."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from operator import itemgetter
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar

from lint.model.figures import SINGLE_PATH, Absent, Figures, read_figures
from lint.model.form import BLOCKS, CELL_INDEX, COLUMNS, EDITIONS, GROUPS, LEAD_IN, OUTCOMES, ROWS, TABLES
from lint.model.long_number import has_long_number
from lint.model.pointer import Pointer, covers, escape, matches, resolve, select
from lint.model.report import Report, Tree
from lint.model.undecided import NOTHING_BESIDE, Undecided

if TYPE_CHECKING:
    from lint.model.corpus import Corpus
    from lint.model.later import Cases, Years


def _cells_of(edition: str) -> tuple[Callable[[Figures], tuple[Any, ...]], ...]:
    """The cells of an edition outside table three, and all of them."""
    rows = [f"{TABLES['applications']}/{row}/{column}" for row in ROWS[edition] for column in COLUMNS]
    blocks = [f"{TABLES['proactive']}/{row}/{column}" for row, columns in BLOCKS[edition].items() for column in columns]
    groups = [f"{TABLES['disputes']}/{group}/{outcome}" for group in GROUPS for outcome in OUTCOMES]
    indexes = [[CELL_INDEX[cell] for cell in cells] for cells in ((*blocks, *groups), (*blocks, *rows, *groups))]
    return itemgetter(*indexes[0]), itemgetter(*indexes[1])


_CELLS_OF = {edition: _cells_of(edition) for edition in EDITIONS}
_FIRST, _BEYOND = (
    CELL_INDEX[f"{TABLES['applications']}/{cell}"] for cell in ("new/natural_person", "carried_out/total")
)


_OF_COLUMNS = tuple(slice(_FIRST + number, _BEYOND + 1, len(COLUMNS)) for number in range(len(COLUMNS)))


def rows_add_up(figures: Figures) -> bool:
    """Whether the six applicants of every row of edition 2021 make its total; False where a figure is no number."""
    try:
        *parts, totals = [figures[one] for one in _OF_COLUMNS]
        return list(map(sum, zip(*parts, strict=True))) == totals
    except TypeError:  # a blank, missing or unreadable figure
        return False


_Made = TypeVar("_Made")


def _light(columns: Any) -> Any:
    amount = columns.get("amount") if isinstance(columns, dict) else None
    return {**columns, "amount": (amount > 0) - (amount < 0)} if isinstance(amount, Decimal) else columns


class Case:
    """A report under question. Everything is computed once, when first asked for."""

    __slots__ = (
        "_before",
        "_below",
        "_blanks",
        "_decimals",
        "_figures",
        "_joined",
        "_laid",
        "_lead_in",
        "_made",
        "_numbered",
        "_odd_decimals",
        "_rows_add_up",
        "_selected",
        "_single",
        "_texts",
        "corpus",
        "report",
    )

    def __init__(self, report: Report, corpus: "Corpus | None" = None) -> None:
        self.report = report
        self.corpus = corpus
        self._laid = report.laid
        self._before: Years | None = None
        self._figures: Figures | None = None
        self._texts: list[tuple[Pointer, str]] | None = None
        self._joined: str | None = None
        self._lead_in: list[tuple[Pointer, str]] | None = None
        self._below: dict[Pointer, list[tuple[Pointer, str]]] = {}
        self._numbered: list[tuple[Pointer, str]] | None = None
        self._single: bool | None = None
        self._blanks = False
        self._decimals = False
        self._odd_decimals = False
        self._rows_add_up: bool | None = None
        self._selected: dict[Pointer, list[tuple[Pointer, object]]] = {}
        self._made: dict[Callable[[Case], Any], Any] = {}

    def once(self, make: "Callable[[Case], _Made]") -> _Made:
        """What a function makes of this report, made once however many rules ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        found: _Made = self._made[make]
        return found

    @property
    def figures(self) -> Figures:
        """Every cell in the order of ``form.CELLS``. A boolean counts as no figure."""
        if self._figures is None:
            cells = read_figures(self.report.tree) if self._laid is None else self._laid.cells
            self._figures = cells.figures
            self._blanks = NoneType in cells.others or NoneType in cells.amounts
            self._decimals = Decimal in cells.amounts or Decimal in cells.others
            self._odd_decimals = Decimal in cells.others
        return self._figures

    @property
    def has_odd_decimals(self) -> bool:
        """Whether a decimal number stands where the form has whole numbers."""
        if isinstance(self.report.tree.get("year"), Decimal):
            return True
        return bool(self.figures) and self._odd_decimals

    @property
    def light_tree(self) -> Tree:
        """The tree with whole numbers for the amounts: a schema validator takes long over exact decimals."""
        tree = self.report.tree
        if not self.figures or not self._decimals:
            return tree
        sections = tree["sections"]
        table = {row: _light(columns) for row, columns in sections["proactive"]["table"].items()}
        return {**tree, "sections": {**sections, "proactive": {**sections["proactive"], "table": table}}}

    @property
    def has_blanks(self) -> bool:
        """Whether any cell is blank."""
        return bool(self.figures) and self._blanks

    @property
    def rows_add_up(self) -> bool:
        """Whether the six applicants of every row of edition 2021 make its total: then no row is broken.

        False where one does not, where a figure is blank, missing or unreadable, and for any other layout.
        """
        if self._rows_add_up is None:
            self._rows_add_up = not self.single_other and rows_add_up(self.figures)
        return self._rows_add_up

    def has_all_cells(self, edition: str) -> bool:
        """Whether every cell of the form's edition stands in the report, blank or not."""
        outside, everything = _CELLS_OF[edition]
        known = self.rows_add_up and edition == "2021"
        return Absent not in set(map(type, (outside if known else everything)(self.figures)))

    @property
    def single_other(self) -> bool:
        """Whether （六）其他处理 is one row, as in edition 2019, rather than three."""
        if self._single is None:
            self._single = self._has_single_other()
        return self._single

    def _has_single_other(self) -> bool:
        at: Any = self.report.tree
        for step in SINGLE_PATH:
            at = at.get(step) if isinstance(at, dict) else None
        if not isinstance(at, dict) or not at:
            return self.report.identity.edition == "2019"
        return not isinstance(at.get("not_supplemented", at.get("fee_unpaid", at.get("other"))), dict)

    @property
    def texts(self) -> list[tuple[Pointer, str]]:
        """Title, lead-in and paragraphs with their pointers, in document order."""
        if self._texts is None:
            if self._laid is None:
                self._texts = _texts(self.report.tree)
            else:
                self._texts, self._lead_in = self._laid.texts
        return self._texts

    @property
    def lead_in(self) -> list[tuple[Pointer, str]]:
        """The pieces of text before section one and in it: there a report says when and on what basis it was made."""
        if self._lead_in is None:
            texts = self.texts
            if self._lead_in is None:
                self._lead_in = [piece for piece in texts if piece[0].startswith(LEAD_IN)]
        return self._lead_in

    @property
    def joined(self) -> str:
        """All text in one string, a line for each piece: for a quick look whether a pattern occurs at all."""
        if self._joined is None:
            laid = self._laid
            self._joined = laid.joined if laid is not None else "\n".join([text for _, text in self.texts])
        return self._joined

    @property
    def numbered(self) -> list[tuple[Pointer, str]]:
        """The pieces of text with a number of ten digits or more, however wide and spaced: somebody's, perhaps."""
        if self._numbered is None:
            any_has = has_long_number(self.joined)
            self._numbered = [one for one in self.texts if has_long_number(one[1])] if any_has else []
        return self._numbered

    def select(self, pattern: Pointer) -> list[tuple[Pointer, object]]:
        """Every place that fits a pattern, with its value; found once however many rules look there."""
        found = self._selected.get(pattern)
        if found is None:
            found = self._selected[pattern] = list(_selected(self.report.tree, pattern))
        return found

    def texts_below(self, pointer: Pointer) -> list[tuple[Pointer, str]]:
        """The pieces of text at or below a place, in document order; found once however many rules look there."""
        if not pointer:
            return self.texts
        found = self._below.get(pointer)
        if found is None:
            found = self._below[pointer] = [piece for piece in self.texts if piece[0].startswith(pointer)]
        return found

    def texts_at(self, patterns: tuple[Pointer, ...]) -> list[tuple[Pointer, str]]:
        """The pieces of text whose pointer fits one of the patterns, in document order."""
        return [(at, text) for at, text in self.texts if any(matches(pattern, at) for pattern in patterns)]

    @property
    def beside(self) -> "Corpus":
        """The reports given to compare with. Raises Undecided where nobody gave any."""
        if self.corpus is None:
            raise Undecided(NOTHING_BESIDE)
        return self.corpus

    @property
    def before(self) -> "Years":
        """The reports of the same body on earlier years, by year; a year of which two differ is left out.

        Raises Undecided where this report does not say which body or year it is of.
        """
        if self._before is None:
            self._before = self.beside.before(self.report)
        return self._before

    @property
    def last_year(self) -> "Case":
        """The report of the same body on the year before. Raises Undecided where there is none, or two differ."""
        return self.beside.last_year(self.report)

    @property
    def members(self) -> "Cases":
        """The reports of its members on the same year. Raises Undecided where there are none, or two of one differ."""
        return self.beside.members_of(self.report)

    def unread(self, pointer: Pointer) -> bool:
        """Whether a part that could not be read has to do with this place."""
        return any(
            covers(trouble.pointer, pointer) or covers(pointer, trouble.pointer) for trouble in self.report.troubles
        )


def _selected(tree: Tree, pattern: Pointer) -> Iterable[tuple[Pointer, object]]:
    if "*" in pattern:
        return select(tree, pattern)
    found, value = resolve(tree, pattern)
    return [(pattern, value)] if found else []


def _texts(tree: Tree) -> list[tuple[Pointer, str]]:
    title = tree.get("title")
    found = [("/title", title)] if isinstance(title, str) else []
    found += _numbered("/preamble/", tree.get("preamble"))
    sections = tree.get("sections")
    for key, section in sections.items() if isinstance(sections, dict) else ():
        if isinstance(section, dict):
            found += _numbered(f"/sections/{escape(key)}/paragraphs/", section.get("paragraphs"))
    return found


def _numbered(at: Pointer, pieces: Any) -> list[tuple[Pointer, str]]:
    if not isinstance(pieces, list):
        return []
    return [(f"{at}{number}", piece) for number, piece in enumerate(pieces) if isinstance(piece, str)]
