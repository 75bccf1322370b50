"""Whether a worker would find what the user's own machine finds: the same program, rules and readers."""

import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import lint
from lint.model.errors import RuleError, UsageError
from lint.model.text import Text
from lint.readers.office import is_installed
from lint.resources import bundle_root
from lint.rulebook.sources import content_marks, files_below
from lint.storage.stores import driver_of, is_usable

_READERS = ("pypdfium2", "python_calamine", "pyarrow")
_UNLIKE = Text("工作进程所在的 {host} 与本机不同：{what}", "the worker on {host} is not like this machine: {what}")
_PROGRAM = Text("程序是另一个版本（{theirs}，本机 {ours}）", "another version of the program ({theirs}, here {ours})")
_RULES = Text("规则文件不同", "other rule files")
_NO_RULES = Text("规则文件夹无法读取", "the folder of rules cannot be read")
_LACKS = Text("没有 {names}", "it lacks {names}")


class Likeness(NamedTuple):
    """Marks of the program and of all rule files, which optional readers there are, and which stores are asked."""

    program: str
    rules: str
    readers: frozenset[str]
    schemes: frozenset[str] = frozenset()


def likeness_of(folders: tuple[Path, ...], schemes: frozenset[str] = frozenset()) -> Likeness:
    """That of this machine; ``folders`` are those of further rules. Raises RuleError where one cannot be read."""
    readers = {name for name in _READERS if find_spec(name) is not None}
    readers |= {"LibreOffice"} if is_installed() else set()
    return Likeness(f"{lint.__version__}+{_program()}", _rules(folders), frozenset(readers), schemes)


def refuse_unlike(ours: Likeness, theirs: Likeness, host: str) -> None:
    """Raises UsageError where a worker on ``host``, which asks this, might find something else."""
    drivers = {driver_of(scheme) for scheme in ours.schemes if not is_usable(scheme)}
    lacking = ", ".join(sorted((ours.readers - theirs.readers) | drivers))
    if ours.program != theirs.program:
        what = _PROGRAM.fill({"ours": ours.program, "theirs": theirs.program})
    elif ours.rules != theirs.rules:
        what = _RULES
    elif lacking:
        what = _LACKS.fill({"names": lacking})
    else:
        return
    raise UsageError(Text(_UNLIKE.zh.format(host=host, what=what.zh), _UNLIKE.en.format(host=host, what=what.en)))


def _program() -> str:
    """A mark of every module: between two releases one version number stands for many programs."""
    root = Path(lint.__file__).parent
    files = sorted(path for path in root.rglob("*.py") if "_bundle" not in path.parts)
    return _marked([f"{path.relative_to(root).as_posix()}:{zlib.crc32(path.read_bytes())}" for path in files])


def _rules(folders: tuple[Path, ...]) -> str:
    shipped = bundle_root()
    below = [shipped / "rules", shipped / "schemas", *folders]
    try:
        return _marked(content_marks(path for folder in below for path in files_below(folder)))
    except OSError as error:
        raise RuleError(_NO_RULES, str(error.filename)) from None


def _marked(marks: list[str]) -> str:
    return f"{zlib.crc32(' '.join(marks).encode()):08x}"
