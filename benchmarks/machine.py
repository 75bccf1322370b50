"""On what it was measured."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple


class Machine(NamedTuple):
    """What a reader has to know to judge the times; ``load`` is how many processes ran before the first measurement."""

    date: str
    processor: str
    cores: int
    system: str
    python: str
    node: str
    load: float


def machine() -> Machine:
    """This one, now."""
    return Machine(
        datetime.now(tz=UTC).date().isoformat(),
        _processor(),
        os.cpu_count() or 1,
        f"{platform.system()} {platform.machine()}",
        platform.python_version(),
        _node(),
        os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _node() -> str:
    try:
        done = subprocess.run(("/usr/bin/env", "node", "--version"), check=True, capture_output=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        return "-"
    return done.stdout.strip()
