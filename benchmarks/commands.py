"""The commands that are compared, as a user types them, from the environment that runs the benchmarks."""

import sysconfig
from pathlib import Path
from typing import TypeAlias

Words: TypeAlias = tuple[str | Path, ...]

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "schemas" / "report" / "annual-2021.json"

_SCRIPTS = Path(sysconfig.get_path("scripts"))
OURS: Words = (_SCRIPTS / "xxgk-lint", "check", "--fail-on", "warning")
# What peers ask too: the schema, the form, the cells and the sums.
FAMILIES = ("SC", "ST", "CE", "AR")
OURS_IN_PART: Words = (*OURS, "--select", ",".join(FAMILIES))
COLLECT: Words = (_SCRIPTS / "xxgk-lint", "collect", ".", "-o")
CHECK_JSONSCHEMA: Words = (_SCRIPTS / "check-jsonschema", "--schemafile", SCHEMA)
