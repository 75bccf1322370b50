"""Personal data found in a report is never written out: whatever the format, language or width, it is masked."""

import re
import unicodedata
from functools import cache

import pytest

from lint.api import Session
from lint.formatters.look import Look
from lint.formatters.table import FORMATTERS
from lint.model.run import Checked
from lint.model.settings import Settings
from lint.model.text import Language
from tests.cli.support_cli import dumped, tree
from tests.formatters.support_formatters import checked, rendered

# Invented: a day of birth in 1900, numbers of no network and no bank; the check signs are right.
IDENTITY, LETTERED = "110101190001010014", "11010119000101009X"
MOBILE = "13800000000"
CARD = "6222021000111222336"
NAME = "王小明"
LONG = "本机关明确专人负责信息的采集、审核、发布，定期检查各栏目的更新情况和数据质量，结果纳入年度考核并通报"

# What is written, what must not be told, and how it is told instead, by which rule.
CASES = {
    "identity-number": (f"某某（{IDENTITY}）申请公开。", IDENTITY, "1101**********0014", "HY004"),
    "with-a-letter": (f"身份证{LETTERED.lower()}。", LETTERED, "1101**********009X", "HY004"),
    "in-groups": ("身份证 110101 19000101 0014。", IDENTITY, "1101**********0014", "HY004"),
    "full-width": ("身份证１１０１０１１９０００１０１００１４。", IDENTITY, "1101**********0014", "HY004"),
    "bold": (f"**{IDENTITY}** 提出申请。", IDENTITY, "1101**********0014", "HY004"),
    "in-a-tag": (f'<span id="{IDENTITY}">某某 {IDENTITY}</span>', IDENTITY, "1101**********0014", "HY004"),
    "in-half-a-bracket": (f"（{IDENTITY} 某某申请公开。", IDENTITY, "1101**********0014", "HY004"),
    "in-a-template": (f"（文字描述：{IDENTITY}）", IDENTITY, "1101**********0014", "HY004"),
    "in-a-placeholder": (f"${{{IDENTITY}}}", IDENTITY, "1101**********0014", "HY004"),
    "before-a-gap": (f"{IDENTITY}公开信息 条。", IDENTITY, "1101**********0014", "HY004"),
    "beside-a-misprint": (f"公开为常态，{IDENTITY}，，公开为例外。", IDENTITY, "1101**********0014", "HY004"),
    "mobile": (f"李某{MOBILE}申请公开。", MOBILE, "138****0000", "HY011"),
    "mobile-in-groups": ("李某 138-0000-0000 申请公开。", MOBILE, "138****0000", "HY011"),
    "mobile-as-contact": (f"联系电话：{MOBILE}。", MOBILE, "138****0000", "HY005"),
    "card": (f"款项汇入某某的银行卡{CARD}。", CARD, "6222***********2336", "HY012"),
    "card-in-groups": ("汇入银行卡 6222 0210 0011 1222 336。", CARD, "6222***********2336", "HY012"),
    "name": (f"申请人{NAME}提出申请。", NAME, "申请人王**", "HY013"),
    "repeated": (f"{IDENTITY}，{LONG}。", IDENTITY, "1101**********0014", "HY004"),
}
SECTIONS = ("overview", "proactive", "applications", "disputes", "problems", "other")


@cache
def result(case: str) -> Checked:
    """What came of a report that holds the text of a case in every part, in the last one twice."""
    written = CASES[case][0]
    report = tree()
    report["preamble"].append(written)
    for section in (*SECTIONS, SECTIONS[-1]):
        report["sections"][section].setdefault("paragraphs", []).append(written)
    return checked("report.json", dumped(report))


def bare(text: str) -> str:
    """Text without anything that may stand between the digits of a number, in one form of letters."""
    return re.sub(r"[\s\u3000-]|\\u3000", "", unicodedata.normalize("NFKC", text)).upper()


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", FORMATTERS)
@pytest.mark.parametrize("case", CASES)
def test_no_output_holds_what_is_private(case: str, form: str, language: Language, width: int) -> None:
    private = CASES[case][1]
    out = rendered(form, [result(case)], Look(language=language, width=width))
    assert private not in out
    assert private not in bare(out)
    assert "HY0" in out


@pytest.mark.parametrize("case", CASES)
def test_the_finding_shows_the_ends_only(case: str) -> None:
    _, private, masked, rule = CASES[case]
    found = [one for one in result(case).diagnostics if one.rule == rule]
    assert {one.values["found"] for one in found} == {masked}
    every = "".join(f"{one.message.zh}{one.message.en}{one.values}" for one in result(case).diagnostics)
    assert private not in bare(every)


@pytest.mark.parametrize("case", [case for case in CASES if CASES[case][3] == "HY004"])
def test_every_place_of_an_identity_number_is_found(case: str) -> None:
    found = [one.pointer for one in result(case).diagnostics if one.rule == "HY004"]
    holders = {str(pointer).rpartition("/")[0] for pointer in found}
    assert holders == {"/preamble", *(f"/sections/{section}/paragraphs" for section in SECTIONS)}


@pytest.mark.parametrize("case", [case for case in CASES if CASES[case][3] in {"HY004", "HY011", "HY012"}])
def test_the_page_masks_numbers_whatever_rules_are_asked(case: str) -> None:
    """The page shows the text of the report: its masking does not wait for a finding."""
    _, private, shown, _ = CASES[case]
    one = unasked(case)
    assert not [found for found in one.diagnostics if found.rule.startswith("HY")]
    out = rendered("html", [one], Look(language="zh", width=100))
    assert private not in bare(out)
    assert out.count(shown) >= len(SECTIONS)


@cache
def unasked(case: str) -> Checked:
    """The same report, of which no rule of hygiene was asked."""
    report = result(case).report
    assert report is not None
    return Session(Settings(ignore=("HY",))).check_report(report)


def test_what_is_no_number_of_a_person_stays_on_the_page() -> None:
    """Codes, file numbers, counts and telephones to call are shown as they are."""
    written = f"统一社会信用代码：{IDENTITY}。监督电话：{MOBILE}。全年阅读量{MOBILE}次。缴费账号：{CARD}。"
    report = tree()
    report["preamble"].append(written)
    one = Session(Settings(ignore=("HY",))).check_bytes("report.json", dumped(report).encode())
    assert written in rendered("html", [one], Look(language="zh", width=100))
