"""The files that a run writes are none that it checks: a list of findings reads like pieces of reports."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli.output import Sink, real
from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.readers.files import Wanted

_ITSELF = Text("输出会覆盖这份要检查的报告", "the output would replace this report, which is to be checked")


def _is_written(path: str, written: "set[str]") -> bool:
    """Whether a file is one of those that are written, or in a folder that is."""
    found = real(path)
    return found in written or any(str(above) in written for above in Path(found).parents)


def apart_from(wanted: "Wanted", outputs: Iterable[Sink]) -> "Wanted":
    """What is wanted, without the files that stand in a folder only because an earlier run wrote them there.

    Raises UsageError where one of them was named as a report.
    """
    written = {real(sink.path) for sink in outputs if sink.path is not None}
    own = {one.path: one.named for one in wanted.targets if written and _is_written(one.path, written)}
    for path, named in own.items():
        if named:
            raise UsageError(_ITSELF, path)
    if not own:
        return wanted
    targets = tuple(one for one in wanted.targets if one.path not in own)
    walked = {above: tuple(path for path in found if path not in own) for above, found in wanted.walked.items()}
    return wanted._replace(targets=targets, walked=walked)
