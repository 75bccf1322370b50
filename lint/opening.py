"""Files become reports: read whatever they are, or told as unreadable, or passed over."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from lint.model.errors import Unreadable
from lint.model.report import NO_REPORT, Identity, Report
from lint.model.run import Checked
from lint.readers import table
from lint.readers.files import COLLECTION, Target, has_form, has_trace, read_bytes, read_each, suffix_of, too_large
from lint.readers.limits import FILE_BYTES
from lint.readers.own import is_own_output
from lint.readers.table import CONVERTED, READERS, TEXTS, Asked, is_document

if TYPE_CHECKING:
    from lint.readers.labels import Indexes
    from lint.readers.office import Office

BATCH = 20  # so many files LibreOffice converts in one go
MANY = 20  # from so many files on, the faster parser is worth its import


class Opening:
    """How the files of a session are opened: in which encoding, with which labels; what may need LibreOffice with it.

    ``refuse`` makes the result of a file that cannot be read.
    """

    def __init__(
        self, encoding: str | None, labels: "Callable[[], Indexes]", refuse: Callable[[str, Unreadable], Checked]
    ) -> None:
        self.encoding = encoding
        self.labels = labels
        self.refuse = refuse
        self._office: Office | None = None
        self._expected: frozenset[str] = frozenset()

    def open_all(self, found: Sequence[Target], told: Identity) -> Iterator[Report | Checked]:
        """The report in each file, or that it is unreadable or was passed over; ``told`` says whose they are."""
        reads = read_each([target.path for target in found])
        for number, (target, read) in enumerate(zip(found, reads, strict=True)):
            if suffix_of(target.path) in CONVERTED:
                self._expect(found[number : number + BATCH])
            yield self._open(target, read, told, many=len(found) >= MANY)

    def _expect(self, coming: Sequence[Target]) -> None:
        """Let LibreOffice convert the files that it is needed for in one go, unless it has done so before."""
        paths = [target.path for target in coming if suffix_of(target.path) in CONVERTED]
        if len(paths) > 1 and paths[0] not in self._expected:
            from lint.readers.office import Office  # noqa: PLC0415 - only where such a file is read

            self._expected = frozenset(paths)
            self._office = self._office or Office()
            self._office.expect(data for data in map(_content, paths) if data is not None)

    def _open(self, target: Target, read: Callable[[], bytes], told: Identity, *, many: bool) -> Report | Checked:
        foreign = not target.named and suffix_of(target.path) not in READERS
        if foreign and suffix_of(target.path) == COLLECTION:  # the texts of reports may stand in it as they are
            return Checked(target.path, "passed_over")
        try:
            data = read()
        except Unreadable as error:
            return Checked(target.path, "passed_over") if foreign else self.refuse(target.path, error)
        if foreign and not (is_document(data) or has_form(data)):
            return Checked(target.path, "passed_over")
        if not target.named and is_own_output(data):
            return Checked(target.path, "passed_over")
        return self.open_bytes(target, data, told, many=many)

    def open_bytes(self, target: Target, data: bytes, told: Identity, *, many: bool) -> Report | Checked:
        """The same of the content of a file."""
        try:
            if len(data) > FILE_BYTES:
                raise too_large()
            return self.read(target.path, data, told, many=many)
        except Unreadable as error:
            if not target.named and (error.rule == NO_REPORT or not _may_be_report(target.path, data)):
                return Checked(target.path, "passed_over")
            return self.refuse(target.path, error)

    def read(self, source: str, data: bytes, told: Identity, *, many: bool) -> Report:
        """The report in the content of a file. Raises Unreadable."""
        return table.read(source, data, Asked(self.encoding, told, self.labels, many, self._office))


def _content(path: str) -> bytes | None:
    """The content of a file; None where it cannot be read, which is said when its turn comes."""
    try:
        return read_bytes(path)
    except Unreadable:
        return None


def _may_be_report(source: str, data: bytes) -> bool:
    """Whether an unreadable file in a folder must be taken for a report: any trace, or a format none can look into."""
    suffix = suffix_of(source)
    return (suffix in READERS and suffix not in TEXTS) or has_trace(data)
