"""``-``: a report from standard input, by the name it is given or by how it begins."""

from pathlib import Path

import pytest

from tests.cli.support_cli import BROKEN, CLEAN, clean, counted, dumped, failing, half_read, run_inside, write

FORMS = {form: BROKEN.with_suffix(f".{form}").read_bytes() for form in ("json", "yaml", "txt")}
TEXT = FORMS["txt"].decode()
INPUTS: dict[str, tuple[tuple[str, ...], bytes, int, str, str | None]] = {
    # Arguments, input, exit code, source shown, the only rule found (None: the broken example's findings).
    "json": (("--stdin-filename", "a.json"), FORMS["json"], 1, "a.json", None),
    "yaml": (("--stdin-filename", "a.yaml"), FORMS["yaml"], 1, "a.yaml", None),
    "yml": (("--stdin-filename", "a.yml"), FORMS["yaml"], 1, "a.yml", None),
    "text": (("--stdin-filename", "reports/a.txt"), FORMS["txt"], 1, "reports/a.txt", None),
    "guessed-json": ((), FORMS["json"], 1, "-", None),
    "guessed-json-after-space": ((), b"\n  " + FORMS["json"], 1, "-", None),
    "guessed-text": ((), FORMS["txt"], 1, "-", None),
    "guessed-text-gb18030": ((), TEXT.encode("gb18030"), 1, "-", None),
    "guessed-by-name-without-ending": (("--stdin-filename", "年报"), FORMS["txt"], 1, "年报", None),
    "told-encoding": (("--encoding", "gbk"), TEXT.encode("gb18030"), 1, "-", None),
    "docx": (("--stdin-filename", "a.docx"), b"PK\x03\x04", 2, "a.docx", "LT001"),
    "pdf": (("--stdin-filename", "a.PDF"), b"%PDF-1.7", 2, "a.PDF", "LT001"),
    "empty": ((), b"", 2, "-", "LT002"),
    "blank": ((), b" \n\n", 2, "-", "LT002"),
    "no-report": ((), b"Dear all,\n", 2, "-", "LT004"),
    "no-report-json": ((), b'{"a": 1}', 2, "-", "LT004"),
    "broken-json": ((), b'{"sections": ', 2, "-", "LT003"),
    "half-read": ((), half_read().encode(), 2, "-", "LT005"),
    "binary": ((), bytes(range(256)) * 40, 2, "-", "LT002"),
    "too-large": ((), b" " * (20 * 1024 * 1024 + 1), 2, "-", "LT001"),
    "too-large-json": (("--stdin-filename", "a.json"), b"[" + b" " * (20 * 1024 * 1024), 2, "a.json", "LT001"),
}


@pytest.mark.parametrize(("arguments", "data", "code", "source", "rule"), INPUTS.values(), ids=INPUTS)
def test_standard_input(arguments: tuple[str, ...], data: bytes, code: int, source: str, rule: str | None) -> None:
    """Read as the name says, else JSON where it begins like it, else text; what is piped in must be a report."""
    done = run_inside("check", "-", *arguments, "-f", "json", stdin=data)
    (report,) = done.json["reports"]
    assert (done.code, done.err, report["source"]) == (code, "", source)
    if rule is None:
        assert len(report["findings"]) == sum(counted(BROKEN).counts.values())
    else:
        assert [found["rule"] for found in report["findings"]] == [rule]


def test_beside_paths(tmp_path: Path) -> None:
    """Standard input is one file among the others, and the first."""
    path = write(tmp_path / "a.json", clean())
    done = run_inside("check", path, "-", "-f", "json", stdin=dumped(failing()).encode())
    assert done.code == 1
    assert [(one["source"], len(one["findings"])) for one in done.json["reports"]] == [("-", 2), (str(path), 0)]
    assert done.json["summary"]["files"] == 2


def test_beside_paths_that_fail(tmp_path: Path) -> None:
    """2 beats 1, whichever it comes from."""
    done = run_inside("check", "-", tmp_path / "none.json", "-f", "json", stdin=dumped(failing()).encode())
    assert (done.code, done.json["summary"]["reports"], done.json["summary"]["files"]) == (2, 1, 2)


def test_twice_is_once() -> None:
    """There is one standard input."""
    done = run_inside("check", "-", "-", "-f", "json", stdin=CLEAN.read_bytes())
    assert (done.code, done.json["summary"]["files"]) == (0, 1)


def test_a_file_called_dash(tmp_path: Path) -> None:
    """It is ./-."""
    write(tmp_path / "-", dumped(failing()))
    done = run_inside("check", "./-", "-f", "json", cwd=tmp_path, stdin=CLEAN.read_bytes())
    assert (done.code, done.json["reports"][0]["source"]) == (1, "./-")
