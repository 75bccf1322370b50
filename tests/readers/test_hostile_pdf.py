"""Hostile PDF files: each a finding in bounded time and memory, through the process of its own that reads them."""

import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from lint import Session
from tests.readers.support_pdf import Page, pdf_file

FONTS = "/Resources << /Font << /F1 3 0 R >> /XObject << /X0 6 0 R >> >>"
EXAMPLES = Path(__file__).parents[2] / "examples"


def stream(content: bytes, entries: str = "") -> str:
    """A stream object, compressed."""
    content = zlib.compress(content, 9)
    head = f"<< /Length {len(content)} /Filter /FlateDecode {entries} >>"
    return f"{head}\nstream\n{content.decode('latin-1')}\nendstream"


def form(content: bytes, entries: str) -> str:
    """A form XObject."""
    return stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 600 900] {entries}")


def drawing(*objects: str) -> bytes:
    """A page that shows one character and draws the first of these objects, number 6."""
    page = Page(["BT /F1 16 Tf 90 700 Td <4e00> Tj ET /X0 Do"]).resource(FONTS)
    return pdf_file([page], more=objects)


def laughing(levels: int, times: int) -> bytes:
    """Forms that draw forms: few bytes, ``times`` to the power of ``levels`` drawings."""
    draw = b"/N Do " * times
    last = form(b"BT /F1 9 Tf 90 700 Td <4e00> Tj ET", "/Resources << /Font << /F1 3 0 R >> >>")
    links = [f"/Resources << /XObject << /N {7 + level} 0 R >> >>" for level in range(levels)]
    return drawing(*(form(draw, link) for link in links), last)


@cache
def bomb() -> bytes:
    """A GB of spaces, compressed once."""
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(b" " * 2**24) for _ in range(64)) + packer.flush()


def packed(content: bytes, filters: str) -> bytes:
    """A page that draws a form whose content is compressed already."""
    head = f"<< /Length {len(content)} /Filter {filters} /Type /XObject /Subtype /Form /BBox [0 0 600 900] >>"
    return drawing(f"{head}\nstream\n{content.decode('latin-1')}\nendstream")


PLAIN = Page().text(90, 90, "一")
FONT = "/Resources << /Font << /F1 3 0 R >> >>"
MANY = b"BT /F1 1 Tf " + b"<4e00> Tj " * 10**6 + b"ET"
REFUSED: dict[str, Callable[[], bytes]] = {
    "P1-flate-bomb": lambda: packed(bomb(), "/FlateDecode"),
    "P1-flate-bomb-doubled": lambda: packed(zlib.compress(bomb()), "[/FlateDecode /FlateDecode]"),
    "P2-a-million-operators": lambda: drawing(form(MANY, FONT)),
    "P3-laughs": lambda: laughing(8, 10),
    "P5-page-tree-that-holds-itself": lambda: pdf_file([PLAIN]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"),
    "P8-no-text-layer": lambda: pdf_file([Page().picture(0, 0, 595, 842)]),
    "P9-truncated": lambda: pdf_file([PLAIN])[:300],
    "P9-garbage": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "P10-page-box-without-end": lambda: pdf_file([Page().text(90, 90, "一").resource("/MediaBox [0 0 1e30 1e30]")]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_a_finding(name: str) -> None:
    found = Session().check_bytes("report.pdf", REFUSED[name]())
    assert [(one.rule, found.state) for one in found.diagnostics] in (
        [("LT001", "unreadable")],
        [("LT004", "unreadable")],
    )


READ: dict[str, bytes] = {
    "P4-a-form-that-holds-itself": drawing(form(b"/X0 Do", "/Resources << /XObject << /X0 6 0 R >> >>")),
    "P5-more-pages-than-said": pdf_file([Page().text(90, 90, "一")] * 2).replace(b"/Count 2", b"/Count 1"),
    "P11-predictor-of-a-thousand-million": drawing(
        stream(
            b"x", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /DecodeParms [<< /Predictor 15 /Columns 1000000000 >>]"
        )
    ),
}


@pytest.mark.parametrize("name", READ)
def test_an_odd_file_comes_to_an_end(name: str) -> None:
    """What it shows is no report: said so, or refused."""
    found = Session().check_bytes("report.pdf", READ[name])
    assert found.state == "unreadable"
    assert {one.rule for one in found.diagnostics} <= {"LT001", "LT004"}


def test_p13_programs_in_a_document_are_told_and_not_run() -> None:
    whole = (EXAMPLES / "clean/department.pdf").read_bytes()
    opening = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    names = b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"
    catalogue = b"/Type /Catalog"
    assert whole.count(catalogue) == 1
    data = whole.replace(catalogue, catalogue + b" " + opening + b" " + names)
    found = Session().check_bytes("report.pdf", data)
    assert found.state == "read"
    assert [(one.rule, one.values) for one in found.diagnostics] == [("ST026", {"found": "JavaScript"})]


def test_the_other_files_of_a_run_are_checked(tmp_path: Path) -> None:
    for name in ("P1-flate-bomb", "P3-laughs", "P9-garbage"):
        (tmp_path / f"{name}.pdf").write_bytes(REFUSED[name]())
    (tmp_path / "good.pdf").write_bytes((EXAMPLES / "clean/department.pdf").read_bytes())
    states = {Path(one.source).name: one.state for one in Session().check_paths([tmp_path])}
    assert states == {
        "P1-flate-bomb.pdf": "unreadable", "P3-laughs.pdf": "unreadable", "P9-garbage.pdf": "unreadable",
        "good.pdf": "read",
    }  # fmt: skip
