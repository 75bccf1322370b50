"""The floors of the house: imports go down only, and each floor knows its own third parties only."""

import sys
import tomllib
from itertools import chain
from pathlib import Path

import grimp
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
FORBIDDING = [contract for contract in CONTRACTS if contract["type"] == "forbidden"]


def test_every_contract_is_kept() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0


def test_every_third_party_is_named_in_a_contract() -> None:
    graph = grimp.build_graph("lint", include_external_packages=True, cache_dir=None)
    third_parties = {name for name in graph.modules if graph.is_module_squashed(name)} - sys.stdlib_module_names
    assert third_parties <= set(chain.from_iterable(contract["forbidden_modules"] for contract in FORBIDDING))


def test_every_floor_has_a_contract_about_third_parties() -> None:
    modules = (path for path in (ROOT / "lint").iterdir() if path.suffix in {"", ".py"} and path.name[0] != "_")
    covered = set(chain.from_iterable(contract["source_modules"] for contract in FORBIDDING))
    assert {f"lint.{path.stem}" for path in modules} <= covered
