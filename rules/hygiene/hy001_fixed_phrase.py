"""Fixed phrases of the regulation are quoted the right way round."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity, Words

_LOOSE = str.maketrans("", "", " \t\u3000\xa0“”\"'‘’「」『』")
_PART = r"(?:^|[，,、。；;：:]|持|按照|以)"
_REVERSED = "以公开为常态、不公开为例外"
_SAVES_ROADS = "让数据多跑路、群众少跑腿"
_PHRASES = (  # the pattern, what was meant, whether it is certain
    (Pattern(rf"{_PART}((?:主动|全面)?公开[为是]例外)"), _REVERSED, True),
    (Pattern(rf"{_PART}(不(?:予以?|主动)?公开[为是](?:常态|原则))"), _REVERSED, True),
    (
        Pattern(
            r"公开[为是](?:常态|原则)[，,、；;]?以?(不(?:予以?)?公开[为是](?:另外|列外|意外|例处|例(?=[^外如证子行会])))"
        ),
        _REVERSED,
        True,
    ),
    (Pattern(r"(公开[为是](?:长态|常太|尝态|常志))"), _REVERSED, True),
    (Pattern(r"((?:群众|百姓|企业|老百姓)多跑[路腿]|(?:数据|信息)少跑[路腿])"), _SAVES_ROADS, False),
    (Pattern(r"(先公开[，,、]?(?:再|后)审[查核])"), "先审查、后公开", False),
)
_SIGNS = Words("公开为", "公开是", "跑路", "跑腿", "先公开")
_OTHER_SIGNS = Words("跑路", "跑腿", "先公开")
# The right phrase stands in most reports: what differs from it is worth a closer look.
_DIFFERENT = Pattern(r"公开[为是](?!常态|原则|例外)|公开[为是](?<![不予]公开.)例外|公开[为是](?<=[不予]公开.)(?!例外)")
# What is rejected is quoted the wrong way round on purpose.
_REJECTED = Pattern(
    r"改变|转变|转向|扭转|纠正|摒弃|打破|杜绝|避免|克服|反对|防止|禁止|严禁|而不是|而非|并非|不能|不得|不让|不再|不准|不许"
    r"|误区|错误|过去|以往|原来|由|从"
)
_BOUNDS = "。；;\n"


def check(here: Node) -> Iterator[Finding]:
    """Each phrase once, at the first piece of text that has it wrong."""
    joined = here.case.joined
    if not _OTHER_SIGNS.any_in(joined) and not _DIFFERENT.search(joined):
        return
    told: set[str] = set()
    for at, text in here.case.texts:
        if _SIGNS.any_in(text):
            for found, instead, certain in _wrong(text.translate(_LOOSE)):
                if found not in told:
                    told.add(found)
                    yield Finding(at, {"found": found, "expected": instead}, (), None if certain else Severity.WARNING)


def _wrong(text: str) -> Iterator[tuple[str, str, bool]]:
    for pattern, instead, certain in _PHRASES:
        found = pattern.search(text)
        if found and not _REJECTED.search(_sentence(text, found.start(1), found.end(1))):
            yield found[1], instead, certain


def _sentence(text: str, start: int, end: int) -> str:
    begin = max(text.rfind(sign, max(0, start - 60), start) for sign in _BOUNDS) + 1 or max(0, start - 60)
    ends = [stop for sign in _BOUNDS if (stop := text.find(sign, end, end + 40)) >= 0]
    return text[begin : min(ends, default=end + 40)]
