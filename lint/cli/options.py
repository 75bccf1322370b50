"""Settings from the configuration file and the command line, each with where it came from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lint.cli.addresses import refuse_urls
from lint.cli.language import note_language
from lint.config import Config, load_config, waivers_of
from lint.model.address import Url, is_url
from lint.model.errors import ConfigError
from lint.model.report import Identity
from lint.model.settings import Settings
from lint.model.text import Text

DEFAULT = "default"
COMMAND_LINE = "command line"
_LISTS = ("select", "ignore", "rules", "include", "exclude", "previous", "members", "member-names")
_PATHS = ("rules", "previous", "members")
_FILES = ("baseline", "norms")
_HERE = ("rules", "baseline")  # what decides a run lies on this machine: nothing of a store is run, or excuses anything
_NO_URL = Text(
    "“{name}”中不能写存储中的地址：地址只能写在命令行上",
    "'{name}' cannot name an address in a store: addresses are given on the command line only",
)
NAMES = (
    "lang",
    "format",
    "fail-on",
    *_LISTS,
    "python-rules",
    "encoding",
    "agency",
    "kind",
    "level",
    "scope",
    *_FILES,
    "options",
    "waivers",
)
_DEFAULTS: dict[str, Any] = (
    {"format": "text", "fail-on": "error", "python-rules": True}
    | dict.fromkeys(_LISTS, ())
    | {"options": {}, "waivers": ()}
)


class Origin(NamedTuple):
    """The value of one setting, and where it came from."""

    value: Any
    source: str


def gather(given: Mapping[str, Any], config_file: Path | None) -> dict[str, Origin]:
    """Every setting: the command line wins over the file, the file over the default. Raises ConfigError."""
    config = load_config(Path.cwd(), config_file)
    language = _origin("lang", given, config).value
    if language is not None:
        note_language(language)
    return {name: _origin(name, given, config) for name in NAMES}


def _origin(name: str, given: Mapping[str, Any], config: Config) -> Origin:
    value = given.get(name.replace("-", "_"))
    if value not in (None, ()):
        if name in _HERE:
            refuse_urls((value,) if isinstance(value, str) else value, f"--{name}")
        return Origin(value, COMMAND_LINE)
    if name in config.values:
        return Origin(_from_file(name, config), str(config.source))
    return Origin(_DEFAULTS.get(name), DEFAULT)


def _from_file(name: str, config: Config) -> Any:
    value = config.values[name]
    if name in (*_PATHS, *_FILES) and any(map(is_url, (value,) if isinstance(value, str) else value)):
        raise ConfigError(_NO_URL.fill({"name": name}), str(config.source))
    if name in _PATHS and config.source is not None:
        return tuple(str(config.source.parent / path) for path in value)
    if name in _FILES and config.source is not None:
        return str(config.source.parent / value)
    return tuple(value) if isinstance(value, list) else value


def settings_of(origins: Mapping[str, Origin]) -> Settings:
    """The settings of a run."""
    value = {name: origin.value for name, origin in origins.items()}
    return Settings(
        select=_split(value["select"]),
        ignore=_split(value["ignore"]),
        fail_on=value["fail-on"],
        rules=tuple(Path(folder) for folder in value["rules"]),
        python_rules=value["python-rules"],
        include=tuple(value["include"]),
        exclude=tuple(value["exclude"]),
        encoding=value["encoding"],
        previous=tuple(value["previous"]),
        members=tuple(value["members"]),
        member_names=tuple(value["member-names"]),
        told=Identity(agency=value["agency"], kind=value["kind"], level=value["level"], scope=value["scope"]),
        options=value["options"],
        waivers=tuple(waivers_of(value["waivers"], origins["waivers"].source)),
        waivers_source=origins["waivers"].source,
        baseline=Path(value["baseline"]) if value["baseline"] else None,
        norms=_file(value["norms"]) if value["norms"] else None,
    )


def _file(path: str) -> Path | Url:
    return Url.of(path) if is_url(path) else Path(path)


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words may be given one by one or with commas between."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
