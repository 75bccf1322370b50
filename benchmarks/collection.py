"""A collection of as many invented reports as are wanted: ``python -m benchmarks.collection reports.parquet 1000000``.

The figures differ and add up; the texts are short and say nothing that a rule would have to judge. One report in
``BROKEN`` has a total that does not fit, so that a run has something to say.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy
import pyarrow
from pyarrow import parquet

from benchmarks.reports import SYLLABLES
from lint import __version__
from lint.columns.arrow import COMPRESSION, report_schema
from lint.columns.form import AMOUNTS, ROWS
from lint.columns.skeleton import taken_apart
from lint.columns.texts import KIND
from lint.model.form import APPLICANTS, GROUPS, OUTCOMES, SECTIONS, TABLES
from lint.model.form import ROWS as FORM
from lint.model.report import Identity
from lint.rulebook.complete import complete_tree

BROKEN = 200
_APPLICATIONS, _DISPUTES, _PROACTIVE = (TABLES[name] for name in ("applications", "disputes", "proactive"))
_RESULTS = tuple(row for row in FORM["2021"] if row.startswith("results/") and row != "results/total")
_BODIES = (
    ("市水利局", "department"),
    ("县教育局", "department"),
    ("市人民政府", "government"),
    ("县财政局", "department"),
)
_LEVELS = ("prefectural", "county", "prefectural", "county")
_TEXTS = {
    "overview": "{year}年，认真贯彻落实政府信息公开条例，全年发布政府信息{count}条，涉及{number}等处。",
    "problems": "主动公开的深度还不够，下一步加强学习，完善制度，先从{number}做起。",
    "other": "没有其他需要报告的事项。",
}


def write_collection(path: Path, count: int, broken: int = BROKEN) -> None:
    """Write ``count`` reports; one in ``broken`` has a wrong total, none where it is 0."""
    schema = report_schema()
    with parquet.ParquetWriter(path, schema, compression=COMPRESSION, write_page_checksum=True) as writer:
        for table in tables(schema, count, broken):
            writer.write_table(table)


def tables(schema: Any, count: int, broken: int) -> Iterator[Any]:
    """The reports in pieces, each a ``pyarrow.Table``."""
    chance = numpy.random.default_rng(2021)
    for first in range(0, count, ROWS):
        numbers = numpy.arange(first, min(first + ROWS, count))
        figures = _figures(chance, len(numbers))
        if broken:
            figures[f"{_APPLICATIONS}/new/total"] += numbers % broken == broken - 1
        yield pyarrow.Table.from_pydict(_columns(numbers, figures, schema), schema=schema)


def _figures(chance: Any, count: int) -> dict[str, Any]:
    """The cells of edition 2021, so that every declared relation holds."""
    few = {f"{row}/{column}": chance.integers(0, 4, count) for row in _RESULTS for column in APPLICANTS}
    cells = {f"{_APPLICATIONS}/{name}": values for name, values in few.items()}
    for column in APPLICANTS:
        total = sum(few[f"{row}/{column}"] for row in _RESULTS)
        carried, out = chance.integers(0, 3, count), chance.integers(0, 3, count)
        amounts = {"results/total": total, "carried_in": carried, "carried_out": out}
        amounts["new"] = total + out - carried
        short = numpy.minimum(amounts["new"], 0)  # more carried in than done: carried out all the more
        amounts["new"], amounts["carried_out"] = amounts["new"] - short, out - short
        cells |= {f"{_APPLICATIONS}/{row}/{column}": values for row, values in amounts.items()}
    for row in FORM["2021"]:
        cells[f"{_APPLICATIONS}/{row}/total"] = sum(cells[f"{_APPLICATIONS}/{row}/{column}"] for column in APPLICANTS)
    for group in GROUPS:
        outcomes = {f"{_DISPUTES}/{group}/{one}": chance.integers(0, 2, count) for one in OUTCOMES[:-1]}
        cells |= outcomes | {f"{_DISPUTES}/{group}/total": sum(outcomes.values())}
    return cells | _proactive(chance, count)


def _proactive(chance: Any, count: int) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for row in ("regulations", "normative_documents"):
        issued = chance.integers(0, 3, count)
        values = {"issued": issued, "repealed": chance.integers(0, 2, count), "in_force": issued + 5}
        cells |= {f"{_PROACTIVE}/{row}/{column}": one for column, one in values.items()}
    for row in ("licensing", "penalties", "coercion"):
        cells[f"{_PROACTIVE}/{row}/decisions"] = chance.integers(0, 5000, count)
    return cells


def _columns(numbers: Any, figures: dict[str, Any], schema: Any) -> dict[str, Any]:
    bodies, years = numbers % len(_BODIES), 2021 + numbers % 4
    agencies = [f"{_place(number)}{_BODIES[body][0]}" for number, body in zip(numbers, bodies, strict=True)]
    tree = complete_tree("2021")
    known: dict[str, Any] = {
        "source": [f"reports/{number:07}.json" for number in numbers],
        "state": ["read"] * len(numbers),
        "tool": [__version__] * len(numbers),
        "agency": agencies,
        "kind": [_BODIES[body][1] for body in bodies],
        "level": [_LEVELS[body] for body in bodies],
        "year": years,
        "edition": ["2021"] * len(numbers),
        "single_other": [False] * len(numbers),
        "title": [f"{agency}{year}年{KIND}" for agency, year in zip(agencies, years, strict=True)],
        "published": [f"{year + 1}-01-{day + 1:02}" for year, day in zip(years, numbers % 28, strict=True)],
        "skeleton": [_skeleton(tree)] * len(numbers),
        f"{_PROACTIVE}/fees/amount": pyarrow.array(numbers % 90, pyarrow.int64()).cast(schema.field(AMOUNTS[0]).type),
    }
    for section in SECTIONS:
        known[f"/sections/{section}/heading"] = [tree["sections"][section]["heading"]] * len(numbers)
        texts = _TEXTS.get(section)
        told = zip(years, numbers, strict=True)
        known[f"/sections/{section}/paragraphs"] = [
            [texts.format(year=year, count=300 + number % 19, number=_place(number))] if texts else []
            for year, number in told
        ]
    known["preamble"] = [[f"现公布本报告，数据截至{year}年12月31日。"] for year in years]
    empty: dict[str, Any] = {name: [[]] * len(numbers) for name in ("beside", "remarks", "troubles")}
    blank = dict.fromkeys((*schema.names,), [None] * len(numbers))
    return {name: ({**blank, **empty} | known | figures)[name] for name in schema.names}


def _place(number: int) -> str:
    size = len(SYLLABLES)
    return "".join(SYLLABLES[number // size**power % size] for power in range(4))


def _skeleton(tree: dict[str, Any]) -> str:
    """The skeleton of the complete form, as the reader of a report would make it."""
    whole = {
        "edition": "2021",
        "published": None,
        "preamble": [],
        **tree,
        "agency": {"name": None, "kind": None, "level": None},
    }
    return taken_apart(whole | {"title": None, "year": None, "edition": None}, Identity()).skeleton


def main() -> None:
    """Write the collection that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--broken", type=int, default=BROKEN)
    asked = parser.parse_args()
    write_collection(asked.path, asked.count, asked.broken)


if __name__ == "__main__":
    main()
