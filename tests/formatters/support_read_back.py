"""What each format wrote, read back by the reader that the format is for: the rules of the findings told, file by file.

A cause stands in a format once; the findings that it explains are counted by the lines that tell their relations.
"""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from markdown_it import MarkdownIt

from lint.formatters.look import Look
from lint.formatters.rendering import pieces
from lint.formatters.table import formatter
from lint.model.run import Checked

Told = Counter[tuple[str, str]]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = re.compile(r"(?:- )?([A-Z]{2}\d{3}) ")
_COMMAND = re.compile(r"::(error|warning|notice) ?([^:]*)::(.*)")


def written(name: str, results: Iterable[Checked], look: Look) -> bytes:
    """All that a format writes, as it stands in a file."""
    given: Iterator[str | bytes] = pieces(formatter(name), results, look)
    return b"".join(one if isinstance(one, bytes) else one.encode("utf-8", "backslashreplace") for one in given)


def expected(results: Iterable[Checked]) -> Told:
    """The findings as they are, not waived."""
    return Counter(
        (checked.source, found.rule) for checked in results for found in checked.diagnostics if found.waived is None
    )


def rules_of(check: str, lines: Iterable[str]) -> list[str]:
    """The rules of the findings in one annotation: of the relations that it tells, else that which it names."""
    relations = [found[1] for found in map(_RELATION.match, lines) if found]
    return relations or re.split(r"[+, ]", check)


def of_json(data: bytes) -> Told:
    return Counter(
        (report["source"], found["rule"]) for report in json.loads(data)["reports"] for found in report["findings"]
    )


def of_jsonl(data: bytes) -> Told:
    lines = [json.loads(line) for line in data.decode().split("\n") if line]
    return Counter((line["source"], found["rule"]) for line in lines[:-1] for found in line["findings"])


def of_text(data: bytes) -> Told:
    """As people read it: a file begins at the margin, a finding or a cause below it, relations below these."""
    told: Told = Counter()
    source = ""
    for block in re.split(r"^(?=\S|  (?:错误|警告|提示) )", data.decode(), flags=re.MULTILINE):
        head, *lines = block.split("\n")
        if check := re.match(r"  \S+ ((?:[A-Z]{2}\d{3} )+)", head):
            told.update((source, rule) for rule in rules_of(check[1].strip(), [line.strip() for line in lines]))
        else:
            source = head.split("  ")[0]
    return told


def of_plain(data: bytes) -> Told:
    found = re.findall(r"^(.+?\.json)\S*: (?:错误|警告|提示) ([A-Z]{2}\d{3}) ", data.decode(), re.MULTILINE)
    return Counter(found)


def of_sarif(data: bytes) -> Told:
    (run,) = json.loads(data)["runs"]
    notes = [note for note in run["invocations"][0]["toolExecutionNotifications"] if "properties" in note]
    return Counter(
        (_source(one), found["rule"])
        for one in [*(one for one in run["results"] if "suppressions" not in one), *notes]
        for found in one["properties"]["findings"]
    )


def _source(one: dict[str, Any]) -> str:
    return unquote(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


def of_junit(data: bytes) -> Told:
    """What fails a test case, and in its output what does not."""
    told: Told = Counter()
    for case in ElementTree.fromstring(data).iter("testcase"):  # noqa: S314 - written by our own formatter
        blocks = [one.text or "" for one in case if one.tag in ("failure", "error")]
        blocks += "".join(one.text or "" for one in case if one.tag == "system-out").split("\n\n")
        for block in blocks:
            head, _, rest = block.strip().partition("\n")
            if check := re.match(r"(?:错误|警告|提示) ((?:[A-Z]{2}\d{3} ?)+)", head):
                told.update((case.attrib["name"], rule) for rule in rules_of(check[1].strip(), rest.split("\n")))
    return told


def of_github(data: bytes) -> Told:
    """The annotations, and the lines of the groups for those that are none."""
    told: Told = Counter()
    for line in data.decode().split("\n"):
        if command := _COMMAND.fullmatch(line):
            known = dict(pair.split("=", 1) for pair in command[2].split(","))
            if "file" in known:
                words = known["title"].removeprefix("xxgk-lint ")
                told.update((unescaped(known["file"]), rule) for rule in rules_of(words, lines_of(command[3])))
        elif plain := re.match(r"(\S+?\.json)\S*: (?:错误|警告|提示) (\S+) (.*)", line):
            told.update((plain[1], rule) for rule in rules_of(plain[2], plain[3].split(" | ")))
    return told


def unescaped(text: str) -> str:
    """A property of a workflow command, as the runner of GitHub reads it."""
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def lines_of(message: str) -> list[str]:
    """The lines of the message of a workflow command."""
    return unescaped(message).split("\n")


def of_gitlab(data: bytes) -> Told:
    return Counter(
        (one["location"]["path"], rule)
        for one in json.loads(data)
        for rule in rules_of(one["check_name"], one["description"].split("\n"))
    )


def of_checkstyle(data: bytes) -> Told:
    return Counter(
        (file.attrib["name"], rule)
        for file in ElementTree.fromstring(data).iter("file")  # noqa: S314 - written by our own formatter
        for one in file.iter("error")
        for rule in rules_of(one.attrib["source"].removeprefix("xxgk-lint."), one.attrib["message"].split("\n"))
    )


class Outline(HTMLParser):
    """What was rendered of Markdown: tags in order, the words of cells, headings and items."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.words.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self.words:
            tag, before = self.words[-1]
            self.words[-1] = (tag, before + data.replace("\u200b", ""))

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"!{data}")


def markdown(data: bytes) -> Outline:
    """Markdown as GitHub and GitLab render it: with tables, raw HTML let through."""
    found = Outline()
    found.feed(MarkdownIt("gfm-like", {"linkify": False}).render(data.decode()))
    return found


def of_markdown(data: bytes) -> Told:
    told: Told = Counter()
    source, check, lines = "", "", [""]
    for tag, words in [*markdown(data).words, ("h2", "")]:
        if tag in ("h2", "strong"):
            told.update((source, rule) for rule in rules_of(check, lines) if rule)
            source, check, lines = (words.strip(), "", []) if tag == "h2" else (source, words.split(" ", 1)[1], [])
            check = re.match(r"[A-Z0-9 ]*", check)[0].strip()  # type: ignore[index]
        elif tag == "li":
            lines.append(words)
    return told


class Page(HTMLParser):
    """The findings of a page by the file in whose part they stand, those that are waived apart."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Told = Counter()
        self.waived: Told = Counter()
        self._source: str | None = None
        self._is_waived = self._in_source = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        classes = (known.get("class") or "").split()
        self._in_source = tag == "span" and classes == ["source"]
        if tag == "article":
            self._source = ""
        if "note" in classes:
            self._is_waived = "waived" in classes
        if "data-finding" in known:
            told = self.waived if self._is_waived else self.told
            told[self._source or "", known["data-rule"] or ""] += 1

    def handle_data(self, data: str) -> None:
        if self._in_source:
            self._source = (self._source or "") + data

    def handle_endtag(self, tag: str) -> None:
        self._in_source &= tag != "span"


def of_html(data: bytes) -> Told:
    found = Page()
    found.feed(data.decode())
    return found.told


def table(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file by the names of their columns."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def of_csv(data: bytes) -> Told:
    return _of_rows(table(data))


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The cells of a workbook by sheet, read from its XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - written by our own formatter
        names = [one.attrib["name"] for one in book.iter(f"{SHEET}sheet")]
        return {
            name: list(_rows(archive.read(f"xl/worksheets/sheet{number}.xml")))
            for number, name in enumerate(names, start=1)
        }


def _rows(part: bytes) -> Iterator[list[str]]:
    for row in ElementTree.fromstring(part).iter(f"{SHEET}row"):  # noqa: S314 - written by our own formatter
        yield ["".join(cell.itertext()) for cell in row.iter(f"{SHEET}c")]


def of_xlsx(data: bytes) -> Told:
    head, *rows = sheets(data)["问题"]
    return _of_rows([dict(zip(head, row, strict=True)) for row in rows])


def _of_rows(rows: list[dict[str, str]]) -> Told:
    return Counter(
        (row["文件"], rule) for row in rows if row["规则"] for rule in rules_of(row["规则"], row["问题"].split("\n"))
    )


READ_BACK: dict[str, Callable[[bytes], Told]] = {
    "text": of_text,
    "plain": of_plain,
    "json": of_json,
    "jsonl": of_jsonl,
    "sarif": of_sarif,
    "junit": of_junit,
    "github": of_github,
    "gitlab": of_gitlab,
    "checkstyle": of_checkstyle,
    "markdown": of_markdown,
    "html": of_html,
    "csv": of_csv,
    "xlsx": of_xlsx,
}
