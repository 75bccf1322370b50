"""One run of ``check``: its results in order, what is noted on the way, and the exit code that follows."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.api import Session
    from lint.cli.baseline import Noting
    from lint.model.run import Checked, Summary
    from lint.readers.files import Wanted


class Checking:
    """The files of a run and what came of them.

    ``stdin_name`` is the name under which standard input is checked too, None where it is not. ``chosen`` says that
    a tool chose the files, as a hook does: then it is no failure that none of them is a report. ``noting`` notes all
    results for a baseline: then findings make no failure either.
    """

    def __init__(
        self,
        session: "Session",
        wanted: "Wanted",
        stdin_name: str | None,
        *,
        chosen: bool = False,
        noting: "Noting | None" = None,
    ) -> None:
        self.session = session
        self.wanted = wanted
        self.stdin_name = stdin_name
        self.chosen = chosen
        self.noting = noting
        self.passed_over: set[str] = set()

    @property
    def count(self) -> int:
        """How many results there will be, but for what is said of other files."""
        return self.session.count(self.wanted.targets) + (self.stdin_name is not None)

    def results(self) -> "Iterator[Checked]":
        """All results, each noted."""
        for checked in self._all():
            if checked.state == "passed_over":
                self.passed_over.add(checked.source)
            if self.noting is not None:
                self.noting.add(checked)
            yield checked

    def _all(self) -> "Iterator[Checked]":
        if self.stdin_name is not None:
            yield self._standard_input(self.stdin_name)
        yield from self.session.unread_beside(self.wanted.targets)
        yield from self.session.check_targets(self.wanted.targets)
        yield from self.session.idle_excuses()

    def _standard_input(self, name: str) -> "Checked":
        from lint.readers.limits import FILE_BYTES

        if sys.stdin is None:
            raise UsageError(Text("标准输入已关闭", "standard input is closed"))
        return self.session.check_bytes(name, sys.stdin.buffer.read(FILE_BYTES + 1))

    def barren(self) -> tuple[str, ...]:
        """Once all results were seen: the folders and patterns in which no report was found at all."""
        return () if self.chosen else self.wanted.barren(frozenset(self.passed_over))

    def ending(self, counts: "Summary") -> int:
        """Once all results were seen: the exit code."""
        if self.barren():
            return 2
        return counts.exit_code(
            self.session.settings.fail_on if self.noting is None else "never", may_be_none=self.chosen
        )
