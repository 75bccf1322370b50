"""Where everything stands, format by format: the golden snapshots in ``places/``.

``python -m tests.readers.test_places`` writes them anew from the checkout; look at the difference before it is kept.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from lint import Session
from lint.model.place import Place
from lint.readers.table import READERS

EXAMPLES = Path(__file__).parents[2] / "examples"
SNAPSHOTS = Path(__file__).parent / "places"
NAME = "broken/department"
FORMS = ("json", "yaml", "txt", "docx", "html", "md", "xlsx", "pdf")
CONVERTED = ("doc", "odt", "rtf", "xls", "ods")
BLUR = 2  # points: how high a line of a PDF is depends a little on the fonts of the machine
MARKS = {form: pytest.mark.needs_program("soffice") for form in ("doc", "odt", "rtf")}
MARKS |= {form: pytest.mark.needs_module("python_calamine") for form in ("xls", "ods")}
CASES = [pytest.param(form, marks=MARKS.get(form, ())) for form in (*FORMS, *CONVERTED)]


def source(form: str) -> Path:
    """The example in a format: the broken report, or the clean one where LibreOffice made it."""
    return EXAMPLES / (f"office/department.{form}" if form in CONVERTED else f"{NAME}.{form}")


def places(form: str) -> dict[str, Any]:
    """The place of every pointer that the reader kept one for."""
    path = source(form)
    found = Session().read(path.name, path.read_bytes()).find_places()
    return {at: place.as_dict() for at, place in sorted(found.items())}


def without_box(place: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in place.items() if name != "box"}


@pytest.mark.parametrize("form", CASES)
def test_places_are_those_of_the_snapshot(form: str) -> None:
    kept, found = json.loads((SNAPSHOTS / f"{form}.json").read_text(encoding="utf-8")), places(form)
    assert list(map(without_box, found.values())) == list(map(without_box, kept.values()))
    assert list(found) == list(kept)
    for at, place in kept.items():
        assert found[at].get("box", []) == pytest.approx(place.get("box", []), abs=BLUR), at


@pytest.mark.parametrize("form", CASES)
def test_every_cell_and_every_paragraph_has_a_place_of_its_own(form: str) -> None:
    """All 200 figures stand in different places, and each says where in the terms of its format."""
    kept = places(form)
    cells = [tuple(sorted(map(str, place.items()))) for at, place in kept.items() if at.count("/") > 4]
    assert len(set(cells)) == len(cells) >= 200
    path = source(form)
    report = Session().read(path.name, path.read_bytes())
    for key, section in report.tree["sections"].items():
        for number in range(len(section.get("paragraphs", ()))):
            assert report.locate(f"/sections/{key}/paragraphs/{number}") not in (None, Place())


def test_every_format_that_can_be_written_here_has_a_snapshot() -> None:
    families = {READERS[f".{form}"] for form in (*FORMS, *CONVERTED)}
    assert families == set(READERS.values())


if __name__ == "__main__":
    for one in (*FORMS, *CONVERTED):
        made = ",\n".join(
            f"  {json.dumps(at)}: {json.dumps(place, ensure_ascii=False)}" for at, place in places(one).items()
        )
        (SNAPSHOTS / f"{one}.json").write_text(f"{{\n{made}\n}}\n", encoding="utf-8")
