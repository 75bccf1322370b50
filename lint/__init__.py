"""xxgk-lint: checks the annual information-disclosure reports of Chinese government bodies.

The public names are loaded when first asked for, since the command must not pay for them at its start; their types
stand in ``__init__.pyi``.
"""

__version__ = "0.1.0"

_HOMES = {
    "Checked": "lint.model.run",
    "Diagnostic": "lint.model.finding",
    "Finding": "lint.model.finding",
    "LintError": "lint.model.errors",
    "Report": "lint.model.report",
    "Run": "lint.model.run",
    "Session": "lint.api",
    "Settings": "lint.model.settings",
    "Severity": "lint.model.finding",
    "Unreadable": "lint.model.errors",
    "check": "lint.api",
    "check_tree": "lint.api",
    "read": "lint.api",
}


def __getattr__(name: str) -> object:
    """A public name, from where it lives. Raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module 'lint' has no attribute '{name}'")
    from importlib import import_module  # noqa: PLC0415 - the start of the command does not need it

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*_HOMES, "__version__"]
