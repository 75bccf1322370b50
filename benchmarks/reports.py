"""Reports to measure with: one clean example under as many invented names as are wanted."""

from itertools import product
from pathlib import Path

from benchmarks.commands import ROOT

EXAMPLE = ROOT / "examples" / "clean" / "department.json"
INVENTED = "示例"  # the place of which every example is
SYLLABLES = "东南西北中山水林河湖江海溪泉岭坡沙石松柳梅竹兰菊荷桃杏梨桑槐枫柏桂樟杨榆棠枣栗橘云雨雪霜泽谷峰"


def write_reports(folder: Path, count: int) -> list[Path]:
    """``count`` reports that differ in their agency's place, and in nothing that would make them unclean."""
    text = EXAMPLE.read_text(encoding="utf-8")
    paths = []
    for number, (first, second) in zip(range(count), product(SYLLABLES, repeat=2), strict=False):
        path = folder / f"{number:04}.json"
        path.write_text(text.replace(INVENTED, first + second), encoding="utf-8")
        paths.append(path)
    return paths
