"""Configuration: which file counts, what it may say, and what the command line overrules."""

from pathlib import Path

import pytest

from lint.config import load_config
from lint.formatters.table import FORMATTERS
from lint.model.errors import ConfigError
from tests.cli.support_cli import BROKEN, CLEAN, run_inside, write
from tests.cli.test_exit_codes import PYTHON, RULE

LINT, PROJECT = "lint.toml", "pyproject.toml"
TABLE = "[tool.xxgk-lint]\n"
DEFAULTS = {
    "lang": "zh", "format": "text", "fail-on": "error", "select": "-", "ignore": "-", "rules": "-",
    "python-rules": "true", "include": "-",
    "exclude": "-", "previous": "-", "members": "-", "member-names": "-", "encoding": "-", "agency": "-", "kind": "-",
    "level": "-", "scope": "-", "baseline": "-", "norms": "-", "waivers": "0",
}  # fmt: skip


def shown(cwd: Path, *arguments: str) -> dict[str, tuple[str, str]]:
    """What ``config show`` says: each setting, its value and its origin."""
    done = run_inside("config", "show", *arguments, cwd=cwd)
    assert (done.code, done.err) == (0, "")
    lines = [line.split(None, 1) for line in done.out.splitlines() if not line.startswith("options.")]
    return {name: (rest.rpartition("  (")[0], rest.rpartition("  (")[2][:-1]) for name, rest in lines}


def test_defaults(tmp_path: Path) -> None:
    assert shown(tmp_path) == {name: (value, "default") for name, value in DEFAULTS.items()}


FILES: dict[str, tuple[dict[str, str], str, str | None]] = {
    # Files below the folder above, where the command runs, the file that counts.
    "none": ({}, ".", None),
    "lint-toml": ({LINT: 'format = "json"'}, ".", LINT),
    "project": ({PROJECT: TABLE + 'format = "json"'}, ".", PROJECT),
    "project-quoted-table": ({PROJECT: '[tool."xxgk-lint"]\nformat = "json"'}, ".", PROJECT),
    "project-dotted-key": ({PROJECT: 'tool.xxgk-lint.format = "json"'}, ".", PROJECT),
    "project-without-table": ({PROJECT: '[project]\nname = "x"'}, ".", None),
    "project-of-others-that-is-broken": ({PROJECT: "[project\n"}, ".", None),
    "project-that-depends-on-it": ({PROJECT: '[project]\ndependencies = ["xxgk-lint"]'}, ".", None),
    "lint-toml-before-project": ({LINT: 'format = "json"', PROJECT: TABLE + 'format = "plain"'}, ".", LINT),
    "from-above": ({LINT: 'format = "json"'}, "a/b", LINT),
    "nearest": ({LINT: 'format = "plain"', "a/lint.toml": 'format = "json"'}, "a/b", "a/lint.toml"),
    "nearest-though-empty": ({LINT: 'format = "plain"', "a/lint.toml": ""}, "a/b", "a/lint.toml"),
    "nearest-with-a-table": ({LINT: 'format = "json"', "a/pyproject.toml": "[project]"}, "a/b", LINT),
    "byte-order-mark": ({LINT: '\ufeffformat = "json"'}, ".", LINT),
    "below-does-not-count": ({"a/lint.toml": 'format = "json"'}, ".", None),
}


@pytest.mark.parametrize(("files", "where", "counts"), FILES.values(), ids=FILES)
def test_which_file_counts(tmp_path: Path, files: dict[str, str], where: str, counts: str | None) -> None:
    """The nearest lint.toml or table, from the folder of the run upwards; never two at once."""
    (tmp_path / where).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write(tmp_path / name, content)
    found = load_config(tmp_path / where)
    assert found.source == (tmp_path / counts if counts else None)
    assert found.values == ({} if counts is None or not files[counts] else {"format": "json"})


def test_the_file_that_is_named(tmp_path: Path) -> None:
    """--config wins over every file that lies about."""
    write(tmp_path / LINT, 'format = "plain"')
    named = write(tmp_path / "other.toml", 'fail-on = "info"')
    assert shown(tmp_path, "--config", "other.toml")["fail-on"] == ("info", "other.toml")
    assert shown(tmp_path, "--config", "other.toml")["format"] == ("text", "default")
    assert load_config(tmp_path, named).values == {"fail-on": "info"}


REFUSED: dict[str, tuple[str, str, str]] = {
    # File, content, words in English.
    "unknown": (LINT, "colour = 1", "unknown key 'colour'"),
    "near": (LINT, 'fail_on = "error"', "unknown key 'fail_on'; did you mean 'fail-on'?"),
    "near-plural": (LINT, 'rule = ["a"]', "unknown key 'rule'; did you mean 'rules'?"),
    "a-table": (LINT, "[check]\n", "unknown key 'check'"),
    "table-in-lint-toml": (LINT, TABLE, "unknown key 'tool'"),
    "unknown-value": (LINT, 'lang = "fr"', "'lang' should be zh/en, not 'fr'"),
    "unknown-format": (LINT, 'format = "yaml"', f"'format' should be {'/'.join(FORMATTERS)}, not 'yaml'"),
    "text-for-list": (LINT, 'select = "AR"', "'select' should be array, not 'AR'"),
    "number-in-list": (LINT, "ignore = [1]", "'ignore/0' should be string, not '1'"),
    "truth": (LINT, "encoding = true", "'encoding' should be string, not 'true'"),
    "too-short": (LINT, 'select = ["A"]', "'select/0' is too short: 2 or more characters"),
    "short-reason": (
        LINT,
        '[[waivers]]\nrule = "YY001"\nreason = "x"',
        "'waivers/0/reason' is too short: 2 or more characters",
    ),
    "in-a-project": (PROJECT, TABLE + "colour = 1", "unknown key 'colour'"),
    "no-table": (PROJECT, "tool.xxgk-lint = 1", "tool.xxgk-lint should be a table"),
    "broken": (LINT, "format =", "the configuration cannot be read: Invalid value (at end of document)"),
    "doubled": (
        LINT,
        'lang = "zh"\nlang = "en"',
        "the configuration cannot be read: Cannot overwrite a value (at end of document)",
    ),
}


@pytest.mark.parametrize(("name", "content", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(tmp_path: Path, name: str, content: str, words: str) -> None:
    """In words, with the file."""
    path = write(tmp_path / name, content)
    with pytest.raises(ConfigError) as raised:
        load_config(tmp_path)
    assert (raised.value.source, raised.value.words.en) == (str(path), words)


@pytest.mark.parametrize(("name", "words"), [
    ("none.toml", "the configuration cannot be read: No such file or directory"),
    ("folder", "the configuration cannot be read: Is a directory"),
    (PROJECT, "there is no [tool.xxgk-lint] in it"),
])  # fmt: skip
def test_a_named_file_that_is_no_configuration(tmp_path: Path, name: str, words: str) -> None:
    """A file that is named must be one."""
    (tmp_path / "folder").mkdir()
    write(tmp_path / PROJECT, "[project]")
    with pytest.raises(ConfigError) as raised:
        load_config(tmp_path, tmp_path / name)
    assert raised.value.words.en == words


def test_show_says_where_each_setting_came_from(tmp_path: Path) -> None:
    other = tmp_path / "other"
    for folder in (other, tmp_path / "more"):
        folder.mkdir()
    path = write(tmp_path / LINT, (
        'lang = "en"\nformat = "plain"\nselect = ["AR", "ST002"]\nrules = ["more", "{other}"]\nexclude = ["old/*"]\n'
        'agency = "示例市水利局"\nkind = "department"\nlevel = "county"\nencoding = "gbk"\nscope = "own"\n'
    ).replace("{other}", str(other)))  # fmt: skip
    written = {
        "lang": "en", "format": "plain", "select": "AR, ST002", "rules": f"{tmp_path / 'more'}, {other}",
        "exclude": "old/*", "agency": "示例市水利局", "kind": "department", "level": "county", "encoding": "gbk",
        "scope": "own",
    }  # fmt: skip
    assert shown(tmp_path) == {
        name: (written[name], str(path)) if name in written else (value, "default") for name, value in DEFAULTS.items()
    }


OVERRULED: dict[str, tuple[str, tuple[str, ...], int, str]] = {
    # The file, the command line, exit code, how the output begins.
    "format": ('format = "json"', (), 1, '{"version": 1'),
    "format-overruled": ('format = "json"', ("-f", "plain"), 1, str(BROKEN)),
    "fail-on": ('fail-on = "never"', (), 0, str(BROKEN)),
    "fail-on-overruled": ('fail-on = "never"', ("--fail-on", "warning"), 1, str(BROKEN)),
    "lang": ('lang = "en"\nselect = ["CE006"]', (), 0, "checked 1 of 1"),
    "lang-overruled": ('lang = "en"\nselect = ["CE006"]', ("--lang", "zh"), 0, "已检查 1/1"),
    "select": ('select = ["CE006"]', (), 0, "已检查 1/1"),
    "select-overruled": ('select = ["CE006"]', ("--select", "AR"), 1, str(BROKEN)),
    "ignore": ('ignore = ["ALL"]\nselect = ["AR"]', (), 1, str(BROKEN)),
    "kind-overruled": (
        'kind = "department"\nselect = ["PL001"]',
        ("--kind", "government", "--level", "prefectural"),
        0,
        "已检查",
    ),
}


@pytest.mark.parametrize(("content", "arguments", "code", "begins"), OVERRULED.values(), ids=OVERRULED)
def test_the_command_line_beats_the_file(
    tmp_path: Path, content: str, arguments: tuple[str, ...], code: int, begins: str
) -> None:
    """Setting by setting; what it does not say stays as the file has it."""
    write(tmp_path / LINT, content)
    done = run_inside("check", BROKEN, *arguments, cwd=tmp_path)
    assert (done.code, done.err) == (code, "")
    assert done.out.startswith(begins)


def test_folders_of_rules_are_relative_to_the_file(tmp_path: Path) -> None:
    """Wherever below it the command runs."""
    write(tmp_path / LINT, 'rules = ["own"]\nselect = ["XX001"]')
    write(tmp_path / "own" / "own.yaml", RULE)
    write(tmp_path / "own" / "own.py", PYTHON % 'yield Finding("/year")')
    (tmp_path / "deep" / "down").mkdir(parents=True)
    done = run_inside("check", CLEAN, "-f", "plain", cwd=tmp_path / "deep" / "down")
    assert (done.code, done.out.splitlines()[0]) == (1, f"{CLEAN}:9:11: 错误 XX001 报告年度不好")


def test_a_report_never_configures_its_linter(tmp_path: Path) -> None:
    """The file beside a report counts only where the command runs there."""
    write(tmp_path / "in" / LINT, 'fail-on = "never"')
    report = write(tmp_path / "in" / "a.json", BROKEN.read_bytes())
    assert run_inside("check", report, cwd=tmp_path).code == 1
    assert run_inside("check", report, cwd=tmp_path / "in").code == 0


OPTION_RULE = RULE.replace(
    "severity:", "options: {longest: {type: integer, default: 5, about: {zh: 最长, en: longest}}}\nseverity:", 1
)


def test_options_of_rules(tmp_path: Path) -> None:
    """Each with its value and where it came from; one that no rule has is refused, by every command."""
    write(tmp_path / "own" / "own.yaml", OPTION_RULE)
    write(tmp_path / "own" / "own.py", PYTHON % 'yield Finding("/year") if here.options["longest"] == 7 else None')
    rules = 'rules = ["own"]\nselect = ["XX001"]\n'
    path = write(tmp_path / LINT, rules)
    lines = run_inside("config", "show", cwd=tmp_path).out.splitlines()
    assert "options.XX001.longest 5  (default)" in lines
    write(tmp_path / LINT, f"{rules}[options.XX001]\nlongest = 7")
    lines = run_inside("config", "show", cwd=tmp_path).out.splitlines()
    assert f"options.XX001.longest 7  ({path})" in lines
    assert run_inside("check", CLEAN, cwd=tmp_path).code == 1
    write(tmp_path / LINT, f"{rules}[options.XX001]\nlong = 7")
    for command in (("check", CLEAN), ("config", "show"), ("rules", "list")):
        done = run_inside(*command, cwd=tmp_path)
        assert (done.code, done.err) == (2, "xxgk-lint: 不认识的配置项“options.XX001.long”，是否想写“longest”？\n")


def test_options_are_tables(tmp_path: Path) -> None:
    path = write(tmp_path / LINT, "[options]\nNA002 = 7")
    with pytest.raises(ConfigError) as raised:
        load_config(tmp_path)
    assert (raised.value.source, raised.value.words.en) == (str(path), "'options/NA002' should be object, not '7'")
