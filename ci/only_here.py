"""Run by dist/xxgk-lint.pyz before the program: whether its compiled parts are for this Python and this machine.

``site_packages``, the folder that the file was unpacked to, is given by shiv.
"""

import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

UNFIT = 2  # as for all that could not be checked


def unfit(folder: Path) -> bool:
    """Whether the parser of Word files was compiled for another Python or machine."""
    parts = folder / "lxml"
    return parts.is_dir() and not any((parts / f"etree{suffix}").is_file() for suffix in EXTENSION_SUFFIXES)


if unfit(Path(globals()["site_packages"])):
    here = f"Python {sys.version_info.major}.{sys.version_info.minor}, {sys.platform}"
    sys.stderr.write(
        f"xxgk-lint: 此文件不是为这里（{here}）制作的，请用制作时的 Python 版本运行，或在同类机器上重新制作\n"
        f"xxgk-lint: this file was not made for {here}: run it with the Python that it was made for, or make it on a"
        " machine like this one\n"
    )
    sys.exit(UNFIT)
