"""The Python file of a rule: its function ``check``, or why there is none."""

from collections.abc import Callable, Iterable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import TypeAlias

from lint.model.errors import RuleError
from lint.model.finding import Finding
from lint.model.nearest import did_you_mean
from lint.model.node import Node
from lint.model.place import Place
from lint.model.text import Text

Function: TypeAlias = Callable[[Node], Iterable[Finding]]

_NAME = "check"
_ASYNC = 0x80 | 0x200  # CO_COROUTINE, CO_ASYNC_GENERATOR
_ONE = Text("check 应是普通函数，只有一个参数 here", "check has to be a plain function with one argument, here")


def load_function(path: Path) -> Function:
    """The function ``check`` of a Python file, loaded under a private name.

    Raises RuleError: without a place where the file is missing, else with the line that does not run or fit.
    """
    module = _loaded(path)
    function = getattr(module, _NAME, None)
    if not callable(function):
        near = did_you_mean(_NAME, (name for name, value in vars(module).items() if callable(value)))
        words = Text(f"{path.name} 中没有函数 check{near.zh}", f"{path.name} has no function check{near.en}")
        raise RuleError(words, str(path))
    code = getattr(function, "__code__", None)
    if isinstance(code, CodeType) and not _takes_one(code, len(getattr(function, "__defaults__", None) or ())):
        raise RuleError(_ONE, str(path), Place(code.co_firstlineno))
    loaded: Function = function
    return loaded


def _takes_one(code: CodeType, defaults: int) -> bool:
    needed = code.co_argcount - defaults
    return needed <= 1 <= code.co_argcount and not code.co_kwonlyargcount and not code.co_flags & _ASYNC


def _loaded(path: Path) -> ModuleType:
    if not path.is_file():
        raise RuleError(Text(f"缺少同名文件 {path.name}", f"the file {path.name} beside the rule is missing"))
    name = f"_xxgk_lint_rule_{path.stem}"
    module = ModuleType(name)
    module.__file__ = str(path)
    try:
        # The loader itself, without the search for one: a start loads some hundred such files.
        SourceFileLoader(name, str(path)).exec_module(module)
    except (Exception, SystemExit) as error:
        raise RuleError(_words(path, error), str(path), _place(path, error)) from error
    return module


def _words(path: Path, error: BaseException) -> Text:
    # A syntax error carries the whole line behind its message; where it stands is told as the place.
    told = error.msg if isinstance(error, SyntaxError) else error
    kind = type(error).__name__
    return Text(f"{path.name} 无法加载（{kind}：{told}）", f"{path.name}: {kind}: {told}")


def _place(path: Path, error: BaseException) -> Place | None:
    """The line of the file that the error comes from: the innermost of its own."""
    if isinstance(error, SyntaxError):
        return Place(error.lineno, error.offset) if error.filename == str(path) else None
    line, trace = None, error.__traceback__
    while trace is not None:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == str(path) else line
        trace = trace.tb_next
    return Place(line) if line is not None else None
