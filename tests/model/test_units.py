"""The administrative division: how many units of each sort there are, and of which sort a name is."""

import pytest

from lint.model import units

COUNTS = [
    ("municipalities", units.MUNICIPALITIES, 4),
    ("provinces-and-regions", units.PROVINCES, 27),
    ("prefectural-cities", units.CITIES, 293),
    ("autonomous-prefectures", units.AUTONOMOUS_PREFECTURES, 30),
    ("short-names", units.SHORT_PREFECTURES, 30),
    ("prefectural-regions", units.REGIONS, 7),
    ("leagues", units.LEAGUES, 3),
    ("county-cities", units.COUNTY_CITIES, 397),
]


@pytest.mark.parametrize(("names", "count"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_the_list_is_whole(names: tuple[str, ...], count: int) -> None:
    assert (len(names), len(set(names))) == (count, count)


def test_a_name_is_of_one_level() -> None:
    assert not units.PREFECTURAL & units.COUNTY
    assert not (units.PREFECTURAL | units.COUNTY) & {*units.MUNICIPALITIES, *units.PROVINCES}


def test_short_and_full_names_of_prefectures_go_together() -> None:
    pairs = zip(units.SHORT_PREFECTURES, units.AUTONOMOUS_PREFECTURES, strict=True)
    assert [full for short, full in pairs if not full.startswith(short.removesuffix("州"))] == []


SAMPLES = [
    *[(name, True) for name in ("哈尔滨市", "深圳市", "东莞市", "三沙市", "儋州市", "那曲市", "吉林市", "凉山州")],
    *[(name, False) for name in ("济源市", "仙桃市", "石河子市", "龙港市", "巢湖市", "芒市", "恩施市", "吉首市")],
]


@pytest.mark.parametrize(("name", "prefectural"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_samples(name: str, prefectural: bool) -> None:
    assert (name in units.PREFECTURAL, name in units.COUNTY) == (prefectural, not prefectural)
