"""The project's configuration: ``lint.toml``, or the table ``tool.xxgk-lint`` of ``pyproject.toml``."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lint import resources
from lint.engine.schemas import SchemaError, best_judge
from lint.model.errors import ConfigError
from lint.model.nearest import did_you_mean
from lint.model.pointer import steps
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.waiver import Waiver

NAME = "lint.toml"
PROJECT = "pyproject.toml"
TABLE = "xxgk-lint"
_TOO_SHORT = Text("配置项“{name}”太短，至少 {least} 个字", "'{name}' is too short: {least} or more characters")


class Config(NamedTuple):
    """What a configuration file says; ``source`` is None where there is no file."""

    values: Mapping[str, Any]
    source: Path | None


def load_config(start: Path, explicit: Path | None = None) -> Config:
    """The explicit file, else the nearest one in ``start`` or a folder above it, else none.

    Raises ConfigError for a file that cannot be read, is no TOML, or holds an unknown key or a wrong value.
    """
    if explicit is not None:
        values = _table(explicit, _parsed(explicit))
        if values is None:
            raise ConfigError(Text(f"其中没有 [tool.{TABLE}]", f"there is no [tool.{TABLE}] in it"), str(explicit))
        return _checked(explicit, values)
    for folder in (start, *start.parents):
        for path in (folder / NAME, folder / PROJECT):
            if path.is_file():
                values = _table(path, _parsed(path))
                if values is not None:
                    return _checked(path, values)
    return Config({}, None)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.name == PROJECT and not _may_hold_table(text):
            return {}
        import tomllib  # noqa: PLC0415 - only where there is a table for us

        return {name: _plain(value) for name, value in tomllib.loads(text, parse_float=Decimal).items()}
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        words = Text(f"配置文件无法读取：{reason}", f"the configuration cannot be read: {reason}")
        raise ConfigError(words, str(path)) from None


def _plain(value: Any) -> Any:
    """A value with every date as text: a schema knows no dates."""
    if isinstance(value, dict):
        return {name: _plain(below) for name, below in value.items()}
    if isinstance(value, list):
        return [_plain(below) for below in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def waivers_of(written: tuple[Mapping[str, Any], ...], source: str) -> "Iterator[Waiver]":
    """The waivers that a configuration holds. Raises ConfigError for a day that is none."""
    if not written:
        return
    import datetime  # noqa: PLC0415 - most configurations waive nothing

    from lint.model.waiver import Waiver  # noqa: PLC0415

    for number, one in enumerate(written, start=1):
        try:
            until = datetime.date.fromisoformat(one["until"]) if "until" in one else None
        except ValueError:
            words = Text(
                f"第 {number} 条豁免：没有这一天：{one['until']}", f"waiver {number}: no such day: {one['until']}"
            )
            raise ConfigError(words, source) from None
        yield Waiver(**{**one, "until": until})


def _may_hold_table(text: str) -> bool:
    """Whether a project's file may have a table for us: most have none, and need not be parsed."""
    header = ""
    for line in text.splitlines() if TABLE in text else ():
        header = line if line.lstrip().startswith("[") else header
        if TABLE in line.partition("=")[0] and "tool" in header + line:
            return True
    return False


def _table(path: Path, parsed: dict[str, Any]) -> dict[str, Any] | None:
    """Our table; None where the file is a project's and has none."""
    if path.name != PROJECT:
        return parsed
    tools = parsed.get("tool")
    table = tools.get(TABLE) if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(Text(f"tool.{TABLE} 应为一个表", f"tool.{TABLE} should be a table"), str(path))
    return table


def _checked(path: Path, values: dict[str, Any]) -> Config:
    schema = resources.schema("config.schema.json")
    errors = best_judge(schema)(values)
    if errors:
        raise ConfigError(_words(errors[0], list(schema["properties"])), str(path))
    return Config(values, path)


def _words(error: SchemaError, known: list[str]) -> Text:
    name = "/".join(steps(error.at))
    if error.keyword == "additionalProperties":
        near = did_you_mean(name, known)
        return Text(f"不认识的配置项“{name}”{near.zh}", f"unknown key '{name}'{near.en}")
    if error.keyword == "required":
        missing = error.values.get("missing", "")
        return Text(f"“{name}”缺少“{missing}”", f"'{name}' lacks '{missing}'")
    if error.keyword == "minLength":
        return _TOO_SHORT.fill({"name": name, "least": error.values.get("expected", "")})
    expected, actual = error.values.get("expected", ""), error.values.get("actual", "")
    return Text(f"配置项“{name}”应为 {expected}，却是“{actual}”", f"'{name}' should be {expected}, not '{actual}'")
