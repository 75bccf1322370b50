"""Before a program is timed, it shows that it does the job: it finds the fault, and nothing where there is none."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import lint
from benchmarks.collection import BROKEN, write_collection
from benchmarks.commands import OURS, OURS_IN_PART, Words
from benchmarks.peers.peer import Peer
from benchmarks.reports import write_reports

CLEAN = 4
FAULTY = "0002.json"
_TABLE = "applications"


class Proof(NamedTuple):
    """Folders of the same reports, all of them clean or one with a fault, and the name of that one."""

    clean: Path
    faulty: Path
    name: str = FAULTY

    def refuted(self, command: Words) -> str | None:
        """Why a command that runs in either folder does not do the job; ``None`` where it does."""
        done = _run(command, self.clean)
        if done.returncode != 0:
            return f"exit code {done.returncode} where all is clean: {_last(done)}"
        done = _run(command, self.faulty)
        if done.returncode != 1 or self.name not in done.stdout + done.stderr:
            return f"does not find the fault: exit code {done.returncode}: {_last(done)}"
        return None


def proofs(folder: Path) -> dict[str, Proof]:
    """What each kind of peer has to find, below a folder; the clean reports have blanks that their sums allow."""
    return {fault: _proof(folder / fault, spoil) for fault, spoil in _FAULTS.items()}


def not_measurable(peers: Iterable[Peer], given: Mapping[str, Proof]) -> dict[str, str]:
    """The reason for each peer that cannot be measured, under its English name."""
    names = [path.name for path in sorted(given["sum"].clean.iterdir())]
    return _reasons((one, given[one.fault], one.over(names)) for one in peers)


def ours_refuted(given: Mapping[str, Proof]) -> list[str]:
    """The same for ours, which has to find either fault, in whole and in part, and to be that of this checkout."""
    imported = Path(lint.__file__).parent
    installed = _run((sys.executable, "-c", "import lint; print(lint.__path__[0])"), given["sum"].clean)
    if Path(installed.stdout.strip()) != imported:
        return [f"the command is that of {installed.stdout.strip()}, and what is measured in one process {imported}"]
    commands = ((*words, "--fail-on", "error", "--format", "plain", ".") for words in (OURS, OURS_IN_PART))
    told = [proof.refuted(words) for words in commands for proof in given.values()]
    return [reason for reason in told if reason is not None]


def columns_not_measurable(peers: Iterable[Peer], folder: Path, name: str) -> dict[str, str]:
    """The same for peers that read a collection of this name in the folder that they run in."""
    proof = Proof(folder / "clean", folder / "faulty", f"reports/{BROKEN - 1:07}.json")
    for made, broken in ((proof.clean, 0), (proof.faulty, BROKEN)):
        made.mkdir(parents=True)
        write_collection(made / name, BROKEN, broken)
    return _reasons((one, proof, (*one.command, name)) for one in peers)


def _reasons(asked: Iterable[tuple[Peer, Proof, Words]]) -> dict[str, str]:
    told = {peer.name.en: peer.lacking() or proof.refuted(command) for peer, proof, command in asked}
    return {name: reason for name, reason in told.items() if reason is not None}


def _proof(folder: Path, spoil: Callable[[Any], None]) -> Proof:
    proof = Proof(folder / "clean", folder / "faulty")
    for made in (proof.clean, proof.faulty):
        made.mkdir(parents=True)
        _change(write_reports(made, CLEAN)[0], _blank)
    _change(proof.faulty / proof.name, spoil)
    return proof


def _run(command: Words, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, check=False, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8"
    )


def _last(done: subprocess.CompletedProcess[str]) -> str:
    return " ".join((done.stderr or done.stdout).split())[-200:]


def _change(path: Path, change: Callable[[Any], None]) -> None:
    tree = json.loads(path.read_text(encoding="utf-8"))
    change(tree["sections"][_TABLE]["table"])
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def _blank(table: Any) -> None:
    """One row of zeros without figures: a blank part counts as nothing."""
    row = table["results"]["denied"]["state_secret"]
    row.update({column: None for column, value in row.items() if value == 0 and column != "total"})


def _wrong_total(table: Any) -> None:
    table["new"]["total"] += 1


def _no_number(table: Any) -> None:
    table["new"]["total"] = f"{table['new']['total']}件"


_FAULTS: Mapping[str, Callable[[Any], None]] = {"sum": _wrong_total, "schema": _no_number}
