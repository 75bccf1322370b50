"""The language that was asked for is that of errors too, wherever in the program they come from."""

from pathlib import Path

import pytest

from tests.cli.support_cli import CLEAN, run_inside, write

PARQUET = pytest.mark.needs_module("pyarrow", "numpy")
STORE = pytest.mark.needs_module("fsspec")
ERRORS = [
    # Arguments, what is told in Chinese and in English.
    pytest.param(("check", CLEAN, "-f", "json:"), "没有写文件名", "names no file", id="check-options"),
    pytest.param(("check", "a::b://x"), "不支持多层地址", "addresses within addresses", id="check-store"),
    pytest.param(("check", CLEAN, "-o", "none/a"), "无法写入", "cannot be written", id="check-output"),
    pytest.param(("check", CLEAN, "--rules", "none"), "规则文件夹不存在", "no such folder of rules", id="check-rules"),
    pytest.param(("check", CLEAN, "--config", "wrong.toml"), "不认识的配置项", "unknown key", id="check-configuration"),
    pytest.param(
        ("collect", CLEAN, "-o", "none/a.parquet"), "无法写入", "cannot be written", id="collect", marks=PARQUET
    ),
    pytest.param(("collect", CLEAN, "-o", "a::b://x"), "多层地址", "within addresses", id="collect-store", marks=STORE),
    pytest.param(
        ("norms", "build", "none.parquet", "-o", "n.json"), "无法读取", "cannot be read", id="norms", marks=PARQUET
    ),
    pytest.param(("fix", "s3://b/x"), "只能用本机的文件", "takes files of this machine", id="fix"),
    pytest.param(("annotate", "a.docx", "-o", "b.docx"), "无法读取", "cannot be read", id="annotate"),
    pytest.param(("rules", "list", "--rules", "none"), "文件夹不存在", "no such folder", id="rules-list"),
    pytest.param(("rules", "test", "AR999"), "没有规则“AR999”", "there is no rule 'AR999'", id="rules-test"),
    pytest.param(("explain", "AR999"), "没有规则“AR999”", "there is no rule 'AR999'", id="explain"),
]


@pytest.mark.parametrize(("arguments", "chinese", "english"), ERRORS)
def test_errors(tmp_path: Path, arguments: tuple[str | Path, ...], chinese: str, english: str) -> None:
    write(tmp_path / "wrong.toml", "nope = 1\n")
    for language, locale, words in (("zh", "en_US.UTF-8", chinese), ("en", "zh_CN.UTF-8", english)):
        done = run_inside(*arguments, "--lang", language, cwd=tmp_path, variables={"LC_ALL": locale})
        assert (done.code, words in done.err) == (2, True), done.err


def test_errors_of_a_run_that_is_configured(tmp_path: Path) -> None:
    """The command line wins over the file, here too."""
    write(tmp_path / "lint.toml", 'lang = "en"\n')
    for more, words in (((), "cannot be written"), (("--lang", "zh"), "无法写入")):
        assert words in run_inside("check", CLEAN, "-o", "none/a", *more, cwd=tmp_path).err
    write(tmp_path / "lint.toml", 'lang = "en"\nbaseline = "s3://b/x"\n')
    assert "cannot name an address" in run_inside("check", CLEAN, cwd=tmp_path).err


def test_one_run_does_not_speak_for_the_next(tmp_path: Path) -> None:
    for more, words in ((("--lang", "en"), "there is no rule"), ((), "没有规则")):
        assert words in run_inside("explain", "AR999", *more, cwd=tmp_path).err
