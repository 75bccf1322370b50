"""A tree that grows value by value, with the span of each, within limits; for JSON and YAML alike."""

from dataclasses import dataclass, field
from typing import TypeAlias

from lint.model.place import Place
from lint.model.pointer import Pointer, escape
from lint.model.text import Text
from lint.readers.limits import CONTAINERS, VALUES
from lint.readers.lines import Lines, quote, refusal

Container: TypeAlias = dict[str, object] | list[object]


@dataclass(slots=True)
class Opened:
    """A container still open: its pointer, where it began, its keys so far with their offsets, the latest key."""

    container: Container
    pointer: Pointer
    start: int
    keys: dict[str, int] = field(default_factory=dict)
    key: str = ""


@dataclass(slots=True)
class Growth:
    """The tree so far; ``text`` is only for the places of refusals."""

    text: str
    depth: int
    containers: int = CONTAINERS
    root: object = None
    opened: list[Opened] = field(default_factory=list)
    spans: dict[Pointer, tuple[int, int | None]] = field(default_factory=dict)
    seen: int = 0

    def put(self, value: object, start: int, end: int | None) -> Pointer:
        """Put a value where the next one belongs; its pointer.

        Raises Unreadable at one value too many.
        """
        pointer = ""
        if not self.opened:
            self.root = value
        else:
            top = self.opened[-1]
            if isinstance(top.container, list):
                pointer = f"{top.pointer}/{len(top.container)}"
                top.container.append(value)
            else:
                pointer = f"{top.pointer}/{escape(top.key)}"
                top.container[top.key] = value
        self.spans[pointer] = (start, end)
        if len(self.spans) > VALUES:
            raise refusal("LT003", Text(f"数据超过 {VALUES} 项", f"more than {VALUES} values"), self.text, start)
        return pointer

    def open(self, container: Container, start: int) -> None:
        """Put a container and go into it.

        Raises Unreadable where it is too deep, or one too many.
        """
        self.seen += 1
        if self.seen > self.containers:
            words = Text(f"对象和数组超过 {self.containers} 个", f"more than {self.containers} objects and arrays")
            raise refusal("LT003", words, self.text, start)
        if len(self.opened) >= self.depth:
            words = Text(f"嵌套超过 {self.depth} 层", f"nested more than {self.depth} deep")
            raise refusal("LT003", words, self.text, start)
        self.opened.append(Opened(container, self.put(container, start, None), start))

    def close(self, end: int | None) -> None:
        """Leave the innermost container."""
        top = self.opened.pop()
        self.spans[top.pointer] = (top.start, end)

    def name(self, key: str, start: int, end: int) -> None:
        """The key of the value to come.

        Raises Unreadable where the same object has it already.
        """
        top = self.opened[-1]
        if key in top.keys:
            lines = Lines(self.text)
            first, second = lines.position(top.keys[key])[0], lines.position(start)[0]
            words = Text(
                f"键“{quote(key)}”重复：第 {first} 行和第 {second} 行",
                f'the key "{quote(key)}" stands twice: on line {first} and on line {second}',
            )
            raise refusal("LT003", words, self.text, start, end)
        top.keys[key] = start
        top.key = key

    def places(self) -> dict[Pointer, Place]:
        """Where every value stands."""
        lines = Lines(self.text)
        return {pointer: lines.place(*span) for pointer, span in self.spans.items()}
