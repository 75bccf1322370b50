"""The names of pages are safe and unique, whatever the reports are called."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from lint.formatters.pages import page_name, render_folder
from lint.formatters.rendering import pieces
from lint.model.run import Checked
from tests.formatters.support_formatters import results
from tests.formatters.support_html import PAGE, read

NAMES = {
    "plain": ("a/b/report.docx", "0007-report.html"),
    "chinese": ("2023年/示例市水利局.html", "0007-示例市水利局.html"),
    "backslashes": ("C:\\年报\\a.docx", "0007-a.html"),
    "signs": ("a <b>&\"c'#?%.txt", "0007-a_b_c.html"),
    "upwards": ("../..", "0007.html"),
    "nothing": ("", "0007.html"),
    "hidden": (".xxgk", "0007-xxgk.html"),
    "undecodable": ("a\udcff.txt", "0007-a.html"),
    "line-ends": ("a\nb\x00.txt", "0007-a_b.html"),
    "long": ("长" * 300 + ".txt", f"0007-{'长' * 60}.html"),
    "a-row": ("reports.parquet#12", "0007-reports.html"),
}


@pytest.mark.parametrize(("source", "name"), NAMES.values(), ids=NAMES)
def test_the_name_of_a_page(source: str, name: str) -> None:
    assert page_name(7, source) == name
    assert len(name.encode()) < 250


def test_pages_are_made_one_by_one_and_all_are_in_the_overview() -> None:
    """Nothing is made before it is asked for: so many reports take no more memory than one."""
    given = [one for name, one in results().items() if name != "huge"]
    taken: list[Checked] = []

    def one_by_one() -> Iterator[Checked]:
        for one in given:
            taken.append(one)
            yield one

    found: dict[str, str] = {}
    for page in pieces(render_folder, one_by_one(), PAGE):
        found[page.name] = "".join(page.pieces)
        assert len(taken) <= len(found) + sum(one.state == "passed_over" for one in given)
    shown = [number for number, one in enumerate(given, 1) if one.state != "passed_over"]
    names = [page_name(number, given[number - 1].source) for number in shown]
    assert list(found) == [*names, "index.html"]
    rows = read(found["index.html"]).one("table", "reports").one("tbody")
    assert len(list(rows.every("tr"))) == len(given)
    assert {one["href"] for one in rows.every("a")} == set(map(quote, names))
