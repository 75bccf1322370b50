"""A machine with nothing but the program: an environment of its own, no variable and no file of ours."""

import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lint.readers.yaml_ import parse_yaml
from tests.cli.support_cli import ROOT, Done

# Nothing is downloaded: what is installed stands on packages that are lent.
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_CACHE_DIR": "1"}
SYSTEM = "/usr/local/bin:/usr/bin:/bin"


class Machine(NamedTuple):
    """Where programs lie, and a home."""

    programs: Path
    home: Path

    def run(self, *command: str | Path, cwd: Path, variables: Mapping[str, str] | None = None) -> Done:
        """Run a command with no more of an environment than a fresh machine has."""
        environment = {
            "PATH": f"{self.programs}:{SYSTEM}", "HOME": str(self.home), "LC_ALL": "C.UTF-8", **OFFLINE,
            **(variables or {}),
        }  # fmt: skip
        done = subprocess.run(
            [str(one) for one in command], cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", check=False, timeout=300,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr)


def bare_machine(folder: Path) -> Machine:
    """Python with pip, and nothing of this project."""
    venv = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    programs = venv / "bin"
    asked = [str(programs / "python"), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    own = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    # A folder named in a .pth is searched last, and its own .pth files (our editable install) are not read.
    (Path(own) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    (folder / "home").mkdir()
    return Machine(programs, folder / "home")


def machine_with_program(folder: Path) -> Machine:
    """The same, with the program installed as anybody would."""
    made = bare_machine(folder)
    done = made.run("python", "-m", "pip", "install", "--quiet", ROOT, cwd=folder)
    assert done.code == 0, done.err
    return made


def written(name: str) -> Any:
    """What stands in a YAML file of the checkout."""
    value, _ = parse_yaml((ROOT / name).read_text(encoding="utf-8"))
    return value
