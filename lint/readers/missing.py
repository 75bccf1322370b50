"""A format whose parser is not installed: said with what to install, never skipped."""

from lint.model.errors import Unreadable
from lint.model.text import Text

# The distribution that brings a module, and what of ours asks for it.
_INSTALL = {"pypdfium2": "xxgk-lint[pdf]", "lxml": "lxml", "python_calamine": "python-calamine"}


def missing(error: ModuleNotFoundError) -> Unreadable:
    """The refusal for a module that is not there; an error of our own is not hidden behind it."""
    name = (error.name or "").partition(".")[0]
    if name not in _INSTALL:
        raise error
    install = _INSTALL[name]
    return Unreadable(
        "LT001",
        Text(
            f"读取这种文件需要安装 {install}（pip install '{install}'）",
            f"reading such a file needs {install} (pip install '{install}')",
        ),
    )
