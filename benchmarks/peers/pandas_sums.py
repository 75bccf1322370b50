"""The 42 sums as a data officer writes them with pandas: ``python -m benchmarks.peers.pandas_sums FOLDER|FILE...``.

The JSON files become one frame, a row a report; the sums are taken over whole columns. Sums that differ are printed.
"""

import sys
from collections.abc import Iterator

import pandas

from benchmarks.peers.reading import CELLS, SUMS, figures, files_of, title


def differing(frame: pandas.DataFrame) -> Iterator[str]:
    """A line for each sum that differs, under the name of its row."""
    for one in SUMS:
        left, right = (frame[one[side]].sum(axis=1) for side in ("left", "right"))
        wrong = left != right
        if wrong.any():
            yield from (
                f"{name}: {title(one)}: {right[name]:.0f}, and the sum is {left[name]:.0f}"
                for name in frame.index[wrong]
            )


def main() -> int:
    """Print the sums that differ; 1 where there are any."""
    files = files_of(sys.argv[1:])
    rows = [figures(file) for file in files]
    lines = list(differing(pandas.DataFrame(rows, index=[str(file) for file in files], columns=CELLS, dtype=float)))
    print("\n".join(lines))
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
