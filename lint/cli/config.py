"""``xxgk-lint config``."""

from pathlib import Path

import click


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

    lines = []
    for name, origin in gather({}, config_file).items():
        value = origin.value
        if name == "lang" and value is None:
            value = default_language()
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        lines.append(f"{name:<10} {'-' if shown in (None, '') else shown}  ({origin.source})")
    say(lines)
    return 0
