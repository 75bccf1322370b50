"""The norms in a file, as ``norms build`` writes them; ``schemas/norms.schema.json`` describes it."""

import os
from pathlib import Path
from typing import Any

from lint import resources
from lint.engine.schemas import best_judge
from lint.model.address import Url
from lint.model.errors import ConfigError, Unreadable
from lint.model.norms import Norm, Norms
from lint.model.text import Text
from lint.readers.files import is_parquet, read_bytes
from lint.readers.json_ import parse_json

_NO_NORMS = Text("不是 norms build 写成的文件：{at}", "this is no file that norms build wrote: {at}")
_COLLECTION = Text(
    "这是 Parquet 文件（报告集），不是常值；请先用 norms build 由它算出",
    "this is a Parquet file (a collection), no norms: make them of it by norms build first",
)


def load_norms(path: Path | Url) -> Norms:
    """The norms in a file. Raises ConfigError where it cannot be read or is none."""
    try:
        data = read_bytes(os.fspath(path))
        written: Any = None if is_parquet(data) else parse_json(data)[0]
    except Unreadable as error:
        raise ConfigError(error.words, str(path), error.place) from None
    if is_parquet(data):
        raise ConfigError(_COLLECTION, str(path))
    errors = best_judge(resources.schema("norms.schema.json"))(written)
    if errors:
        raise ConfigError(_NO_NORMS.fill({"at": errors[0].at or "/"}), str(path))
    groups = {
        (one["kind"], one["level"]): {at: _norm(figure) for at, figure in one["figures"].items()}
        for one in written["groups"]
    }
    return Norms(str(path), groups)


def _norm(figure: dict[str, Any]) -> Norm:
    return Norm(figure["n"], figure["median"], figure["mad"], figure["p99"])
