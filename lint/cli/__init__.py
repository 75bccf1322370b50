"""The roof: click, the terminal and the environment."""

from lint.cli.main import main

__all__ = ["main"]
