"""The commands that are compared, as a user types them, from the environment that runs the benchmarks."""

import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "schemas" / "report" / "annual-2021.json"

_SCRIPTS = Path(sysconfig.get_path("scripts"))
OURS: tuple[str | Path, ...] = (_SCRIPTS / "xxgk-lint", "check", "--fail-on", "warning")
CHECK_JSONSCHEMA: tuple[str | Path, ...] = (_SCRIPTS / "check-jsonschema", "--schemafile", SCHEMA)
