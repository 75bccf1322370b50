"""What a run reads and what it writes, compared in one place: no output takes the place of what the user gave."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from lint.cli.output import Sink, Somewhere, is_device, real
from lint.model.address import is_url
from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.cli.options import Origin
    from lint.model.settings import Settings
    from lint.readers.files import Wanted

_ITSELF = Text("输出会覆盖这份要检查的报告", "the output would replace this report, which is to be checked")
_AMONG = Text(
    "输出会覆盖要检查的文件夹中的这个文件，而它不是本程序写的",
    "the output would replace this file of a folder to be checked, which this program did not write",
)
_INPUT = Text("输出会覆盖输入文件", "the output would replace the input itself")
_EARLIER = Text("输出会覆盖用来对比的往年报告", "the output would replace a report of an earlier year, to compare with")
_MEMBER = Text("输出会覆盖用来对比的下级报告", "the output would replace a report of a member, to compare with")
_BASELINE = Text("输出会覆盖基线", "the output would replace the baseline")
_NORMS = Text("输出会覆盖常值", "the output would replace the norms")
_CONFIGURATION = Text("输出会覆盖配置文件", "the output would replace the configuration")
_RULE = Text("输出会覆盖规则", "the output would replace a rule")
_OF_RULES = (".yaml", ".yml", ".py")

_Reads: TypeAlias = Callable[[str, str], bool]


class Read(NamedTuple):
    """What a run reads: a file, or a folder or pattern, and what is said where an output would replace it.

    ``among`` tells of a path and of the real name of an output below it whether that is read too.
    """

    path: str
    words: Text
    among: _Reads = lambda _, __: False


def read_beside(settings: "Settings", origins: "Mapping[str, Origin]", config: Path | None) -> tuple[Read, ...]:
    """All that a run reads beside the reports it is about."""
    reports = _among_reports(settings.exclude)
    return (
        *(Read(path, _EARLIER, reports) for path in settings.previous),
        *(Read(path, _MEMBER, reports) for path in settings.members),
        *(Read(os.fspath(path), _BASELINE) for path in (settings.baseline,) if path is not None),
        *(Read(os.fspath(path), _NORMS) for path in (settings.norms,) if path is not None),
        *(Read(os.fspath(path), _RULE, _among_rules) for path in settings.rules),
        *(Read(path, _CONFIGURATION) for path in _configurations(origins, config)),
    )


def read_for_rules(folders: tuple[str, ...]) -> tuple[Read, ...]:
    """All that a command about the rules reads: the bundled ones, those of folders, the configuration."""
    from lint.cli.options import gather, settings_of
    from lint.resources import bundle_root

    origins = gather({"rules": folders}, None)
    return (*read_beside(settings_of(origins), origins, None), rule_folder(bundle_root() / "rules"))


def input_file(path: Somewhere) -> Read:
    """The one file that a command reads."""
    return Read(os.fspath(path), _INPUT)


def rule_folder(path: Path) -> Read:
    """A folder of rules."""
    return Read(os.fspath(path), _RULE, _among_rules)


def refuse_replacing(outputs: Sequence[Sink], reads: Iterable[Read]) -> None:
    """Raises UsageError where an output would take the place of something that is read."""
    written = {real(sink.path): sink for sink in outputs if sink.path is not None and not _is_end(sink)}
    for read in reads if written else ():
        place = real(read.path)
        for name, sink in written.items():
            if _replaces(name, sink, read, place):
                raise UsageError(read.words, str(sink.path))


def apart_from(wanted: "Wanted", outputs: Iterable[Sink]) -> "Wanted":
    """What is wanted, without the files that stand in a folder only because an earlier run wrote them there.

    Raises UsageError where one of them was named as a report, or is no output of ours.
    """
    sinks = {real(sink.path): sink for sink in outputs if sink.path is not None}
    found = ((one, _written_as(one.path, sinks)) for one in wanted.targets) if sinks else ()
    own = {one.path: (one.named, sink) for one, sink in found if sink is not None}
    for path, (named, sink) in own.items():
        if not _is_end(sink):
            _refuse_foreign(path, sink, named=named)
    if not own:
        return wanted
    targets = tuple(one for one in wanted.targets if one.path not in own)
    walked = {above: tuple(path for path in found if path not in own) for above, found in wanted.walked.items()}
    return wanted._replace(targets=targets, walked=walked)


def _refuse_foreign(path: str, sink: Sink, *, named: bool) -> None:
    if named:
        raise UsageError(_ITSELF, path)
    from lint.readers.own import is_own_file

    if not sink.is_folder and not is_own_file(path):  # what may stand in a folder of pages is looked at before
        raise UsageError(_AMONG, path)


def _written_as(path: str, sinks: Mapping[str, Sink]) -> Sink | None:
    """The output that a file is, or the folder of pages that it is in."""
    found = real(path)
    if found in sinks:
        return sinks[found]
    folders = (above for above, sink in sinks.items() if sink.is_folder)
    return next((sinks[above] for above in folders if _is_below(found, above)), None)


def _replaces(name: str, sink: Sink, read: Read, place: str) -> bool:
    """Whether an output would take the place of what is read, or of a part of it; both by their real names too."""
    if place == name or (sink.is_folder and _is_below(place, name)):
        return True
    return is_url(place) == is_url(name) and read.among(read.path, name)


def _is_below(name: str, folder: str) -> bool:
    return name.startswith(folder.rstrip("/" if is_url(folder) else os.sep) + ("/" if is_url(folder) else os.sep))


def _among_reports(leave_out: tuple[str, ...]) -> _Reads:
    def among(path: str, name: str) -> bool:
        from lint.readers.files import is_pattern, wanted
        from lint.readers.own import is_own_file

        below = _is_below(name, real(path)) or is_pattern(path)
        if not _may_exist(name) or not (below or os.path.isdir(path)):  # noqa: PTH112 - plain strings
            return False
        found = (one.path for one in wanted((path,), (), leave_out).targets)
        return any(_is_called(one, name, below=below) and real(one) == name for one in found) and not is_own_file(name)

    return among


def _is_called(path: str, name: str, *, below: bool) -> bool:
    """Whether a file that a walk met may be that of a real name: so it is called, or it is a link. Looked at before
    the real name of each of thousands is asked for.
    """
    if is_url(path):
        return below
    return (below and os.path.basename(path) == os.path.basename(name)) or os.path.islink(path)  # noqa: PTH119, PTH114


def _among_rules(path: str, name: str) -> bool:
    return name.endswith(_OF_RULES) and _is_below(name, real(path)) and _may_exist(name)


def _may_exist(name: str) -> bool:
    return is_url(name) or os.path.isfile(name)  # noqa: PTH113 - plain strings


def _configurations(origins: "Mapping[str, Origin]", config: Path | None) -> Iterator[str]:
    """The configuration that was named, or from which any setting came."""
    from lint.cli.options import COMMAND_LINE, DEFAULT

    if config is not None:
        yield os.fspath(config)
    yield from {one.source for one in origins.values()} - {COMMAND_LINE, DEFAULT}


def _is_end(sink: Sink) -> bool:
    """Whether an output replaces nothing: a device takes what is written, and stays."""
    return sink.path is not None and not sink.is_folder and is_device(sink.path)
