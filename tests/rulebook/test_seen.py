"""Content is read again only where a rule file has moved, and never where one may have moved unseen."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.rulebook.seen import Stamp, note, recall, stamp_of

FOUND = "12345678"
LATER = time.time_ns() + 3600 * 10**9


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small bundle of our own."""
    made = tmp_path / "bundle"
    for name in ("rules/arithmetic/ar001.yaml", "schemas/layouts/annual-2021.yaml", "schemas/rule.schema.json"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("a: 1\n", encoding="utf-8")
    return made


def stamp(root: Path, code: str = "1") -> Stamp:
    """The stamp of a bundle that can be listed."""
    made = stamp_of(root, code)
    assert made is not None
    return made


def noted(root: Path) -> Path:
    """Note what fits the files as they are; the cache it is in."""
    cache = root.parent / "cache"
    cache.mkdir(exist_ok=True)
    path, text = note(cache, root, stamp(root), FOUND)
    path.write_text(text, encoding="utf-8")
    return cache


def test_what_was_noted_is_recalled_while_nothing_moves(root: Path) -> None:
    """The same files give the same stamp."""
    assert recall(noted(root), root, stamp(root)) == FOUND


def rewrite(root: Path) -> None:
    """Other content of the same length, its old date put back."""
    file = root / "rules/arithmetic/ar001.yaml"
    before = file.stat()
    while file.stat().st_ctime_ns == before.st_ctime_ns:  # the clock of a file system stands still for a moment
        file.write_text("a: 2\n", encoding="utf-8")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def touch(root: Path) -> None:
    """Another date alone."""
    os.utime(root / "rules/arithmetic/ar001.yaml", ns=(1, 1))


MOVES = {
    "rewritten-under-its-old-date": rewrite,
    "touched": touch,
    "lengthened": lambda root: (root / "schemas/rule.schema.json").write_text("a: 12\n", encoding="utf-8"),
    "added": lambda root: (root / "rules/ar002.yml").write_text("", encoding="utf-8"),
    "removed": lambda root: (root / "schemas/layouts/annual-2021.yaml").unlink(),
    "renamed": lambda root: (root / "rules/arithmetic").rename(root / "rules/sums"),
}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no date of change that cannot be put back")
def test_nothing_is_recalled_once_a_file_has_moved(root: Path, move: Callable[[Path], object]) -> None:
    """Whatever moved."""
    cache = noted(root)
    move(root)
    assert recall(cache, root, stamp(root)) is None


def test_other_code_recalls_nothing(root: Path) -> None:
    """A new version compiles anew."""
    assert recall(noted(root), root, stamp(root, "2")) is None


def test_other_files_and_hidden_ones_do_not_count(root: Path) -> None:
    """Python beside a rule is loaded from its own file in any case."""
    before = stamp(root).files
    for name in ("rules/arithmetic/ar001.py", "rules/.hidden.yaml", "rules/_draft.yaml", "rules/README.md"):
        (root / name).write_text("", encoding="utf-8")
    assert stamp(root).files == before


@pytest.mark.parametrize("content", ["", "a", "a\nb", "\udcff"], ids=["empty", "short", "of-others", "no-text"])
def test_a_corrupted_note_recalls_nothing(root: Path, content: str) -> None:
    """Nor does it stop anything."""
    cache = noted(root)
    (file,) = cache.iterdir()
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert recall(cache, root, stamp(root)) is None


def test_files_of_this_moment_are_not_relied_on(root: Path) -> None:
    """A second change might bear the same date as the first; an hour later none can."""
    made = stamp(root)
    assert (made.settled(made.latest + 1), made.settled(LATER)) == (False, True)


def test_a_folder_that_is_missing_or_a_link_is_left_to_the_closer_look(root: Path) -> None:
    """A link may lead round and round."""
    (root / "rules" / "again").symlink_to(root / "rules", target_is_directory=True)
    assert stamp_of(root, "1") is None
    assert stamp_of(root / "rules", "1") is None
