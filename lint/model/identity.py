"""Which body a name is, as far as the name alone decides it. What it leaves open is None, never a guess."""

import re
from functools import lru_cache

from lint.model.pattern import Pattern
from lint.model.report import Identity

LONGEST = 60

_OFFICE = r"(?:人民政府|政府)?(?:党政)?(?:办公[厅室])?"
# 新乡, 萍乡, 桐乡, 宁乡 and 景德镇 are cities.
_TOWN = r"(?:(?<!景德)镇|(?<![新萍桐宁])乡|苏木)"
_PARTY = Pattern(r"^中共|[省市县区旗州]委|党工?委|工委$|纪委|团委|政法委")
# A 区 that is no district, or need be none.
_ZONE = (
    r"(?:开发|实验|试验|示范|高新|经开|园|管理|合作|保税|度假|旅游|景|名胜|功能|产业|工业|集聚|聚集|集中|新|保护|流域|"
    r"经济|综合|核心|商务|物流|生态|先行|科技|科教|文化|大学|库|灌|矿|校|厂|湖|港|城|山|林|特|农场|农垦|老|地|社|辖|片)区"
)
_KINDS = tuple(
    (Pattern(pattern), kind)
    for pattern, kind in (
        (r"(?:人民政府|行政公署)$", "government"),
        (r"(?:人民政府|行政公署)办公[厅室]$", "department"),
        (r"街道(?:办事处|办)?$", "subdistrict"),
        (r"(?:居民|村民|业主)委员会$", "other"),
        (r"(?:(?<!社)区|园|城|港|岛)管(?:理)?委(?:员)?会$", "committee"),
        (r"(?:开发|实验|试验|示范|高新|经开|园|合作|保税|度假)区$", "committee"),
        (r"(?:局|厅|部|署|委|(?<!管理)委员会|(?:监督|城市)管理委员会|办公室|总队|支队|大队)$", "department"),
        (rf"..{_TOWN}$|(?:[省市县旗]|自治州|(?<![社市辖片学营校景库灌矿厂新地])区)$", "government"),
    )
)

_MINISTRIES = (
    "外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|"
    "住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理"
)
_NATIONAL = Pattern(
    rf"(?:中华人民共和国)?(?:(?:{_MINISTRIES})部|审计署|海关总署|国家(?!级)[^局委署省县区州]{{2,14}}(?:局|委员会|署))"
    r"|国务院(?:办公厅|研究室|国有资产监督管理委员会|[^局委省县区州]{2,6}办公室)"
    r"|中国(?:人民银行|气象局|地震局|民用航空局|证券监督管理委员会)"
)
# Branches of the national systems: of which level they are, their name does not say.
_BRANCH = Pattern(rf"^(?:国家|国务院|中国|中华|审计署|海关|(?:{_MINISTRIES})部.)|分局|支局|驻")
_TOWNSHIP = Pattern(rf".{{2}}{_TOWN}{_OFFICE}$|街道(?:办事处|办|(?:党政)?办公室)?$")
_GOVERNMENT = Pattern(r"(?P<place>.{2,}?)(?:人民政府|行政公署)(?:办公[厅室])?")
_HARMLESS = Pattern(
    r"市场|城市|市政|市容|市区|市域|市民|都市|区划|区域|社区|片区|辖区|灾区|疫区|牧区|军区|战区|县域|县级|县城|贫困县|"
    r"红旗(?!区)|旗帜|乡村|城乡|乡镇|城镇|村镇|镇村|镇域|乡土|家乡"
)
_BODY = Pattern(
    r"(?P<place>.*[省市县区旗州盟镇乡])(?:人民政府|政府)?[^省市县区旗州盟镇乡局厅署委部驻]{2,20}(?:局|厅|委|委员会|办公室|部)"
)
_PROVINCE = Pattern(r"[^省市县]{2,3}省|[^省市县]{2,6}自治区|(?:北京|上海|天津|重庆)市")
_CITY_BELOW = Pattern(r".+(?:市|自治州|地区|盟).{2,}市")
_DISTRICT = Pattern(r"(?:.*[省市])?[^省市]{2,6}区")


@lru_cache(maxsize=1024)
def kind_of(name: str) -> str | None:
    """government, department, subdistrict, committee or other, by the ending of the name."""
    if len(name) > LONGEST or _PARTY.search(name):
        return None
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), None)


@lru_cache(maxsize=1024)
def level_of(name: str) -> str | None:
    """national, provincial, prefectural, county or township; a 某市 that is in no list is None."""
    if len(name) > LONGEST:
        return None
    if _NATIONAL.fullmatch(name):
        return "national"
    if _BRANCH.search(name):
        return None
    if _TOWNSHIP.search(name):
        return "township"
    government = _GOVERNMENT.fullmatch(name)
    if government:
        return "prefectural" if "行政公署" in name else _level_of_place(government["place"], government=True)
    body = _BODY.fullmatch(_HARMLESS.sub("〇〇", name))
    return _level_of_place(body["place"] if body else name, government=False)


def _level_of_place(place: str, *, government: bool) -> str | None:
    """The level of a place: 某省, 某自治州, 某县, 某市某区."""
    if _PROVINCE.fullmatch(place):
        return "provincial"
    if place.endswith("自治州"):
        return "prefectural"
    if place.endswith(("县", "旗")) or _CITY_BELOW.fullmatch(place):
        return "county"
    listed = _listed(place)
    if listed:
        return listed
    if government:
        return "county" if re.search(r"[^地治]区$|林区$|特区$", place) else None
    return "county" if _DISTRICT.fullmatch(place) and not re.search(f"{_ZONE}$", place) else None


def _listed(place: str) -> str | None:
    """The level of a city or prefecture by the list of all, with or without the names of what is above it."""
    from lint.model.units import COUNTY, PREFECTURAL, PROVINCES, short_name  # noqa: PLC0415 - most names need none

    province = next((one for one in PROVINCES if place.startswith(short_name(one))), "")
    bare = place.removeprefix(province) if place.startswith(province) else place.removeprefix(short_name(province))
    below = bare.rpartition("州")[2]
    for name in (place, bare, below):
        if name in PREFECTURAL or name in COUNTY:
            return "prefectural" if name in PREFECTURAL else "county"
    return None


# The office of a government reports for the government.
_OFFICE_OF_GOVERNMENT = Pattern(r"政府办(?:公[厅室])?")
# A name that begins with a place is that of a local body, whatever the level of the place.
_LOCAL_NAME = Pattern(r"(?!国家|国务院|中国|中华|中央|全国).{2,12}?[省市县区旗州盟](?!场)")
_LOCAL = frozenset({"provincial", "prefectural"})


def makes_regulations(who: Identity) -> bool | None:
    """Whether a body may make 规章; None where kind, level and name leave it open.

    Source: 立法法 (2023), articles 91 and 93: ministries and the like, and governments of provinces, of cities with
    districts and of autonomous prefectures. A 行政公署 is none of them.
    """
    name = who.agency or ""
    if who.level == "national":
        return True
    if who.level in ("county", "township") or who.kind in ("subdistrict", "committee") or "行政公署" in name:
        return False
    if _OFFICE_OF_GOVERNMENT.search(name):
        return None
    if who.kind == "government":
        return True if who.level in _LOCAL else None
    return False if who.kind == "department" and (who.level in _LOCAL or _LOCAL_NAME.match(name)) else None


_TITLE_YEAR = Pattern(r"(?<!\d)(20[0-9]{2})\s*(?:年度|年)")
_CHINESE_YEAR = Pattern(r"二[〇○０0零][〇○０0零一二三四五六七八九]{2}(?=\s*年)")
_CHINESE_DIGITS = str.maketrans("〇○０零一二三四五六七八九", "0000123456789")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_ONLY_YEAR = Pattern(r"20\d{2}年?度?|年?度?")
_TITLE_NAME = Pattern(
    r"(?:关于)?(?:20\d{2}年度?)?(?P<name>(?!(?:政府|政务)?信息公开).{1,80}?)(?:关于)?(?:20\d{2}年度?)?的?(?:政府|政务)?信息公开"
)


def year_of_title(title: str) -> int | None:
    """The year a title names."""
    found = _TITLE_YEAR.search(_plain_year(title))
    return int(found[1]) if found else None


def _plain_year(title: str) -> str:
    """A title with its year in plain digits: 二〇二三年 and ２０２３年 are 2023年."""
    title = title.translate(_WIDE_DIGITS)
    found = _CHINESE_YEAR.search(title)
    return title[: found.start()] + found[0].translate(_CHINESE_DIGITS) + title[found.end() :] if found else title


def agency_of_title(title: str) -> str | None:
    """The body a title names: what stands beside the year and before 政府信息公开."""
    found = _TITLE_NAME.match("".join(_plain_year(title[: 4 * LONGEST]).split()))
    return found["name"] if found and not _ONLY_YEAR.fullmatch(found["name"]) else None
