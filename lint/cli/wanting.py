"""Which files a run of ``check`` is about: those named, or those of them that git chooses."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint.model.text import Language, Text
from lint.readers.files import Wanted, wanted

if TYPE_CHECKING:
    from lint.model.settings import Settings

HERE = (".",)
_CHANGED = Text(
    "自“{revision}”以来，{all} 个文件中 {changed} 个有改动，只查这些",
    "{changed} of {all} files changed since '{revision}'; only these are checked",
)
_DIFFERS = Text(
    "{path}: 与暂存的内容不同；检查的是文件夹中的文件",
    "{path}: differs from what is staged; the file in the folder is checked",
)


class Choice(NamedTuple):
    """What of the named files is wanted: all, those staged, those changed since a revision."""

    staged: bool
    revision: str | None

    def __bool__(self) -> bool:
        """Whether a tool chooses, not the user."""
        return self.staged or self.revision is not None


def files_of(paths: Sequence[str], settings: "Settings", choice: Choice, language: Language) -> Wanted:
    """The files of a run. Raises UsageError where git cannot say."""
    if not choice:
        return named_files(paths or HERE, settings)
    from lint.cli.revisions import chosen

    if choice.revision is None:
        found = _staged(paths, settings, language)
    else:
        found = _changed(paths, settings, choice.revision, language)
    return chosen(found, settings.include, settings.exclude)


def named_files(paths: Iterable[str], settings: "Settings") -> Wanted:
    """The files that paths mean, whatever git says."""
    return wanted(paths, settings.include, settings.exclude)


def _changed(paths: Sequence[str], settings: "Settings", revision: str, language: Language) -> Wanted:
    from lint.cli.output import complain
    from lint.cli.revisions import changed_since

    found = named_files(paths or HERE, settings)
    kept = changed_since(revision, found)
    counts = {"all": len(found.targets), "changed": len(kept.targets), "revision": revision}
    complain(_CHANGED.say(language).format(**counts))
    return kept


def _staged(paths: Sequence[str], settings: "Settings", language: Language) -> Wanted:
    """Where a hook names the files, those; else what is staged."""
    if paths:
        return named_files(paths, settings)
    from lint.cli.output import complain
    from lint.cli.revisions import staged, unnamed

    found, differing = staged()
    for path in differing:
        complain(_DIFFERS.say(language).format(path=path))
    return unnamed(named_files(found, settings))
