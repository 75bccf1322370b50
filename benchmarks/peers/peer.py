"""What a user would pick instead: the command, what it answers, and whether it is here."""

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from typing import Literal, TypeAlias

from benchmarks.commands import ROOT, Words
from lint.model.text import Text

Home: TypeAlias = Literal["here", "peers", "node"]
VENV = ROOT / ".venv-peers"
AJV = ROOT / "benchmarks" / "peers" / "ajv"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that checks reports, as a user types it.

    Its ``command`` is followed by names of files. ``folder`` are the words for all reports of the folder it runs in;
    without them all are named. ``package`` is what does the work, installed in its ``home``: the environment that runs
    the benchmarks, that of the peers, or the modules of Node. ``fault`` is what it can find: a sum that differs, or a
    place that does not fit the schema.
    """

    name: Text
    command: Words
    package: str
    home: Home
    fault: Literal["sum", "schema"]
    does: Text
    does_not: Text
    folder: Words = ()

    def over(self, names: Sequence[str]) -> Words:
        """The command over all reports of the folder that it runs in, which are these."""
        return (*self.command, *(self.folder or names))

    def version(self) -> str | None:
        """Of its package, as installed; ``None`` where it is not."""
        return version_of(self.package, self.home)

    def lacking(self) -> str | None:
        """Why it cannot be run here; ``None`` where it can."""
        if self.version() is None:
            return f"{self.package} is not installed (make peers)"
        return "node is not installed" if self.home == "node" and shutil.which("node") is None else None


def version_of(package: str, home: Home) -> str | None:
    """The version of a package, as installed; ``None`` where it is not."""
    if home == "node":
        described = AJV / "node_modules" / package / "package.json"
        return str(json.loads(described.read_text(encoding="utf-8"))["version"]) if described.is_file() else None
    path = sys.path if home == "here" else [str(found) for found in VENV.glob("lib/python*/site-packages")]
    return next((one.version for one in distributions(name=package, path=path)), None)
