"""Old Word formats and those of other programs (.doc, .wps, .rtf, .odt), through an installed LibreOffice."""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.docx import outline_of as outline_of_docx
from lint.readers.files import read_bytes
from lint.readers.limits import OFFICE_BYTES, WORKER_SECONDS
from lint.readers.outline import Outline
from lint.readers.sniff import kind_of

_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_OPTIONS = (
    "--headless",
    "--norestore",
    "--nologo",
    "--nodefault",
    "--nolockcheck",
    "--convert-to",
    "docx:MS Word 2007 XML",
)
# A fresh profile for each run: no macro runs, nothing is fetched, no other instance is joined.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
</item>
</oor:items>
"""
_LIMITED = 'ulimit -c 0; ulimit -d "$1" 2>/dev/null; shift; exec "$@"'
_ABSENT = Text(
    "读取 .doc、.wps、.rtf、.odt 需要安装 LibreOffice（如 apt install libreoffice-writer）；也可以另存为 .docx",
    "reading .doc, .wps, .rtf and .odt needs an installed LibreOffice (apt install libreoffice-writer);"
    " or save the file as .docx",
)
_FAILED = Text(
    "LibreOffice 无法打开这个文件（可能已损坏或加密）", "LibreOffice cannot open the file: damaged or encrypted"
)
_SLOW = Text(
    f"LibreOffice 转换超过 {WORKER_SECONDS} 秒，已中止",
    f"LibreOffice took more than {WORKER_SECONDS} s and was stopped",
)


class Office:
    """LibreOffice, started once for many files: a start costs ten times what a file does."""

    def __init__(self) -> None:
        self._made: dict[bytes, bytes] = {}

    def expect(self, files: Iterable[bytes]) -> None:
        """Convert the files that will be asked for; what fails among them is tried again by itself when it is."""
        program = _program()
        if program is not None:
            with suppress(Unreadable):
                self._made = _converted(program, list(files))

    def outline_of(self, data: bytes) -> Outline:
        """The outline of a document that LibreOffice turns into .docx; places are those of that form.

        Raises Unreadable (LT001) where no LibreOffice is installed, or where it cannot open the file in 8 s.
        """
        made = self._made.get(_key(data))
        if made is None:
            program = _program()
            if program is None:
                raise Unreadable("LT001", _ABSENT)
            made = _converted(program, [data]).get(_key(data))
        if made is None:
            raise Unreadable("LT001", _FAILED)
        return outline_of_docx(made)


def is_installed() -> bool:
    """Whether there is a LibreOffice."""
    return _program() is not None


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _key(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _converted(program: str, files: Sequence[bytes]) -> dict[bytes, bytes]:
    """The files as .docx, those that could be converted. Raises Unreadable (LT001) where it takes too long."""
    with tempfile.TemporaryDirectory(prefix="xxgk-lint-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"{number:03}{_ending(data)}" for number, data in enumerate(files)]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        where = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        seconds = WORKER_SECONDS + len(files) - 1
        _run([program, where, *_OPTIONS, "--outdir", str(folder / "made"), *map(str, sources)], folder, seconds)
        made = [(data, folder / "made" / f"{source.stem}.docx") for source, data in zip(sources, files, strict=True)]
        return {_key(data): read_bytes(str(path)) for data, path in made if path.is_file()}


def _ending(data: bytes) -> str:
    """The ending that LibreOffice goes by; what is refused when its turn comes is only called something here."""
    try:
        return kind_of(data) or ".doc"
    except Unreadable:
        return ".doc"


def _run(command: list[str], folder: Path, seconds: int) -> None:
    """Run the program with limits where the system knows them; it and all it started end with the time."""
    posix = os.name == "posix"
    limited = ["/bin/sh", "-c", _LIMITED, "sh", str(OFFICE_BYTES // 1024), *command] if posix else command
    environment = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    with subprocess.Popen(  # noqa: S603 - a program of the system, no word of the file in its command
        limited,
        cwd=folder,
        env={**environment, "HOME": str(folder), "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=posix,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise Unreadable("LT001", _SLOW) from error
        finally:
            if posix:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.kill()
