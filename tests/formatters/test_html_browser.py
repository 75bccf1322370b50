"""The page as people use it, in a real browser: language, filter, order, from a note to its cell and back, paper."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint.formatters.pages import render_folder
from lint.formatters.rendering import pieces
from tests.formatters.support_browser import PROGRAMS, Browser, browser
from tests.formatters.support_formatters import rendered, results
from tests.formatters.support_html import PAGE, read
from tests.formatters.test_golden import found as four_causes

pytestmark = pytest.mark.needs_program(*PROGRAMS)

MANY = (
    "broken-json",
    "warned",
    "informed",
    "failing",
    "clean-json",
    "undecided",
    "half-read",
    "missing",
    "passed-over",
)
PATIENCE, PAUSE = 100, 0.1  # looks, and seconds between them
LAST = "#r1n4"  # the note on table four
WIDTHS = pytest.mark.parametrize("width", [1400, 500])


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One report with four causes, many reports, and every kind of result with all that is hostile."""
    folder = tmp_path_factory.mktemp("pages")
    written = {
        "one": [four_causes()],
        "many": [results()[name] for name in MANY],
        "all": [one for name, one in results().items() if name != "huge"],
        "none": [],
    }
    for name, found in written.items():
        (folder / f"{name}.html").write_text(rendered("html", found, PAGE), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


def rows(chromium: Browser) -> list[str]:
    """The files of the reports that the overview shows, in its order."""
    return chromium.texts(".reports tbody tr .file")


@pytest.mark.parametrize("name", ["one", "many", "all", "none"])
def test_a_page_opens_without_a_word_in_the_console(name: str, chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages[name])
    assert chromium.console() == []
    assert chromium.texts(".tools") == ["中文\nEnglish\n上一处\n下一处\n打印"]


@pytest.mark.parametrize("name", ["one", "many", "all", "none"])
def test_the_browser_sees_the_elements_that_were_written(name: str, chromium: Browser, pages: dict[str, Path]) -> None:
    """Nothing is nested so that a browser has to mend it."""
    chromium.open(pages[name])
    seen = chromium.run("return [...document.querySelectorAll('*')].map((one) => one.localName)")
    assert seen == [one.tag for one in read(pages[name].read_text(encoding="utf-8")).every()]


def test_the_policy_is_in_force(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["one"])
    added = "const one = document.createElement('script'); one.textContent = 'window.ran = true';"
    assert chromium.run(f"{added} document.body.append(one); return window.ran === true") is False
    assert "Content Security Policy" in " ".join(chromium.console())


def test_the_language_is_switched(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["many"])
    always = "body > :not(main), main > :not(.report)"  # reports are drawn once they come into view
    chinese = chromium.texts(always)
    assert "总览" in " ".join(chinese)
    assert "Overview" not in " ".join(chinese)
    chromium.click("[data-say=en]")
    english = " ".join(chromium.texts(always))
    assert "Overview" in english
    assert "总览" not in english
    assert chromium.run("return [document.documentElement.lang, document.title]") == ["en", "Check of annual reports"]
    assert chromium.run("return document.querySelector('#filter-rule').options[0].text") == "All rules"
    chromium.click("[data-say=zh]")
    assert chromium.texts(always) == chinese


def test_the_filter_finds_by_words_by_rule_and_by_severity(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["many"])
    everything = rows(chromium)
    assert len(everything) == len(MANY)
    chromium.type("#filter-text", "WARNED")
    assert rows(chromium) == ["warned.json"]
    assert chromium.texts("#filter-count") == [f"1 / {len(MANY)} 份"]
    assert len(chromium.texts("article")) == 1
    chromium.click("#filter-reset")
    assert rows(chromium) == everything
    chromium.run(
        "const field = document.querySelector('#filter-severity'); field.value = 'info';"
        "field.dispatchEvent(new Event('input'))"
    )
    assert set(rows(chromium)) == {"informed.json"}
    chromium.click("#filter-reset")
    chromium.click("[data-rule=AR003]")
    assert set(rows(chromium)) == {"broken.json", "failing.json"}
    chromium.click("[data-rule=AR003]")
    assert rows(chromium) == everything


def test_a_click_on_a_heading_puts_the_reports_in_order(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["many"])
    for column, kind in ((5, "error"), (6, "warning"), (8, "open")):
        chromium.click(f".reports thead th:nth-child({column}) button")
        counts = [int(count or 0) for count in chromium.texts(f".reports tbody .{kind}")]
        assert counts == sorted(counts, reverse=True)
        assert chromium.run("return [...document.querySelectorAll('[aria-sort=descending]')].length") == 1
    chromium.click(".reports thead th:nth-child(8) button")
    counts = [int(count or 0) for count in chromium.texts(".reports tbody .open")]
    assert counts == sorted(counts)
    chromium.click(".reports thead th:nth-child(3) button")
    assert rows(chromium) == sorted(rows(chromium))


@WIDTHS
def test_a_click_on_a_note_brings_its_cell_into_view(width: int, chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["one"], width=width)
    for number in range(1, 5):
        chromium.click(f"#r1n{number} .what")
        spot = chromium.run("return document.querySelector(arguments[0]).dataset.spots.split(' ')[0]", f"#r1n{number}")
        assert chromium.in_view(f"#{spot}")
        assert chromium.run("return [...document.querySelectorAll('td.lit')].map((one) => one.id)") == [spot]
    assert chromium.texts("td.lit del") == ["0"]


@WIDTHS
def test_a_click_on_a_marked_cell_opens_its_note(width: int, chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["one"], width=width)
    chromium.click("table.disputes td.wrong")
    assert chromium.run("return document.querySelector('.note.lit').id") == LAST[1:]
    assert chromium.in_view(f"{LAST} .what")


def test_notes_are_reached_by_the_keyboard(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["one"])
    chromium.type("table.disputes td.wrong sup a", "\ue007")  # Enter
    assert chromium.in_view(f"{LAST} .what")
    chromium.type(f"{LAST} a.number", "\ue007")
    assert chromium.in_view("table.disputes td.wrong")


def test_next_and_previous_go_from_note_to_note(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["one"])
    lit = "return document.querySelector('.note.lit').id"
    seen = []
    for _ in range(5):
        chromium.click("#next")
        seen.append(chromium.run(lit))
    assert seen == ["r1n1", "r1n2", "r1n3", "r1n4", "r1n1"]
    chromium.click("#previous")
    assert chromium.run(lit) == LAST[1:]


def test_a_line_of_the_overview_leads_to_its_report_and_back(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["many"])
    chromium.click("[data-report=r4] a")
    assert chromium.in_view("#r4 .report-head h2")
    chromium.click("#r4 .back")
    assert chromium.in_view(".overview h2")


def test_an_address_leads_to_its_place(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["one"], LAST)
    assert chromium.in_view(f"{LAST} .what")


def test_a_page_as_wide_as_a_telephone_is_not_wider(chromium: Browser, pages: dict[str, Path]) -> None:
    for name in ("one", "many", "all"):
        chromium.open(pages[name], width=500)
        assert chromium.run("return document.documentElement.scrollWidth <= innerWidth")


def test_dark_and_light_follow_the_reader(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["one"])
    grounds = []
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        chromium.ask(
            "POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}}
        )
        colour = chromium.run("return getComputedStyle(document.querySelector('.said')).backgroundColor")
        grounds.append(sum(map(int, re.findall(r"\d+", colour))))
    chromium.ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"features": []}})
    assert grounds[0] > 600
    assert grounds[1] < 150


def test_on_paper_everything_is_open_and_the_tools_are_gone(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["many"])
    folded = "return document.querySelectorAll('details:not([open]):not(.long)').length"
    assert chromium.run(folded) > 0
    chromium.run("window.dispatchEvent(new Event('beforeprint'))")
    assert chromium.run(folded) == 0
    chromium.ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"media": "print"}})
    assert chromium.texts(".tools, .field") == []
    notes, kept = chromium.run("return document.querySelectorAll('.note').length"), chromium.texts(".note")
    chromium.ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"media": ""}})
    assert len(kept) == notes > 0
    assert chromium.ask("POST", "/print", {"background": True}).startswith("JVBERi0")  # %PDF-


def test_a_folder_of_pages_is_walked_by_its_links(chromium: Browser, tmp_path: Path) -> None:
    """From the overview to a report, whose name is no plain address, and back; nothing is said in the console."""
    given = [one._replace(source=f"年报 {number}#.json") for number, one in enumerate([four_causes()] * 2)]
    for page in pieces(render_folder, given, PAGE):
        (tmp_path / page.name).write_text("".join(page.pieces), encoding="utf-8")
    chromium.open(tmp_path / "index.html")
    chromium.click(".reports tbody a")
    assert awaited(lambda: chromium.texts(".source"), ["年报 0#.json"])
    assert chromium.console() == []
    chromium.click(".back")
    assert awaited(lambda: rows(chromium), ["年报 0#.json", "年报 1#.json"])
    assert chromium.console() == []


def awaited(look: Callable[[], list[str]], expected: list[str]) -> bool:
    """Whether a page shows what is expected, once the browser has gone there: a click does not wait for it."""
    for _ in range(PATIENCE):
        if look() == expected:
            return True
        time.sleep(PAUSE)
    return False
