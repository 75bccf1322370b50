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
from lint.readers.files import read_bytes
from lint.readers.json_ import parse_json

_NO_NORMS = Text("不是 norms build 写成的文件：{at}", "this is no file that norms build wrote: {at}")


def load_norms(path: Path | Url) -> Norms:
    """The norms in a file. Raises ConfigError where it cannot be read or is none."""
    try:
        written: Any = parse_json(read_bytes(os.fspath(path)))[0]
    except Unreadable as error:
        raise ConfigError(error.words, str(path), error.place) from None
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
