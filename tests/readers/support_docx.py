"""Word documents written part by part, so that a test can also write what no program would."""

from collections.abc import Iterable

from tests.readers.support_xlsx import P, R, packed

_PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": R,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
MAIN = "word/document.xml"
PICTURE = f'<w:r><w:drawing><pic:pic xmlns:pic="{_PICTURES}"/></w:drawing></w:r>'


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, look: str = "") -> str:
    """A paragraph; what begins with < is XML, all else a run of text."""
    runs = "".join(one if one.startswith("<") else r(one) for one in inside)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{runs}</w:p>"


def tc(*inside: str, span: int = 0, merge: str | None = None, look: str = "") -> str:
    """A cell of paragraphs; ``merge`` is "restart" or "" for one that goes on."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span else ""
    merged = "" if merge is None else f'<w:vMerge w:val="{merge}"/>' if merge else "<w:vMerge/>"
    paragraphs = "".join(one if one.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(one) for one in inside or ("",))
    return f"<w:tc><w:tcPr>{spanned}{merged}{look}</w:tcPr>{paragraphs}</w:tc>"


def tr(*cells: str, look: str = "") -> str:
    """A row; what is no XML is the text of a cell."""
    inside = "".join(one if one.startswith("<") else tc(one) for one in cells)
    return f"<w:tr>{f'<w:trPr>{look}</w:trPr>' if look else ''}{inside}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def body(*blocks: str) -> str:
    """The main part."""
    return f"<w:document {NAMES}><w:body>{''.join(blocks)}</w:body></w:document>"


def document(*blocks: str, **parts: str) -> bytes:
    """A document; ``styles=…`` and the like are the content of the parts beside the main one."""
    beside = {f"word/{name}.xml": f"<w:{name} {NAMES}>{content}</w:{name}>" for name, content in parts.items()}
    return packed({MAIN: body(*blocks), **beside})


def relations(*every: tuple[str, str], external: bool = True) -> str:
    """A part of relations: last word of the kind, target."""
    mode = ' TargetMode="External"' if external else ""
    listed: Iterable[str] = (
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(every)
    )
    return f'<Relationships xmlns="{P}">{"".join(listed)}</Relationships>'
