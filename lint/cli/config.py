"""``xxgk-lint config``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lint.cli.options import Origin


@click.group()
def config() -> None:
    """配置。 The configuration."""


@config.command("show")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="配置文件 configuration file")
def show(config_file: Path | None) -> int:
    """显示每项设置及其来源。 Each setting and where it came from."""
    from lint.cli.options import gather
    from lint.cli.output import say
    from lint.cli.terminal import default_language
    from lint.rulebook.options import written

    origins = gather({}, config_file)
    options, waivers = origins.pop("options"), origins.pop("waivers")
    lines = []
    for name, origin in origins.items():
        value = origin.value
        if name == "lang" and value is None:
            value = default_language()
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        shown = written(shown) if isinstance(shown, bool) else shown
        lines.append(f"{name:<10} {'-' if shown in (None, '') else shown}  ({origin.source})")
    lines.append(f"{'waivers':<10} {len(waivers.value)}  ({waivers.source})")
    say(lines)
    say(_option_lines(options, config_file))
    return 0


def _option_lines(options: "Origin", config_file: Path | None) -> "Iterator[str]":
    """Each option that a rule has, the configured ones with their file. Raises ConfigError where one is unknown."""
    from lint.cli.book import chosen_book
    from lint.cli.options import DEFAULT
    from lint.rulebook.options import written

    for rule in chosen_book((), config_file).rules:
        for one in rule.options:
            source = options.source if one.name in options.value.get(rule.id, {}) else DEFAULT
            yield f"options.{rule.id}.{one.name} {written(one.value)}  ({source})"
