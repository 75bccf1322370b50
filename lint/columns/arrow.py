"""What of Arrow is needed, imported when it is: an optional package, and slow to start."""

from importlib.util import find_spec
from typing import Any

from lint.columns.form import AMOUNTS, COUNTS, DECIMALS, DIGITS, IDENTITY, LISTS, TEXTS, WRITTEN
from lint.model.errors import UsageError
from lint.model.text import Text

EXTRA = "xxgk-lint[parquet]"
ABSENT = Text(
    f"读写 Parquet 文件需要安装 {EXTRA}（pip install '{EXTRA}'）",
    f"reading and writing Parquet files needs {EXTRA} (pip install '{EXTRA}')",
)
_FORM = "xxgk-lint collection 1"
COMPRESSION = "zstd"


def is_installed() -> bool:
    """Whether Arrow and numpy are there."""
    return all(find_spec(name) is not None for name in ("pyarrow", "numpy"))


def require() -> None:
    """Raises UsageError where they are not."""
    if not is_installed():
        raise UsageError(ABSENT)


def report_schema() -> Any:
    """The columns of a collection, as ``pyarrow.Schema``."""
    import pyarrow  # noqa: PLC0415

    text, whole = pyarrow.string(), pyarrow.int64()
    texts = pyarrow.list_(text)
    words = dict.fromkeys(("source", "state", "reason", "reason_zh", "reason_en", "tool"), text)
    body = {name: whole if name == "year" else text for name in IDENTITY.values()}
    heading = pyarrow.struct({"text": text, "section": text, "paragraphs": texts})
    remark = pyarrow.struct(dict.fromkeys(("kind", "pointer", "text"), text))
    trouble = pyarrow.struct(dict.fromkeys(("rule", "pointer", "zh", "en"), text))
    columns = {
        **words,
        **body,
        "single_other": pyarrow.bool_(),
        **dict.fromkeys(TEXTS.values(), text),
        **dict.fromkeys(LISTS.values(), texts),
        **dict.fromkeys(COUNTS, whole),
        **dict.fromkeys(AMOUNTS, pyarrow.decimal128(DIGITS, DECIMALS)),
        **dict.fromkeys(WRITTEN.values(), pyarrow.int8()),
        "beside": pyarrow.map_(text, text),
        "headings": pyarrow.list_(heading),
        "remarks": pyarrow.list_(remark),
        "troubles": pyarrow.list_(trouble),
        "document": text,
        "places": text,
        "skeleton": text,
    }
    return pyarrow.schema(columns, metadata={"xxgk-lint": _FORM})


def finding_schema() -> Any:
    """The columns of a file of findings, as ``pyarrow.Schema``."""
    import pyarrow  # noqa: PLC0415

    text, whole = pyarrow.string(), pyarrow.int64()
    place = dict.fromkeys(("line", "column", "end_line", "end_column", "table", "row", "paragraph", "page"), whole)
    place |= {"box": pyarrow.list_(whole), "sheet": text, "cell": text}
    names = ("source", "agency", "year", "rule", "name", "severity", "pointer", "message_zh", "message_en")
    columns = {name: whole if name == "year" else text for name in names}
    columns |= {"values": pyarrow.map_(text, text), "fingerprint": text, "waived": text}
    return pyarrow.schema(columns | {"place": pyarrow.struct(place)}, metadata={"xxgk-lint": "xxgk-lint findings 1"})
