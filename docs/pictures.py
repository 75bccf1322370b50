"""The pictures of the README: ``python docs/pictures.py``, with Chromium, Pillow and a Chinese font at hand."""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

ROOT = Path(__file__).parents[1]
HERE = ROOT / "docs" / "pictures"
REPORT = ROOT / "examples" / "broken" / "department.docx"
WIDTH = 96
CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
TERMINAL = """<body style="margin:0;background:#fff"><pre style="display:inline-block;margin:0;padding:14px 18px;
border-radius:8px;background:{background};color:{foreground};font:14px/1.45 'Noto Sans Mono CJK SC',monospace"
>{code}</pre></body>"""
TABLES = (0, 1180, 1280, 2420)  # the part of the page that the picture shows, in pixels


def check(*arguments: str, **environment: str) -> str:
    """What the command writes about the broken example."""
    command = [sys.executable, "-m", "lint", "check", str(REPORT), "--lang", "zh", *arguments]
    settings = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(  # noqa: S603 - our own program
        command, env=settings, capture_output=True, encoding="utf-8", check=False
    ).stdout


def terminal() -> None:
    """The diagnosis in colours."""
    shown = check("--select", "AR", FORCE_COLOR="1", COLUMNS=str(WIDTH)).replace(f"{REPORT.parent}/", "")
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.from_ansi(f"$ xxgk-lint check {REPORT.name} --select AR\n{shown}"))
    drawn = console.export_html(theme=SVG_EXPORT_THEME, code_format=TERMINAL, inline_styles=True)
    photograph(drawn, "terminal.png", "820,900")


def page() -> None:
    """The tables of the page, wrong cells marked."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "page.html"
        check("-f", f"html:{written}")
        photograph(written.read_text(encoding="utf-8"), "page.png", "1280,2420", TABLES)


def photograph(drawn: str, name: str, size: str, part: tuple[int, int, int, int] | None = None) -> None:
    """A page as Chromium shows it in a window of a size; of it a part, else what is not background."""
    from PIL import Image, ImageChops  # noqa: PLC0415 - no dependency of the project

    with tempfile.TemporaryDirectory() as folder:
        shown, picture = Path(folder) / "page.html", Path(folder) / "page.png"
        shown.write_text(drawn, encoding="utf-8")
        options = (f"--window-size={size}", f"--user-data-dir={folder}/profile", f"--screenshot={picture}")
        subprocess.run([*CHROMIUM, *options, shown.as_uri()], capture_output=True, check=True)  # noqa: S603 - our page
        whole = Image.open(picture).convert("RGB")
        around = Image.new("RGB", whole.size, whole.getpixel((whole.width - 1, whole.height - 1)))
        whole.crop(part or ImageChops.difference(whole, around).getbbox()).quantize(64).save(HERE / name, optimize=True)


if __name__ == "__main__":
    terminal()
    page()
