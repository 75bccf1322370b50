"""The 42 sums as a statistician of SDMX writes them: ``python -m benchmarks.peers.vtl_sums FOLDER|FILE...``.

VTL reads no JSON, so the reports become a frame first. Of its two engines the one on DuckDB is taken, and of the two
ways to say sums the one over a row a report: each is the faster one.
"""

import sys
from typing import Any

import pandas
from vtlengine import run

from benchmarks.peers.reading import CELLS, SUMS, figures, files_of, title


def _name(cell: str) -> str:
    return cell.replace("/", "__")


def _side(cells: list[str]) -> str:
    return " + ".join(f"nvl({_name(cell)}, 0)" for cell in cells)


def script() -> str:
    """The 42 sums in VTL, and what is asked of them: the reports that differ."""
    rules = ";\n".join(
        f'    s{number}: {_side(one["left"])} = {_side(one["right"])} errorcode "{title(one)}"'
        for number, one in enumerate(SUMS, 1)
    )
    names = ", ".join(map(_name, CELLS))
    return (
        f"define datapoint ruleset sums (variable {names}) is\n{rules}\nend datapoint ruleset;\n"
        "differing <- check_datapoint(reports, sums);\n"
    )


def structure() -> dict[str, Any]:
    """The columns of the frame, as VTL has to know them."""
    source = {"name": "source", "role": "Identifier", "type": "String", "nullable": False}
    cells = [{"name": _name(cell), "role": "Measure", "type": "Integer", "nullable": True} for cell in CELLS]
    return {"datasets": [{"name": "reports", "DataStructure": [source, *cells]}]}


def main() -> int:
    """Print the sums that differ; 1 where there are any."""
    rows = [
        {"source": str(file)} | {_name(cell): value for cell, value in figures(file).items()}
        for file in files_of(sys.argv[1:])
    ]
    frame = pandas.DataFrame(rows, columns=["source", *map(_name, CELLS)])
    told = run(script=script(), data_structures=structure(), datapoints={"reports": frame}, use_duckdb=True)
    found = told["differing"].data
    print("\n".join(f"{source}: {sums}" for source, sums in zip(found["source"], found["errorcode"], strict=True)))
    return int(len(found) > 0)


if __name__ == "__main__":
    sys.exit(main())
