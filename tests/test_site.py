"""The pages of the rules, and the site that is made of them."""

import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path, PurePosixPath

import pytest

from lint.engine.checks.table import CHECKS
from lint.model.rule import Rule
from lint.model.text import Language
from lint.rulebook.book import load
from lint.rulebook.explaining.explained import explained
from lint.rulebook.explaining.listing import kind_of
from lint.rulebook.explaining.markdown import as_markdown
from lint.rulebook.pages import pages
from lint.rulebook.rule_file import parse
from tests.cli.support_cli import run_inside
from tests.rulebook.test_packs import PACK, RULE, pack

ROOT = Path(__file__).parents[1]
BOOK = load()
PAGES = {page.path: page.text for page in pages(BOOK)}
HEADS: dict[Language, str] = {"zh": "## 中文", "en": "## English"}
LINK = re.compile(r"\]\(([^)\s]+\.md)\)")
ELSEWHERE = {"guide/README.md"}  # what `make pages` copies beside them


def test_a_page_for_each_rule_and_kind() -> None:
    """And for each family, with what leads to them; none twice, and none besides."""
    families = dict.fromkeys(rule.family for rule in BOOK.rules)
    assert list(PAGES) == [
        *("index.md", "rules/index.md"),
        *(f"rules/{letters}/index.md" for letters in families),
        *(f"rules/{rule.family}/{rule.id}.md" for rule in BOOK.rules),
        *("checks/index.md", *(f"checks/{kind}.md" for kind in CHECKS)),
    ]


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_the_page_of_a_rule_says_what_explain_says(rule: Rule) -> None:
    """In both languages, in the same words."""
    page, spec = PAGES[f"rules/{rule.family}/{rule.id}.md"], parse(Path(rule.source)).spec
    assert page.startswith(f"# {rule.id} ")
    for language, head in HEADS.items():
        told = "\n".join(list(as_markdown(explained(rule, spec, language, BOOK.layout("2021")), level=2))[1:])
        assert f"{head}\n{told}" in page
    assert f"[{kind_of(spec['check'])}](../../checks/{kind_of(spec['check'])}.md)" in page


@pytest.mark.parametrize("kind", CHECKS)
def test_the_page_of_a_kind(kind: str) -> None:
    """Its keys with their descriptions, what its program says of itself, and the rules that have it."""
    page = PAGES[f"checks/{kind}.md"]
    rows = re.findall(r"^\| `([\w.]+)` \| (.+?) \| (.+) \|$", page, re.MULTILINE)
    assert rows[0][0] == kind
    assert [name for name, _, described in rows if not described.strip()] == []
    documented = page.partition("## 如何判断 How it decides")[2].partition("## 规则 Rules")[0]
    assert len(documented.split()) > 5
    assert "``" not in documented
    for rule in BOOK.rules:
        has = kind_of(parse(Path(rule.source)).spec["check"]) == kind
        assert (f"](../rules/{rule.family}/{rule.id}.md)" in page) == has


def test_every_link_leads_to_a_page() -> None:
    for path, text in PAGES.items():
        for link in LINK.findall(text):
            steps: list[str] = []
            for step in (PurePosixPath(path).parent / link).parts:
                steps = steps[:-1] if step == ".." else [*steps, step]
            assert "/".join(steps) in {*PAGES, *ELSEWHERE}, path


def test_the_command_writes_them(tmp_path: Path) -> None:
    """Those of a pack too, with the pack that they are of."""
    folder = pack(tmp_path / "pack", PACK, own=RULE)
    done = run_inside("rules", "pages", "--rules", folder, "-o", tmp_path / "pages")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / "pages" / "rules" / "AR" / "AR003.md").read_text(encoding="utf-8") == PAGES["rules/AR/AR003.md"]
    own = (tmp_path / "pages" / "rules" / "ZZ" / "ZZ001.md").read_text(encoding="utf-8")
    assert "规则包：示例省规则（example-province）" in own


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run_inside("rules", "pages", "-o", tmp_path / "file")
    assert (done.code, done.out) == (2, "")


@pytest.mark.needs_module("sphinx", "myst_parser")
@pytest.mark.needs_program("make")
def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    """As ``make site`` does it, from what is installed; then each rule has its page, and Chinese is found."""
    command = (
        *("make", "--silent", "--old-file=.venv/run.stamp", "site", "INSTALL_LOCKED=true"),
        *(f"BIN={Path(sys.executable).parent}", f"PAGES={tmp_path / 'pages'}", f"SITE={tmp_path / 'site'}"),
    )
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    site = tmp_path / "site"
    assert [rule.id for rule in BOOK.rules if not (site / "rules" / rule.family / f"{rule.id}.html").is_file()] == []
    assert "如何豁免" in (site / "rules" / "AR" / "AR003.html").read_text(encoding="utf-8")
    index = (site / "searchindex.js").read_text(encoding="utf-8").encode().decode("unicode_escape")
    assert '"处理"' in index


@pytest.mark.needs_module("sphinx")
def test_chinese_is_split_into_pairs() -> None:
    """Each pair and each character is found, and other words as they are."""
    spec = spec_from_file_location("site_configuration", ROOT / "docs" / "conf.py")
    assert spec is not None
    assert spec.loader is not None
    configuration = module_from_spec(spec)
    spec.loader.exec_module(configuration)
    assert configuration.pairs("处理费") == ["处", "理", "费", "处理", "理费"]
    assert configuration.pairs("Word") == ["word"]
