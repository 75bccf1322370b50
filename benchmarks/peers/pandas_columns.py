"""The 42 sums of a collection with pandas: ``python -m benchmarks.peers.pandas_columns reports.parquet``."""

import sys

import pandas

from benchmarks.peers.pandas_sums import differing
from benchmarks.peers.reading import CELLS, column


def main(path: str) -> int:
    """Print the sums that differ; 1 where there are any."""
    columns = {column(cell): cell for cell in CELLS}
    frame = pandas.read_parquet(path, columns=["source", *columns])
    lines = list(differing(frame.set_index("source").rename(columns=columns)))
    print("\n".join(lines))
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
