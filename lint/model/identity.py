"""Which body a name is, as far as the name alone decides it. What it leaves open is None, never a guess."""

import re

_KINDS: tuple[tuple[str, str], ...] = (
    (r"人民政府$", "government"),
    (r"人民政府办公[厅室]$", "department"),
    (r"街道(?:办事处|办)?$", "subdistrict"),
    (r"管(?:理)?委(?:员)?会$|(?:开发|实验|示范|新|园|管理)区$", "committee"),
    (r"(?:局|厅|部|署|委|委员会|办公室|中心|大队|支队|总队|处|站|所|院|馆|社|会)$", "department"),
    (r"(?:乡|镇|苏木)$", "government"),
    (r"(?:省|市|县|旗|州|区)$", "government"),
)
_NATIONAL = re.compile(r"^(?:国家|国务院|中华人民共和国|中国人民银行|审计署|最高)")
_TOWNSHIP = re.compile(r"(?:[镇乡]|苏木|街道)(?:人民政府|办事处|党政办公室|办)?$")
_COUNTY = re.compile(r"[县旗]|市.{1,6}区(?!域)")
_PREFECTURAL = re.compile(r"自治州|地区行政公署|盟行政公署")
_PROVINCIAL = re.compile(
    r"^(?:.{2,3}省|.{2,6}自治区|(?:北京|上海|天津|重庆)市)"
    r"(?:人民政府(?:办公厅)?|.{0,14}[局厅委]|.{0,14}委员会|.{0,14}办公[厅室])?$"
)


def kind_of(name: str) -> str | None:
    """government, department, subdistrict or committee, by the ending of the name."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, name)), None)


def level_of(name: str) -> str | None:
    """national, provincial, prefectural, county or township; a bare 某市 may be two of them and is None."""
    for pattern, level in (
        (_NATIONAL, "national"),
        (_TOWNSHIP, "township"),
        (_COUNTY, "county"),
        (_PREFECTURAL, "prefectural"),
        (_PROVINCIAL, "provincial"),
    ):
        if pattern.search(name):
            return level
    return None


_TITLE_YEAR = re.compile(r"(?<!\d)(20[0-9]{2})\s*(?:年度|年)")
_TITLE_NAME = re.compile(r"^(?:20\d{2}\s*年度?)?\s*(?P<name>.+?)\s*(?:关于)?\s*(?:20\d{2}\s*年度?)?\s*(?:的)?\s*(?:政府|政务)?信息公开")


def year_of_title(title: str) -> int | None:
    """The year a title names."""
    found = _TITLE_YEAR.search(title)
    return int(found[1]) if found else None


def agency_of_title(title: str) -> str | None:
    """The body a title names: what stands beside the year and before 政府信息公开."""
    found = _TITLE_NAME.match(title)
    name = re.sub(r"\s+", "", found["name"]) if found else ""
    return name or None
