"""A page without the styles that say nothing: where a report was pasted from Word they are nine tenths of it.

An attribute is taken out only where it is certain to be one. What stands between one style and the next is held against
a grammar that knows only what every parser takes alike; behind anything else the page stays as it is.
"""

from functools import lru_cache
from itertools import compress, count
from typing import cast

from lint.model.pattern import Pattern

_STYLE = b' style="'
_FEW = 20  # so few cost less than looking at them
_SHORT = 300  # longer pieces do not come again
_SHORT_PIECE = 500  # a style, and what follows it
# Whether something is seen; what would have to be decoded, and what ends a line or a tag.
_TELLING = Pattern(r"isplay|ISPLAY|hidden|HIDDEN|line-through|[<>&\r\n\x00]")

# Few attributes, and short ones: a tag with very many stays as it is, so that it is still refused.
_SPACE = r"[ \t\n]{1,40}+"
_NAME = r"[a-zA-Z][a-zA-Z0-9:_-]{0,40}+"
_VALUE = r"""(?:"[^"<>\x00]{0,2000}+"|'[^'<>\x00]{0,2000}+'|[a-zA-Z0-9_#%./:-]{1,200}+)"""
_ATTRIBUTE = rf"[a-zA-Z_][a-zA-Z0-9:_.-]{{0,60}}+(?:={_VALUE})?+"
_INSIDE = rf"(?:{_SPACE}{_ATTRIBUTE}){{0,20}}+"
_REST = rf"(?:{_SPACE}(?!(?i:style)){_ATTRIBUTE}){{0,20}}+[ \t\n]{{0,40}}+/?+>"  # only the first style of a tag counts
# In some elements a tag is no tag. They are read whole: without anything like a tag in them, or programs.
_RAW = ("textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript")
_CODE = ("script", "style")
_OPEN = rf"<(?!(?i:{'|'.join((*_RAW, *_CODE, 'plaintext'))})(?![a-zA-Z0-9])){_NAME}{_INSIDE}"
_TAG_WHOLE = rf"{_OPEN}[ \t\n]{{0,40}}+/?+>|</{_NAME}[ \t\n]{{0,40}}+>"
_RAW_WHOLE = "|".join(rf"<{name}{_INSIDE}>[^<\x00]*+</{name}>" for name in _RAW)
_CODE_WHOLE = "|".join(rf"<{name}{_INSIDE}>(?:[^<\x00]++|<(?!/?(?i:{name})))*+</{name}>" for name in _CODE)
_PROGRAM = r"(?:[^<\x00]++|<(?!/?(?i:script)))*+"
_REMARK = r"(?:[^-\x00]++|-(?!-!?>))*+"
_ASIDE = rf"<!--(?!-?>){_REMARK}-->|<!\[[^<>\"'\x00]*+>|<\?[^<>\x00]*+>|<!(?i:doctype)[^<>\x00]*+>"
_MARKUP = rf"(?:[^<\x00]++|{_TAG_WHOLE}|{_ASIDE}|{_RAW_WHOLE}|{_CODE_WHOLE})*+"
_END = rf"{_MARKUP}(?:(?P<tag>{_OPEN})|(?P<program><script{_INSIDE}>{_PROGRAM})|(?P<remark><!--(?!-?>){_REMARK}))"
# What may stand between one style and the next, by where the first of them stands.
_BETWEEN = {
    "text": Pattern(_END),
    "tag": Pattern(_REST + _END),
    "program": Pattern(rf"(?P<still>{_PROGRAM})|{_PROGRAM}</script>{_END}"),
    "remark": Pattern(rf"(?P<still>{_REMARK})|{_REMARK}-->{_END}"),
}
_TAG_ENDS = Pattern(_REST)


def without_styles(page: bytes) -> bytes:
    """A page in UTF-8 without the attributes ``style`` in double quotes that hide nothing and strike nothing.

    What a reader makes of it is the same, lines included. What is left out is valid UTF-8 without NUL.
    """
    first, *pieces = page.split(_STYLE)
    if len(pieces) < _FEW:
        return page
    # Of hundreds of styles few differ, what follows them included: each kind is looked at once.
    left = {piece: _known_left(piece) if len(piece) < _SHORT_PIECE else _left(piece) for piece in set(pieces)}
    rests = [*map(left.__getitem__, pieces)]
    breaks = {len(rests) - 1}
    if None in left.values():
        breaks.update(compress(count(), [rest is None for rest in rests]))
    kept: list[bytes | None] = [first]
    inside, at = _next("text", first), 0
    for end in sorted(breaks):
        while at <= end:
            if inside == "tag":  # and so it is at every style up to there
                kept += rests[at:end]
                at = end
            value, quote, rest = pieces[at].partition(b'"')
            silent = inside == "tag" and not _tells(value) and _TAG_ENDS.match(rest.decode("latin-1"))
            kept += [rest] if silent else [_STYLE, value, quote, rest]
            inside = _next(inside, rest) if inside == "tag" or not (b"<" in value or b">" in value) else None
            at += 1
    return b"".join(cast("list[bytes]", kept))


def _left(piece: bytes) -> bytes | None:
    """What a style that begins in a tag leaves where it tells nothing, and the next begins in a tag too; else None."""
    value, _, rest = piece.partition(b'"')
    silent = _next("tag", rest) == "tag" and not (_known_tells(value) if len(value) < _SHORT else _tells(value))
    return rest if silent else None


def _tells(value: bytes) -> bool:
    try:
        return _TELLING.search(value.decode()) is not None
    except UnicodeDecodeError:
        return True


def _next(inside: str | None, rest: bytes) -> str | None:
    """In what the next style stands: a tag, a program, a remark; None where that is not certain."""
    return _known(inside, rest) if len(rest) < _SHORT else _found(inside, rest)


def _found(inside: str | None, rest: bytes) -> str | None:
    found = _BETWEEN[inside].fullmatch(rest.decode("latin-1")) if inside is not None else None
    if found is None:
        return None
    return found.lastgroup if found.lastgroup != "still" else inside


_known = lru_cache(maxsize=4096)(_found)
_known_tells = lru_cache(maxsize=1024)(_tells)
_known_left = lru_cache(maxsize=4096)(_left)
