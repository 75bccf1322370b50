"""``python -m benchmarks``: all measurements in one run; exit code 1 where a bar is missed."""

import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import cold_start, columns, diagnosis, documents, formats, throughput
from benchmarks.reports import write_reports
from lint.api import check

REPORTS = 2000


def main() -> int:
    """Measure, print the table, and say whether every bar holds."""
    with tempfile.TemporaryDirectory(prefix="xxgk-lint-") as name:
        folder = Path(name)
        paths = write_reports(folder, REPORTS)
        if check(paths[0]).summary.exit_code("info"):
            print("the report to measure with is not clean: a benchmark of clean reports would say nothing")
            return 1
        measurements = (
            cold_start.measure(paths[0]),
            *throughput.measure(folder, paths),
            *documents.measure(folder),
            *diagnosis.measure(),
            *formats.measure(),
            columns.measure(),
        )
        size = paths[0].stat().st_size
    print(
        f"medians; Python {platform.python_version()}, {platform.system()} {platform.machine()}; {size} bytes a report"
    )
    for measurement in measurements:
        print()
        print("\n".join(measurement.lines()))
    return int(not all(measurement.holds() for measurement in measurements))


if __name__ == "__main__":
    sys.exit(main())
