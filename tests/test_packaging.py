"""The wheel, installed in an environment of its own and run from ``/``, is the same program as the checkout."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

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


@pytest.mark.parametrize(
    "name", ["py.typed", "_bundle/compiled.json", "formatters/page/page.css", "formatters/page/page.js"]
)
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


def test_installed_needs_no_cache_of_rules(installed: Path, tmp_path: Path) -> None:
    """The compiled rules of the wheel are taken, so nothing is compiled and kept at the first start."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    environment.pop("PYTHONPATH", None)
    command = (installed, "-m", "lint", "check", BROKEN)
    subprocess.run(command, cwd=installed.anchor, env=environment, capture_output=True, check=False)
    assert not list(tmp_path.rglob("*"))


def test_installed_command_is_on_the_path(installed: Path) -> None:
    assert run(installed.with_name("xxgk-lint"), "--version", cwd=Path(installed.anchor))


MACHINES = {
    "linux-x86_64": ("cpython", "linux", "x86_64", True),
    "linux-aarch64": ("cpython", "linux", "aarch64", True),
    "macos-arm64": ("cpython", "darwin", "arm64", True),
    "windows-x86_64": ("cpython", "win32", "AMD64", True),
    "linux-loongarch64": ("cpython", "linux", "loongarch64", False),
    "linux-sw_64": ("cpython", "linux", "sw_64", False),
    "windows-32-bit": ("cpython", "win32", "x86", False),
    "freebsd": ("cpython", "freebsd14", "amd64", False),
    "pypy": ("pypy", "linux", "x86_64", False),
}


@pytest.mark.parametrize("table", ["dependencies", "requires"])
@pytest.mark.parametrize(("implementation", "system", "machine", "wheels"), MACHINES.values(), ids=MACHINES)
def test_every_machine_is_asked_for_one_jsonschema(
    implementation: str, system: str, machine: str, wheels: bool, table: str
) -> None:
    """Those without wheels for the last one without Rust, and for nothing else that is not pure Python."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    here = {"implementation_name": implementation, "sys_platform": system, "platform_machine": machine}
    asked = map(Requirement, {**metadata["project"], **metadata["build-system"]}[table])
    names = [f"{one.name}{one.specifier}" for one in asked if one.marker and one.marker.evaluate(here)]
    pure = [name for name in names if name == "jsonschema<4.18,>=4.17.3"]
    assert len([name for name in names if name.startswith("jsonschema<")]) == 1
    assert (names == pure) is not wheels
