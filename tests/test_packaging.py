"""The wheel, installed in an environment of its own and run from ``/``, is the same program as the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BROKEN = ROOT / "examples" / "broken" / "department.json"


def run(*command: str | Path, cwd: Path = ROOT, code: int = 0) -> str:
    # Without PYTHONPATH: only an installation may lend a python its modules.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of an environment that holds the wheel, and borrows its dependencies from this one."""
    venv = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", venv)
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site_packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # A folder named in a .pth is searched last, and its own .pth files (our editable install) are not read.
    (site_packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel)
    return python


@pytest.fixture(scope="module")
def bundled(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name.removeprefix("lint/") for name in archive.namelist() if name.startswith("lint/")}


@pytest.mark.parametrize("folder", ["rules", "schemas"])
def test_wheel_holds_every_file_of(folder: str, bundled: set[str]) -> None:
    files = {path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"}
    expected = {f"_bundle/{path.relative_to(ROOT).as_posix()}" for path in files}
    assert expected
    assert {name for name in bundled if name.startswith(f"_bundle/{folder}/")} == expected


@pytest.mark.parametrize("name", ["py.typed", "_bundle/compiled.json"])
def test_wheel_holds(name: str, bundled: set[str]) -> None:
    assert name in bundled


def test_wheel_from_the_sdist_is_the_same(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", tmp_path)
    (sdist,) = tmp_path.glob("*.tar.gz")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", tmp_path, sdist)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("output", ["json", "plain"])
def test_installed_from_the_root_folder_says_the_same_as_the_checkout(output: str, installed: Path) -> None:
    arguments = ("-m", "lint", "check", "--format", output, "--lang", "zh", BROKEN)
    outside = Path(installed.anchor)
    location = run(installed, "-c", "import lint; print(lint.__file__)", cwd=outside)
    assert Path(location).is_relative_to(installed.parents[1])
    said = run(installed, *arguments, cwd=outside, code=1)
    assert "AR0" in said  # a python that finds no program exits with 1 too
    assert said == run(sys.executable, *arguments, code=1)


def test_installed_command_is_on_the_path(installed: Path) -> None:
    assert run(installed.with_name("xxgk-lint"), "--version", cwd=Path(installed.anchor))
