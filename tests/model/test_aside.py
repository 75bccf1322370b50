"""What is written aside comes back as it was, from memory or from a file, and a folder without room is named."""

import tempfile
from pathlib import Path

import pytest

from lint.model.aside import IN_MEMORY, Aside
from lint.model.errors import OutputError
from lint.model.in_order import PART, InOrder

PIECES = ("报告\n", "", "a\r\n\x00", "\udcff\ufeff", "𠮷" * 10)


@pytest.mark.parametrize("times", [0, 1, IN_MEMORY // 40], ids=["nothing", "in-memory", "in-a-file"])
def test_text_comes_back(times: int) -> None:
    with Aside() as aside:
        for piece in PIECES * times:
            aside.write(piece)
        whole = "".join(PIECES) * times
        assert "".join(aside.text()) == whole
        assert aside.size == len(whole.encode("utf-8", "surrogatepass"))
        assert "".join(aside.text()) == whole


def test_lines_of_several_places_are_read_in_turn() -> None:
    with Aside() as aside:
        aside.write("a\nb\n")
        middle = aside.size
        aside.write("c\n" + "d" * 200_000 + "\n")
        first, second = aside.lines(0, middle), aside.lines(middle, aside.size)
        assert [next(first), next(second), next(first), next(second)] == [b"a", b"c", b"b", b"d" * 200_000]


def test_a_file_that_others_write() -> None:
    with Aside() as aside:
        with aside.opened() as file:
            file.write(b"....b")
            file.seek(0)
            file.write(b"a")
        assert b"".join(aside.pieces()) == b"a...b"


def test_a_folder_without_room_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with Aside() as aside, pytest.raises(OutputError) as caught:
        aside.write(b"x" * (IN_MEMORY + 1))
    assert (caught.value.source, "No such file" in caught.value.words.en) == (str(tmp_path / "none"), True)


@pytest.mark.parametrize("length", [1, PART // 100], ids=["in-memory", "in-parts"])
def test_texts_in_the_order_of_their_keys(length: int) -> None:
    """A thousand of them, put in from the middle; lines and lone surrogates are none of the order's business."""
    keys = [(number * 7919 % 1000, -number) for number in range(1000)]
    with InOrder() as found:
        for key in keys:
            found.add(key, f"{key}\n\udcff" + "长" * (length - 1))
        assert [text.split("\n")[0] for text in found.texts()] == [str(key) for key in sorted(keys)]


def test_texts_of_the_same_key_are_in_their_own_order() -> None:
    with InOrder() as found:
        for text in ("c", "a", "b", "a"):
            found.add(("key",), text)
        assert list(found.texts()) == ["a", "a", "b", "c"]
