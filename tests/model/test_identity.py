"""Which body a name is: what it decides, and what it leaves open."""

import pytest

from lint.model.identity import agency_of_title, kind_of, level_of, makes_regulations, year_of_title
from lint.model.report import Identity

NAMES = [
    # governments
    ("示例省人民政府", "government", "provincial"),
    ("示例壮族自治区人民政府", "government", "provincial"),
    ("上海市人民政府", "government", "provincial"),
    ("重庆市人民政府", "government", "provincial"),
    ("示例市人民政府", "government", None),
    ("示例省示例市人民政府", "government", None),
    ("津市市人民政府", "government", "county"),
    ("镇江市人民政府", "government", "prefectural"),
    ("新乡市人民政府", "government", "prefectural"),
    ("萍乡市人民政府", "government", "prefectural"),
    ("景德镇市人民政府", "government", "prefectural"),
    ("区县市人民政府", "government", None),
    ("常州市人民政府", "government", "prefectural"),
    ("江苏省常州市人民政府", "government", "prefectural"),
    ("内蒙古包头市人民政府", "government", "prefectural"),
    ("吉林省吉林市人民政府", "government", "prefectural"),
    ("吉林市人民政府", "government", "prefectural"),
    ("东莞市人民政府", "government", "prefectural"),
    ("凉山州人民政府", "government", "prefectural"),
    ("青海省海南州人民政府", "government", "prefectural"),
    ("新疆维吾尔自治区阿勒泰地区行政公署", "government", "prefectural"),
    ("余姚市人民政府", "government", "county"),
    ("湖北省仙桃市人民政府", "government", "county"),
    ("湖北恩施州利川市人民政府", "government", "county"),
    ("凉山州西昌市人民政府", "government", "county"),
    ("芒市人民政府", "government", "county"),
    ("新示例市人民政府", "government", None),
    ("示例自治州人民政府", "government", "prefectural"),
    ("示例盟行政公署", "government", "prefectural"),
    ("示例地区行政公署", "government", "prefectural"),
    ("示例县人民政府", "government", "county"),
    ("示例自治县人民政府", "government", "county"),
    ("乡宁县人民政府", "government", "county"),
    ("镇平县人民政府", "government", "county"),
    ("示例旗人民政府", "government", "county"),
    ("示例左旗人民政府", "government", "county"),
    ("示例市示例区人民政府", "government", "county"),
    ("示例市市中区人民政府", "government", "county"),
    ("上海市浦东新区人民政府", "government", "county"),
    ("杭州市西湖区人民政府", "government", "county"),
    ("新乡市红旗区人民政府", "government", "county"),
    ("神农架林区人民政府", "government", "county"),
    ("示例市样例市人民政府", "government", "county"),
    ("示例自治州样例市人民政府", "government", "county"),
    ("示例盟样例市人民政府", "government", "county"),
    ("示例县示例镇人民政府", "government", "township"),
    ("样例镇人民政府", "government", "township"),
    ("示例民族乡人民政府", "government", "township"),
    ("示例旗示例苏木人民政府", "government", "township"),
    # bare places
    ("示例省", "government", "provincial"),
    ("示例市", "government", None),
    ("示例县", "government", "county"),
    ("示例市示例区", "government", "county"),
    ("示例镇", "government", "township"),
    ("景德镇", None, None),
    ("新乡", None, None),
    ("浦东新区", None, None),
    ("示例社区", None, None),
    ("平潭综合实验区", "committee", None),
    # offices of governments
    ("示例省人民政府办公厅", "department", "provincial"),
    ("示例市人民政府办公厅", "department", None),
    ("示例县人民政府办公室", "department", "county"),
    ("示例镇人民政府党政办公室", "department", "township"),
    # departments
    ("示例省水利厅", "department", "provincial"),
    ("示例省市场监督管理局", "department", "provincial"),
    ("示例省人民政府国有资产监督管理委员会", "department", "provincial"),
    ("上海市科学技术委员会", "department", "provincial"),
    ("北京市城市管理委员会", "department", "provincial"),
    ("北京市公安局海淀分局", "department", None),
    ("北京市海淀区水务局", "department", "county"),
    ("示例省示例市水利局", "department", None),
    ("示例市水利局", "department", None),
    ("常州市水利局", "department", "prefectural"),
    ("福建省三明市市场监督管理局", "department", "prefectural"),
    ("凉山州水利局", "department", "prefectural"),
    ("余姚市水利局", "department", "county"),
    ("浙江省余姚市公安局", "department", "county"),
    ("江阴市人民政府办公室", "department", "county"),
    ("镇江市水利局", "department", "prefectural"),
    ("新乡市市场监督管理局", "department", "prefectural"),
    ("信阳市城市管理局", "department", "prefectural"),
    ("示例市社区矫正管理局", "department", None),
    ("示例市库区移民管理局", "department", None),
    ("示例市三峡库区移民管理局", "department", None),
    ("示例市公安局示例分局", "department", None),
    ("示例市示例区水利局", "department", "county"),
    ("示例市高新区财政局", "department", None),
    ("平潭综合实验区社会事业局", "department", None),
    ("示例自治州水利局", "department", "prefectural"),
    ("示例自治州样例市水利局", "department", "county"),
    ("沭阳县发展和改革局", "department", "county"),
    ("示例市示例县乡村振兴局", "department", "county"),
    ("示例市县域经济发展局", "department", None),
    ("林州市红旗渠管理局", "department", "county"),
    ("示例旗水利局", "department", "county"),
    ("示例市发展和改革委员会", "department", None),
    ("示例县住房和城乡建设局", "department", "county"),
    # townships and streets
    ("示例市示例街道办事处", "subdistrict", "township"),
    ("示例街道", "subdistrict", "township"),
    # committees of zones, and committees that are none
    ("示例经济技术开发区管理委员会", "committee", None),
    ("示例市高新区管委会", "committee", None),
    ("示例县工业园区管理委员会", "committee", None),
    ("示例市国有资产监督管理委员会", "department", None),
    ("示例市住房公积金管理委员会", None, None),
    ("示例社区居民委员会", "other", None),
    # national bodies and their branches
    ("教育部", "department", "national"),
    ("住房和城乡建设部", "department", "national"),
    ("国务院办公厅", "department", "national"),
    ("国务院国有资产监督管理委员会", "department", "national"),
    ("中国证券监督管理委员会", "department", "national"),
    ("国家发展和改革委员会", "department", "national"),
    ("国家市场监督管理总局", "department", "national"),
    ("国家税务总局", "department", "national"),
    ("国家税务总局示例市税务局", "department", None),
    ("国家税务总局示例县税务局", "department", None),
    ("国家统计局示例调查总队", "department", None),
    ("国家金融监督管理总局示例监管局", "department", None),
    ("水利部示例江水利委员会", "department", None),
    ("中华人民共和国示例海关", None, None),
    ("中华人民共和国示例海事局", "department", None),
    ("国家级示例经济技术开发区管理委员会", "committee", None),
    ("新疆生产建设兵团", None, None),
    # what is no administrative body, or need be none
    ("中共示例县委办公室", None, None),
    ("示例市委宣传部", None, None),
    ("示例市公共资源交易中心", None, None),
    ("示例县人民医院", None, None),
    ("示例市第一中学", None, None),
    ("示" * 100 + "县人民政府", None, None),
]


@pytest.mark.parametrize(("name", "kind", "level"), NAMES, ids=[name[:24] for name, *_ in NAMES])
def test_a_name_tells_only_what_is_certain(name: str, kind: str | None, level: str | None) -> None:
    assert (kind_of(name), level_of(name)) == (kind, level)


MAKERS = [
    ("示例省人民政府", True),
    ("上海市人民政府", True),
    ("常州市人民政府", True),
    ("东莞市人民政府", True),
    ("凉山彝族自治州人民政府", True),
    ("教育部", True),
    ("示例市人民政府", None),
    ("常州市人民政府办公室", None),
    ("示例省人民政府办公厅", None),
    ("国家税务总局示例市税务局", None),
    ("示例市公共资源交易中心", None),
    ("余姚市人民政府", False),
    ("余姚市人民政府办公室", False),
    ("示例县人民政府", False),
    ("示例市示例区人民政府", False),
    ("样例镇人民政府", False),
    ("示例街道办事处", False),
    ("示例经济技术开发区管理委员会", False),
    ("阿里地区行政公署", False),
    ("阿拉善盟行政公署办公室", False),
    ("示例省水利厅", False),
    ("示例市水利局", False),
    ("常州市水利局", False),
]


@pytest.mark.parametrize(("name", "may"), MAKERS, ids=[name for name, _ in MAKERS])
def test_who_makes_regulations(name: str, may: bool | None) -> None:
    assert makes_regulations(Identity(agency=name, kind=kind_of(name), level=level_of(name))) is may


TITLES = [
    ("示例市水利局2023年政府信息公开工作年度报告", "示例市水利局", 2023),
    ("2023年度示例市水利局政府信息公开工作年度报告", "示例市水利局", 2023),
    ("示例镇人民政府关于2022年的政府信息公开年度报告", "示例镇人民政府", 2022),
    ("示 例 镇\u3000人民政府 2022 年度政府信息公开工作年度报告", "示例镇人民政府", 2022),
    ("政府信息公开工作年度报告", None, None),
]


@pytest.mark.parametrize(("title", "agency", "year"), TITLES)
def test_a_title_names_body_and_year(title: str, agency: str | None, year: int | None) -> None:
    assert (agency_of_title(title), year_of_title(title)) == (agency, year)


def test_a_hostile_title_takes_no_time() -> None:
    assert agency_of_title("示" + " " * 100_000 + "x") is None
