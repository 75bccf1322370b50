"""Writes every other form of every example from its JSON form: ``python examples/write.py``.

YAML, text, Word, HTML, Markdown, Excel and PDF come out the same, byte for byte, whenever they are written. The old
and the open formats of one example, in office/, were made from its .docx and .xlsx by LibreOffice, which writes other
bytes each time: ``python examples/write.py --office`` makes them anew where it is installed, which is only needed when
it changes.
"""

import json
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from lint.model.layout import Layout
from lint.rulebook.book import load
from tests.documents.docx import docx
from tests.documents.html import Page, html
from tests.documents.markdown import markdown
from tests.documents.paper import paper
from tests.documents.style import Style
from tests.documents.xlsx import Workbook, xlsx
from tests.readers.support_pdf import pdf

HERE = Path(__file__).parent
# Each example is laid out in its own way.
STYLES = {
    "clean/department": Style(),
    "clean/county": Style(blocks="each", disputes="tables", cut="repeated", before="\u00a0"),
    "clean/city": Style(merges=False, after="\u00a0"),
    "clean/office": Style(headers="flat", labels="groups", disputes="labelled"),
    "broken/department": Style(broken=True, vertical=True),
}
PAGES = {
    "clean/department": Page(),
    "clean/county": Page(cells="wordy", site="示例县人民政府"),
    "clean/city": Page(around=False),
    "clean/office": Page(cells="bare"),
    "broken/department": Page(line_breaks=True, site="样例县人民政府"),
}
WORKBOOKS = {"clean/county": Workbook(sheets="each"), "clean/office": Workbook(numbers="none", merged=False)}
IN_OFFICE = "clean/department"
OFFICE_FORMS = {"docx": ("doc", "odt", "rtf"), "xlsx": ("xls", "ods")}


def main() -> None:
    """Write all forms beside each JSON file."""
    book = load()
    for path in sorted(HERE.glob("*/*.json")):
        tree = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        layout = book.layout(tree["edition"])
        _write(path.with_suffix(".yaml"), yaml_lines(tree))
        _write(path.with_suffix(".txt"), text_lines(tree, layout))
        for ending, content in documents(path.relative_to(HERE).with_suffix("").as_posix(), tree, layout).items():
            path.with_suffix(f".{ending}").write_bytes(content)
    if "--office" in sys.argv[1:]:
        convert()


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def documents(name: str, tree: dict[str, Any], layout: Layout) -> dict[str, bytes]:
    """The documents of an example by the ending of their names."""
    document = paper(tree, layout, STYLES[name])
    return {
        "docx": docx(document),
        "html": html(document, PAGES[name]),
        "md": markdown(document),
        "xlsx": xlsx(document, WORKBOOKS.get(name)),
        "pdf": pdf(document),
    }


def convert() -> None:
    """Let LibreOffice make the formats that only it writes."""
    office = shutil.which("soffice")
    if office is None:
        sys.exit("examples/write.py: LibreOffice (soffice) is not installed")
    for made_from, endings in OFFICE_FORMS.items():
        for ending in endings:
            with TemporaryDirectory() as profile:
                command = [office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
                source = HERE / f"{IN_OFFICE}.{made_from}"
                # The program is LibreOffice, the file our own.
                subprocess.run(  # noqa: S603
                    [*command, "--convert-to", ending, "--outdir", str(HERE / "office"), str(source)], check=True
                )


def yaml_lines(value: dict[str, Any], indent: str = "") -> list[str]:
    """A mapping as YAML: strings in quotation marks, rows of figures in one line."""
    lines = []
    for name, below in value.items():
        if isinstance(below, dict) and any(isinstance(item, dict | str | list) for item in below.values()):
            lines += [f"{indent}{name}:", *yaml_lines(below, f"{indent}  ")]
        elif isinstance(below, list) and below:
            lines += [f"{indent}{name}:", *(f"{indent}  - {_scalar(item)}" for item in below)]
        elif isinstance(below, dict):
            cells = ", ".join(f"{key}: {_scalar(item)}" for key, item in below.items())
            lines.append(f"{indent}{name}: {{{cells}}}")
        else:
            lines.append(f"{indent}{name}: {_scalar(below)}")
    return lines


def _scalar(value: object) -> str:
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def text_lines(tree: dict[str, Any], layout: Layout) -> list[str]:
    """The report as text with tables laid out by tabs, as it is pasted from a page."""
    lines = [tree["title"], "", *tree["preamble"], ""]
    for key, section in tree["sections"].items():
        lines += [section["heading"], "", *section["paragraphs"]]
        if "table" in section:
            lines += ["", *_TABLES[key](section["table"], layout)]
        lines.append("")
    return lines


def _row(label: str, figures: dict[str, Any]) -> str:
    return "\t".join([label, *("" if figure is None else str(figure) for figure in figures.values())])


def _table_two(table: dict[str, Any], layout: Layout) -> list[str]:
    lines = []
    labels = {label.key: label.words.zh for label in (*layout.blocks, *layout.block_columns)}
    for caption, rows in layout.captions.items():
        shown = [row for row in rows if row in table]
        if shown:
            heads = [labels.get(f"{shown[0]}/{column}", labels[column]) for column in table[shown[0]]]
            lines += [caption, "\t".join(["信息内容", *heads]), *(_row(labels[row], table[row]) for row in shown)]
    return lines


def _table_three(table: dict[str, Any], layout: Layout) -> list[str]:
    columns = [label.words.zh for label in layout.columns]
    lines = [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况",
        "\t".join([columns[0], "法人或其他组织", columns[-1]]),
        "\t".join(columns[1:-1]),
    ]
    groups = {label.key: label.words.zh for label in layout.groups}
    seen: set[str] = set()
    for label in layout.rows:
        figures: Any = table
        for step in label.key.split("/"):
            figures = figures.get(step, {})
        above = label.key.rpartition("/")[0]
        lead = "" if above in seen or above not in groups else f"{groups[above]}\t"
        seen.add(above)
        if figures:
            lines.append(lead + _row(label.words.zh, figures))
    return lines


def _table_four(table: dict[str, Any], layout: Layout) -> list[str]:
    outcomes = "\t".join(label.words.zh for label in layout.outcomes)
    figures = [str(figure) for group in table.values() for figure in group.values()]
    return [
        "行政复议\t行政诉讼",
        f"{outcomes}\t未经复议直接起诉\t复议后起诉",
        f"{outcomes}\t{outcomes}",
        "\t".join(figures),
    ]


_TABLES = {"proactive": _table_two, "applications": _table_three, "disputes": _table_four}

if __name__ == "__main__":
    main()
