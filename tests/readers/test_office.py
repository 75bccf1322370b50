"""Old Word formats through LibreOffice: read where it is installed, a finding that says what to install where not."""

from pathlib import Path

import pytest

from lint import Session
from lint.readers import office

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_without_libreoffice_the_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PROGRAMS", ("soffice-is-not-here",))
    found = Session().check_bytes("a.doc", (EXAMPLES / "office/department.doc").read_bytes())
    assert [(one.rule, found.state) for one in found.diagnostics] == [("LT001", "unreadable")]
    assert "LibreOffice" in found.diagnostics[0].message.zh
    assert "apt install libreoffice-writer" in found.diagnostics[0].message.en


@pytest.mark.needs_program("soffice")
def test_what_libreoffice_cannot_open_is_a_finding() -> None:
    damaged = (EXAMPLES / "office/department.doc").read_bytes()[:2000]
    found = Session().check_bytes("a.doc", damaged)
    assert [one.rule for one in found.diagnostics][:1] in (["LT001"], ["LT004"])
    assert found.state == "unreadable"


STAND_INS = {
    "fails": ("exit 1", "cannot open"),
    "makes-nothing": ("exit 0", "cannot open"),
    "never-ends": ("while :; do sleep 1; done", "stopped"),
}


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="not run: /bin/sh absent")
@pytest.mark.parametrize(("script", "words"), STAND_INS.values(), ids=STAND_INS)
def test_a_program_that_does_not_convert(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, words: str
) -> None:
    """Another program in the place of LibreOffice; the time it is given is short here."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "_PROGRAMS", (str(program),))
    monkeypatch.setattr(office, "WORKER_SECONDS", 1)
    found = Session().check_bytes("a.rtf", b"{\\rtf1 x}")
    assert [one.rule for one in found.diagnostics] == ["LT001"]
    assert words in found.diagnostics[0].message.en


@pytest.mark.needs_program("soffice")
def test_a_folder_of_old_files_is_converted_in_one_go(tmp_path: Path) -> None:
    """One that LibreOffice cannot open takes nothing from the others."""
    for ending in ("doc", "odt", "rtf"):
        (tmp_path / f"good.{ending}").write_bytes((EXAMPLES / f"office/department.{ending}").read_bytes())
    (tmp_path / "bad.doc").write_bytes((EXAMPLES / "office/department.doc").read_bytes()[:2000])
    states = {Path(one.source).name: one.state for one in Session().check_paths([tmp_path])}
    assert states == {"bad.doc": "unreadable", "good.doc": "read", "good.odt": "read", "good.rtf": "read"}
