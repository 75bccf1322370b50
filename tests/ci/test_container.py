"""``Dockerfile``: built and run where docker works; what it is built from is complete anywhere."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support_cli import BROKEN, CLEAN, ROOT

IMAGE = "xxgk-lint-test"


def _docker(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = ("docker", *map(str, arguments))
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=900)


@pytest.fixture(scope="module")
def image() -> str:
    if _docker("info").returncode:
        pytest.skip("not run: a docker that works absent")
    done = _docker("build", "--tag", IMAGE, ROOT)
    assert done.returncode == 0, done.stderr
    return IMAGE


@pytest.mark.needs_program("docker")
@pytest.mark.parametrize(("path", "code"), [(CLEAN, 0), (BROKEN, 1)], ids=["clean", "broken"])
def test_the_container_checks_without_network_and_rights(path: Path, code: int, image: str) -> None:
    mounted = f"{path.parent}:/work:ro"
    done = _docker(
        "run", "--rm", "--network", "none", "--read-only", "--volume", mounted, image, "check", path.name
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert _docker("run", "--rm", "--entrypoint", "id", image, "-u").stdout == "1000\n"


def test_what_the_image_is_built_from_is_complete(tmp_path: Path) -> None:
    """All that .dockerignore lets in makes the same wheel as the checkout."""
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    context = tmp_path / "context"
    context.mkdir()
    for name in (line.removeprefix("!") for line in allowed if line.startswith("!")):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, context / name)
    made = [_wheel(folder, tmp_path / number) for folder, number in ((ROOT, "1"), (context, "2"))]
    assert made[0] == made[1]


def _wheel(source: Path, folder: Path) -> bytes:
    command = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel.read_bytes()
