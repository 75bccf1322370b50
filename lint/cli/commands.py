"""The commands of the group, each loaded when it is asked for: a start pays for its own command only."""

from importlib import import_module

import click

# In the order of the help text; each is a function of the same name in its module of lint.cli.
NAMES = ("check", "explain", "rules", "convert", "annotate", "fix", "baseline", "collect", "norms", "config")


class Commands(click.Group):
    """The group of the commands named above."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click asks for it
        """The names in the order of the table."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click asks for it
        """The command of a name; None where there is none."""
        if cmd_name not in NAMES:
            return None
        command: click.Command = getattr(import_module(f"lint.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word. Raises UsageError, with what may have been meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from lint.cli.slips import meant

            raise click.UsageError(f"{error.message} {meant(args[0], NAMES)}".rstrip(), error.ctx) from None
