"""The comments that stand in a Word document already."""

from typing import NamedTuple

from lint.readers.docx_parts import Parts, W, parse_part


class Comment(NamedTuple):
    """A comment: its id as written, who made it, and its paragraphs."""

    id: str
    author: str
    lines: tuple[str, ...]


def comments_of(parts: Parts) -> tuple[Comment, ...]:
    """All comments of a document. Raises Unreadable (LT001) where the part that holds them is damaged."""
    name = parts.target_of("comments")
    if name is None or name not in parts.package.names:
        return ()
    root = parse_part(name, parts.package.read(name))
    return tuple(
        Comment(
            comment.get(f"{W}id", ""),
            comment.get(f"{W}author", ""),
            tuple("".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.iter(f"{W}p")),
        )
        for comment in root.iterchildren(f"{W}comment")
    )
