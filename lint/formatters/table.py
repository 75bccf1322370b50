"""All formats in one table: one new format is one new file and one new line. Each is imported when it is asked for."""

from importlib import import_module

from lint.formatters.rendering import FolderFormatter, Formatter

# The module below this package, and its function.
FORMATTERS: dict[str, tuple[str, str]] = {
    "text": ("quiet", "render"),
    "plain": ("plain", "render"),
    "json": ("json_", "render"),
    "jsonl": ("json_", "render_lines"),
    "sarif": ("sarif", "render"),
    "junit": ("junit", "render"),
    "github": ("github", "render"),
    "gitlab": ("gitlab", "render"),
    "checkstyle": ("checkstyle", "render"),
    "markdown": ("markdown", "render"),
    "html": ("html", "render"),
    "csv": ("csv_", "render"),
    "xlsx": ("xlsx", "render"),
}
# Those that are no text, and cannot be shown on a terminal.
BINARY = frozenset({"xlsx"})
# Those that show whole reports, also where nothing was found; all others ask a clean one only whose it is.
SHOWING = frozenset({"html"})
# Those that may go to a folder, a page for each report: the function that writes it, in its module below this package.
FOLDERS: dict[str, tuple[str, str]] = {"html": ("pages", "render_folder")}


def folder_formatter(name: str) -> FolderFormatter:
    """What writes a format as a folder of pages. Raises KeyError for one that cannot be."""
    module, function = FOLDERS[name]
    found: FolderFormatter = getattr(import_module(f"lint.formatters.{module}"), function)
    return found


def formatter(name: str) -> Formatter:
    """The formatter of that name. Raises KeyError for an unknown one."""
    module, function = FORMATTERS[name]
    found: Formatter = getattr(import_module(f"lint.formatters.{module}"), function)
    return found
