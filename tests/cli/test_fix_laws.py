"""``fix --in-place``, whatever the layout: the value changes, not one other byte, and a second run changes nothing."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import check
from lint.model.finding import Severity
from lint.model.form import COLUMNS, ROWS
from lint.model.pointer import Pointer, join
from lint.rulebook.valid import Maker
from tests.cli.support_cli import THREE, at, run_inside

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Piece(NamedTuple):
    """A bit of a file; ``at`` is the pointer of the value that it is, if it is one."""

    text: str
    at: Pointer | None = None


class JsonPen:
    """Writes a tree as JSON, blanks and line ends as they fall."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def space(self) -> Piece:
        return Piece(self.dice.choice(("", "", " ", "\n", "\t", "\r\n  ", "\n\n    ")))

    def write(self, value: Any, pointer: Pointer = "") -> Iterator[Piece]:
        if not isinstance(value, dict | list):
            yield Piece(self.scalar(value), pointer)
            return
        yield Piece("{" if isinstance(value, dict) else "[")
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for number, (name, below) in enumerate(items):
            yield Piece("," if number else "")
            yield self.space()
            if isinstance(value, dict):
                yield from (Piece(self.string(name)), self.space(), Piece(":"), self.space())
            yield from self.write(below, join(pointer, name))
            yield self.space()
        yield Piece("}" if isinstance(value, dict) else "]")

    def scalar(self, value: Any) -> str:
        return self.string(value) if isinstance(value, str) else "null" if value is None else str(value)

    def string(self, text: str) -> str:
        return json.dumps(text, ensure_ascii=self.dice.random() < 0.2)


class YamlPen:
    """Writes a tree as YAML: block and flow style, all quotes, comments."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def write(self, value: Any) -> Iterator[Piece]:
        yield Piece(self.dice.choice(("", "---\n", "# 年报\n", "%YAML 1.2\n---\n")))
        yield from self.block(value, "", "")
        yield Piece(self.dice.choice(("", "# 完\n", "...\n")))

    def block(self, value: Any, pointer: Pointer, indent: str) -> Iterator[Piece]:
        step = " " * self.dice.randint(1, 4)
        for name, below in value.items() if isinstance(value, dict) else enumerate(value):
            head = f"{self.key(str(name))}:" if isinstance(value, dict) else "-"
            yield Piece(indent + head)
            if isinstance(below, dict | list) and below and self.dice.random() < 0.7:
                yield self.line_end()
                yield from self.block(below, join(pointer, name), indent + step)
                continue
            yield Piece(" " * self.dice.randint(1, 3))
            yield from self.flow(below, join(pointer, name))
            yield self.line_end()

    def flow(self, value: Any, pointer: Pointer) -> Iterator[Piece]:
        if not isinstance(value, dict | list):
            yield Piece(self.scalar(value), pointer)
            return
        yield Piece("{" if isinstance(value, dict) else "[")
        for number, (name, below) in enumerate(value.items() if isinstance(value, dict) else enumerate(value)):
            yield Piece(("," + " " * self.dice.randint(1, 2)) if number else " " * self.dice.randint(0, 1))
            yield Piece(f"{self.key(name)}: " if isinstance(value, dict) else "")
            yield from self.flow(below, join(pointer, name))
        yield Piece(self.dice.choice(("", " ")) + ("}" if isinstance(value, dict) else "]"))

    def line_end(self) -> Piece:
        return Piece(self.dice.choice(("\n", "\n", "  # 备注\n", " \n", "\n\n", "\n# 一行\n")))

    def key(self, name: str) -> str:
        return self.dice.choice((name, name, f'"{name}"', f"'{name}'"))

    def scalar(self, value: Any) -> str:
        if value is None:
            return self.dice.choice(("null", "~", "Null"))
        if not isinstance(value, str):
            return str(value)
        return self.dice.choice((json.dumps(value, ensure_ascii=False), "'" + value.replace("'", "''") + "'"))


# The column 其他 of the single row （六） of edition 2019: its sums do not count it yet.
NOT_SUMMED = f"{THREE}/results/other/other"


def cells_of(edition: str) -> list[Pointer]:
    """Every cell of table three."""
    return [f"{THREE}/{row}/{column}" for row in ROWS[edition] for column in COLUMNS]


PENS: dict[str, Callable[[random.Random], JsonPen | YamlPen]] = {"json": JsonPen, "yaml": YamlPen}
# What stands in the cell instead of its figure, and whether a fix is certain: a blank may be anything.
SPOILT: dict[str, tuple[Callable[[int, random.Random], Any], bool]] = {
    "wrong": (lambda figure, dice: figure + dice.randint(1, 9), True),
    "full-width": (lambda figure, _: str(figure).translate(_WIDE), True),
    "separators": (lambda figure, _: f"{figure:,}".replace(",", "，").translate(_WIDE), True),
    "full-width and wrong": (lambda figure, dice: str(figure + dice.randint(1, 9)).translate(_WIDE), True),
    "blank": (lambda _, __: None, False),
}


@pytest.mark.parametrize("suffix", PENS)
@pytest.mark.parametrize(("spoil", "certain"), SPOILT.values(), ids=SPOILT)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=5)
def test_only_the_value_changes_and_the_report_is_right(
    suffix: str, spoil: Callable[[int, random.Random], Any], certain: bool, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same report for the same seed
    tree = Maker(seed).tree()
    cell = dice.choice([one for one in cells_of(tree["edition"]) if one != NOT_SUMMED])
    row, figure = at(tree, cell.rpartition("/")[0]), at(tree, cell)
    row[cell.rpartition("/")[2]] = spoil(figure, dice)
    pieces = list(PENS[suffix](dice).write(tree))
    codec = dice.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16"))
    before = "".join(one.text for one in pieces).encode(codec)
    after = "".join(str(figure) if one.at == cell else one.text for one in pieces).encode(codec)
    with TemporaryDirectory() as folder:
        path = Path(folder, f"report.{suffix}")
        path.write_bytes(before)
        first = run_inside("fix", path, "--unsafe", "--in-place")
        written = path.read_bytes()
        assert first.err == ""
        assert written == after or (not certain and written == before)
        if written == after:
            assert (first.code, errors(path)) == (0, 0)
        second = run_inside("fix", path, "--unsafe", "--in-place")
        assert (second.code, path.read_bytes()) == (first.code, written)
        assert "没有可改正的" in second.out


def errors(path: Path) -> int:
    """How many errors a check finds."""
    return check(path).summary.counts[Severity.ERROR]


@pytest.mark.parametrize("suffix", PENS)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=5)
def test_a_right_report_stays_byte_for_byte(suffix: str, seed: int) -> None:
    tree = Maker(seed).tree()
    dice = random.Random(seed)  # noqa: S311
    data = "".join(one.text for one in PENS[suffix](dice).write(tree)).encode()
    with TemporaryDirectory() as folder:
        path = Path(folder, f"report.{suffix}")
        path.write_bytes(data)
        done = run_inside("fix", path, "--unsafe", "--in-place")
        assert (done.code, done.out, done.err, path.read_bytes()) == (0, "没有可改正的\n", "", data)
