"""The site of the rules: `make site` builds it from what `rules pages` writes and from the pages of this folder."""

import re

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

project = "xxgk-lint"
author = "the xxgk-lint authors"
language = "zh_CN"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["schemas"]
html_theme = "alabaster"
html_theme_options = {"description": "政府信息公开工作年度报告检查器", "page_width": "70em", "fixed_sidebar": True}
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html", "relations.html"]}
html_show_sourcelink = False
html_copy_source = False
html_search_language = "zh"
myst_heading_anchors = 3
myst_links_external_new_tab = False

# What stands below each index page: no page is left that nothing leads to.
BELOW = {
    "index": ("rules/index", "checks/index", "guide/README"),
    "rules/index": ("*/index",),
    "checks/index": ("*",),
    "guide/README": ("*", "authors/*"),
}
_CHINESE = r"\u3400-\u9fff"
_WORDS = re.compile(rf"[{_CHINESE}]+|[a-zA-Z0-9_]+")


class ByPairs(SearchLanguage):
    """Chinese found by every two characters that stand side by side, so that nothing has to know its words."""

    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = """
function splitQuery(query) {
    const runs = query.match(/[\\u3400-\\u9fff]+|[a-zA-Z0-9_]+/g) || [];
    return runs.flatMap(run => !/[\\u3400-\\u9fff]/.test(run) || run.length < 3
        ? [run] : Array.from({length: run.length - 1}, (_, at) => run.slice(at, at + 2)));
}
"""

    def split(self, input: str) -> list[str]:  # noqa: A002 - as Sphinx names it
        """The words of a text in other letters, and the pairs of its Chinese characters."""
        return [piece for run in _WORDS.findall(input) for piece in pairs(run)]


def pairs(run: str) -> list[str]:
    """A word as it is; of Chinese its pairs, and each character alone, for who looks for one."""
    if not re.match(f"[{_CHINESE}]", run):
        return [run.lower()]
    return [*run, *(run[at : at + 2] for at in range(len(run) - 1))]


def with_contents(_: Sphinx, page: str, source: list[str]) -> None:
    """Lead from each index page to what stands below it."""
    below = BELOW.get(page, ("*",) if page.startswith("rules/") and page.endswith("/index") else ())
    if below:
        source[0] += "\n".join(("", "```{toctree}", ":hidden:", ":glob:", ":maxdepth: 1", "", *below, "```", ""))


def setup(app: Sphinx) -> None:
    """What Sphinx calls at its start."""
    app.add_search_language(ByPairs)
    app.connect("source-read", with_contents)
