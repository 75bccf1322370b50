"""Without Arrow every other command works, and one that needs it says what to install."""

from pathlib import Path

from tests.cli.support_cli import CLEAN, run


def hidden(tmp_path: Path) -> dict[str, str]:
    """Variables under which no package is found that this test hides: as on a machine without it."""
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as util\n"
        "found = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name == 'pyarrow' else found(name, *more)\n",
        encoding="utf-8",
    )
    return {"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2]}"}


def test_without_arrow(tmp_path: Path) -> None:
    variables = hidden(tmp_path)
    collected = run("collect", CLEAN, "-o", tmp_path / "out.parquet", variables=variables)
    assert (collected.code, collected.out) == (2, "")
    assert "xxgk-lint[parquet]" in collected.err
    checked = run("check", tmp_path / "a.parquet", CLEAN, "-f", "json", "--lang", "en", variables=variables)
    assert checked.code == 2
    assert "pip install 'xxgk-lint[parquet]'" in checked.json["reports"][0]["findings"][0]["message"]
    assert checked.json["summary"]["reports"] == 1
    beside = run("check", CLEAN, "--members", tmp_path / "a.parquet", "-f", "json", "--lang", "en", variables=variables)
    assert beside.code == 2
    assert "pip install 'xxgk-lint[parquet]'" in beside.json["reports"][0]["findings"][0]["message"]
    assert beside.json["summary"]["reports"] == 1
