"""The 42 sums of a collection as one question in SQL: ``python -m benchmarks.peers.duckdb_columns reports.parquet``."""

import sys

import duckdb

from benchmarks.peers.reading import SUMS, column, title


def question() -> str:
    """Which reports have sums that differ, and which sums these are."""
    conditions = [f"({_side(one['left'])} <> {_side(one['right'])})" for one in SUMS]
    named = ", ".join(f"CASE WHEN {wrong} THEN '{title(one)}' END" for wrong, one in zip(conditions, SUMS, strict=True))
    return (
        f"SELECT source, array_to_string(list_filter([{named}], lambda one: one IS NOT NULL), '; ') "  # noqa: S608
        f"FROM read_parquet(?) WHERE {' OR '.join(conditions)}"  # names of our own columns, and no input
    )


def _side(cells: list[str]) -> str:
    return " + ".join(f'coalesce("{column(cell)}", 0)' for cell in cells)


def main(path: str) -> int:
    """Print the sums that differ; 1 where there are any."""
    found = duckdb.execute(question(), [path]).fetchall()
    print("\n".join(f"{source}: {sums}" for source, sums in found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
