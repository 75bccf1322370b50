"""Puts rules, schemas and the compiled rules into a wheel, as ``lint/_bundle``.

Compiled, so that no start has to parse a hundred YAML files. Nothing of this goes into an editable install, where
rules and schemas are live: a static ``force-include`` would leave dead copies of them in its site-packages.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Bundle(BuildHookInterface):  # type: ignore[type-arg]  # generic in the builder's config, which nobody asks
    """Called by hatchling before and after it writes a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Names what goes into the wheel."""
        self.folder = Path(tempfile.mkdtemp(prefix="xxgk-lint-"))
        if version == "editable":
            return
        root = Path(self.root)
        compiled = self.folder / "compiled.json"
        compiled.write_text(compile_rules(root), encoding="utf-8", newline="\n")
        for path in (root / "rules", root / "schemas", compiled):
            build_data["force_include"][str(path)] = f"lint/_bundle/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Leaves nothing behind."""
        shutil.rmtree(self.folder)


def compile_rules(root: Path) -> str:
    """All rules as one JSON text. The path is added for this build process only: the sources are not installed yet."""
    sys.path.insert(0, str(root))
    from lint.rulebook.compiled import compile_bundle  # noqa: PLC0415 - importable from here on

    return compile_bundle(root)
