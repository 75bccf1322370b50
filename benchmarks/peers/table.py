"""The peers, in one place."""

import sys
from pathlib import Path

from benchmarks.commands import CHECK_JSONSCHEMA, ROOT, SCHEMA, Words
from benchmarks.peers.peer import AJV, VENV, Peer
from lint.model.text import Text

_SCHEMA = Text(
    "结构：缺什么、哪一格不是数，给出在文件中的路径", "structure: what is absent, which cell is no number, by its path"
)
_SCHEMA_ONLY = Text(
    "不加总、不看文字、不读 Word 和网页；用 schema 的术语说话",
    "no sums, no texts, no Word or HTML; speaks in terms of the schema",
)
_SUMS = Text("表三、表四的 42 个和，列出不相等的", "the 42 sums of tables three and four; lists those that differ")
_SUMS_ONLY = Text(
    "不查结构、文字、年度；空格当作零；不给行列位置，不说哪一格错；少一行、一格不是数就中断",
    "no structure, texts or years; a blank is a zero; no line and column, nor which cell is wrong; stops at a report "
    "that lacks a row or has a cell that is no number",
)


def _module(python: Path, name: str) -> Words:
    return ("env", f"PYTHONPATH={ROOT}", python, "-m", f"benchmarks.peers.{name}")


_PYTHON = VENV / "bin" / "python"
_AJV_CLI = AJV / "node_modules" / "ajv-cli" / "dist" / "index.js"
_FOLDER = (".",)

PEERS = (
    Peer(
        Text("check-jsonschema", "check-jsonschema"),
        CHECK_JSONSCHEMA, "check-jsonschema", "here", "schema", _SCHEMA, _SCHEMA_ONLY,
    ),
    Peer(
        Text("ajv-cli", "ajv-cli"),
        ("node", _AJV_CLI, "validate", "--spec=draft2020", "--strict=false", "-s", SCHEMA, "-d"),
        "ajv-cli", "node", "schema", _SCHEMA, _SCHEMA_ONLY, folder=("*.json",),
    ),
    Peer(
        Text("Node 程序，ajv 只编译一次", "Node program, ajv compiled once"),
        ("node", AJV / "validate.js", SCHEMA),
        "ajv", "node", "schema", _SCHEMA, _SCHEMA_ONLY, folder=_FOLDER,
    ),
    Peer(
        Text("pandas 脚本，42 个和", "pandas script, the 42 sums"),
        _module(_PYTHON, "pandas_sums"),
        "pandas", "peers", "sum", _SUMS, _SUMS_ONLY, folder=_FOLDER,
    ),
    Peer(
        Text("vtlengine（VTL），42 个和", "vtlengine (VTL), the 42 sums"),
        _module(_PYTHON, "vtl_sums"),
        "vtlengine", "peers", "sum", _SUMS, _SUMS_ONLY, folder=_FOLDER,
    ),
)  # fmt: skip

# It is asked, and shows that it does the job, in benchmarks/diagnosis.py.
HIGHS = Peer(
    Text("HiGHS（scipy.optimize.milp）", "HiGHS (scipy.optimize.milp)"),
    _module(_PYTHON, "highs"),
    "scipy", "peers", "sum",
    Text("最少改几格能使各和相等，给出一种改法", "how few cells have to change for all sums to hold; one way to do so"),
    Text(
        "不知道是否还有别的改法，所以不能说哪一格一定错；不读报告",
        "not whether there are other ways, so never which cell is certainly wrong; reads no reports",
    ),
)  # fmt: skip

# Of a collection in Parquet, a row a report.
COLLECTION_PEERS = (
    Peer(
        Text("pandas 读同一文件，42 个和", "pandas on the same file, the 42 sums"),
        _module(_PYTHON, "pandas_columns"),
        "pandas", "peers", "sum", _SUMS, _SUMS_ONLY,
    ),
    Peer(
        Text("DuckDB 用 SQL 查同一文件，42 个和", "DuckDB, SQL on the same file, the 42 sums"),
        _module(Path(sys.executable), "duckdb_columns"),
        "duckdb", "here", "sum", _SUMS, _SUMS_ONLY,
    ),
)  # fmt: skip
