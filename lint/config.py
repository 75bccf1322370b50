"""The project's configuration: ``lint.toml``, or the table ``tool.xxgk-lint`` of ``pyproject.toml``."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from lint import resources
from lint.engine.schemas import SchemaError, best_judge
from lint.model.errors import ConfigError
from lint.model.pointer import steps
from lint.model.text import Text

NAME = "lint.toml"
PROJECT = "pyproject.toml"
TABLE = "xxgk-lint"


class Config(NamedTuple):
    """What a configuration file says; ``source`` is None where there is no file."""

    values: Mapping[str, Any]
    source: Path | None


def load_config(start: Path, explicit: Path | None = None) -> Config:
    """The explicit file, else the nearest one in ``start`` or a folder above it, else none.

    Raises ConfigError for a file that cannot be read, is no TOML, or holds an unknown key or a wrong value.
    """
    if explicit is not None:
        return _checked(explicit, _table(explicit, _parsed(explicit)))
    for folder in (start, *start.parents):
        for path in (folder / NAME, folder / PROJECT):
            if path.is_file():
                values = _table(path, _parsed(path))
                if values is not None:
                    return _checked(path, values)
    return Config({}, None)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        if path.name == PROJECT and f"tool.{TABLE}" not in text:
            return {}
        import tomllib  # noqa: PLC0415 - only where there is a table for us

        return tomllib.loads(text, parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise ConfigError(
            Text(f"配置文件无法读取：{error}", f"the configuration cannot be read: {error}"), str(path)
        ) from None


def _table(path: Path, parsed: dict[str, Any]) -> dict[str, Any] | None:
    if path.name != PROJECT:
        return parsed
    table = parsed.get("tool", {}).get(TABLE)
    return table if isinstance(table, dict) else None


def _checked(path: Path, values: dict[str, Any] | None) -> Config:
    schema = resources.schema("config.schema.json")
    errors = best_judge(schema)(values or {})
    if errors:
        raise ConfigError(_words(errors[0], list(schema["properties"])), str(path))
    return Config(values or {}, path)


def _words(error: SchemaError, known: list[str]) -> Text:
    name = "/".join(steps(error.at))
    if error.keyword == "additionalProperties":
        import difflib  # noqa: PLC0415

        near = difflib.get_close_matches(name, known, n=1)
        zh, en = (f"，是否想写“{near[0]}”？", f"; did you mean '{near[0]}'?") if near else ("", "")
        return Text(f"不认识的配置项“{name}”{zh}", f"unknown key '{name}'{en}")
    expected, actual = error.values.get("expected", ""), error.values.get("actual", "")
    return Text(f"配置项“{name}”应为 {expected}，却是“{actual}”", f"'{name}' should be {expected}, not '{actual}'")
