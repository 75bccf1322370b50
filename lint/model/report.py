"""A report as read: the tree, what the document has beyond it, and where everything stands."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from lint.model.place import Place
from lint.model.pointer import Pointer, parent
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.shape import Flat  # which knows reports

Tree: TypeAlias = dict[str, Any]
Places: TypeAlias = Mapping[Pointer, Place]


class Heading(NamedTuple):
    """A section heading as printed; ``section`` is its key, None where it is none of the six.

    ``paragraphs`` holds the text that stands under this very heading.
    """

    text: str
    section: str | None
    place: Place | None = None
    paragraphs: tuple[str, ...] = ()


class Remark(NamedTuple):
    """Something of the document that the tree cannot hold: an unknown row, a figure in full-width digits.

    ``kind`` is one of REMARKS; ``text`` is what the document prints.
    """

    kind: str
    pointer: Pointer
    text: str
    place: Place | None = None


REMARKS = (
    "full-width",  # digits or minus sign in full-width form, read as the number
    "separators",  # thousands separators, read as the number
    "placeholder",  # a sign for "none" such as / or 无, read as blank
    "unknown-row",  # a row of a table that is none of the form's
    "unknown-column",  # a column heading that is none of the form's
    "label",  # a row or column recognised, but not in the official wording
    "label-lost",  # a row of figures without a name of its own, told by its place among the others
    "order",  # a row that stands elsewhere than the form has it
    "header-lost",  # column headings not found; columns taken by position
    "caption-lost",  # a block of table two without its own caption
    "doubled-row",  # a row, or at its pointer a whole table, that stands twice
    "misplaced-table",  # a table that stands under another heading, which is the text
    "hidden-text",  # text that the document holds and does not show
    "hidden-sheet",  # a sheet of a workbook that is not shown, and was not read
    "tracked-changes",  # changes that nobody has accepted or rejected; read as accepted
    "struck-text",  # text with a line through it; not read
    "macro",  # a program in the document; never run
    "external-link",  # content of another file that the document links to; never fetched
    "no-value",  # a cell with a formula whose result is not stored
    "outside",  # a cell far outside of the tables
    "wrong-name",  # a file whose name says another format than its content
)


# The findings of the linter that say: this part was not read. With one of them the run ends with exit code 2.
UNREAD_RULES = ("LT005", "LT006", "LT009")
# That a file is no report at all.
NO_REPORT = "LT004"
# That no report of last year was found to compare with.
NOTHING_EARLIER = "LT013"


class Trouble(NamedTuple):
    """A part of the report that could not be read; questions about it are undecided, the run ends with exit 2."""

    rule: str
    pointer: Pointer
    words: Text
    place: Place | None = None


class Document(NamedTuple):
    """What the document has beyond the tree: every heading as found, and remarks."""

    headings: tuple[Heading, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Identity(NamedTuple):
    """Who reports on what year in which edition of the form; None is unknown.

    ``scope`` is set only where the user says whose figures the report gives: ``own`` or ``aggregated``.
    """

    agency: str | None = None
    kind: str | None = None
    level: str | None = None
    year: int | None = None
    edition: str | None = None
    scope: str | None = None


def _no_places() -> Places:
    return {}


class Report(NamedTuple):
    """One report: its source, tree, identity, document, troubles and places.

    ``find_places`` is called only when a place is asked for: a clean report never needs them. ``flat`` is the tree laid
    flat, where a reader has done so; another tree put in its stead makes it void: see :attr:`laid`.
    """

    source: str
    tree: Tree
    identity: Identity
    document: Document
    troubles: tuple[Trouble, ...] = ()
    find_places: Callable[[], Places] = _no_places
    flat: "Flat | None" = None

    @property
    def laid(self) -> "Flat | None":
        """The tree laid flat; None where nobody has done so."""
        flat = self.flat
        return flat if flat is not None and flat.tree is self.tree else None

    @property
    def handed_out(self) -> "Report":
        """The same without the tree laid flat: whoever gets it may change its tree in place."""
        return self if self.flat is None else Report(*self[:-1])

    def locate(self, pointer: Pointer) -> Place | None:
        """The place of a pointer, or of the nearest thing around it; None where nothing is known."""
        places = self.find_places()
        at: Pointer | None = pointer
        while at is not None:
            if at in places:
                return places[at]
            at = parent(at)
        return None
