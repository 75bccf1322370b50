"""The body that opens the report, is to be asked about it, or signs it, is that of the title."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.authoring import Finding, Node, Pattern, followed, plain_text, signature_of

# Bodies are compared where both are of one kind: an office that signs for its government is none of the bureaus.
_KINDS = ("局", "厅", "委员会", "街道办事处", "镇人民政府", "乡人民政府", "县人民政府", "区人民政府", "市人民政府")
_SHORT = {"委": "委员会", "街道": "街道办事处", "镇": "镇人民政府", "乡": "乡人民政府", "镇政府": "镇人民政府"}
_SHORT |= {"乡政府": "乡人民政府", "县政府": "县人民政府", "区政府": "区人民政府", "市政府": "市人民政府"}
_OFFICES = Pattern(r"(?:党政|综合|政务公开|信息公开)?(?:办公[室厅]|办)$")
_NAME = (
    r"(?P<name>[^,，。;；:：、()（）《》“”\s\d]{2,24}?(?:局|厅|委员会|委|街道办事处|街道|[镇乡县区市](?:人民)?政府))"
)
_CONTACT = Pattern(rf"(?:请(?:与|联系|咨询|向|致电|径与)|联系(?:单位|机关|部门)[:：]\s?){_NAME}")
_BEHIND_SPACES = "\u3001"  # what begins with a digit or a space sorts before it, with a Chinese sign behind it
_GOES_ON = r"(?=(?:认真|深入|坚持|严格|全面|积极|紧紧|扎实|高度|持续|始终|贯彻|以|在|按照|根据|围绕))"
_OPENING = Pattern(rf"^20\d\d年度?(?:以来)?[,，]?{_NAME}{_GOES_ON}")
_OTHERS = Pattern("[和与及对在由]|我|本|各|全|上级|主管|根据|按照")  # more bodies than one, or none
_IN_CHARGE = Pattern("政务|数据|审批|公开")  # those in charge of disclosure may answer for others
_FEWEST = 3
_WE = 8  # signs: whichever words stand before it, 我 is then within the shortest name


def check(here: Node) -> Iterator[Finding]:
    """Each place that names a body of the same kind which is not that of the title."""
    own = _core(here.agency())
    if not own.endswith(_KINDS):
        return
    for at, name, related in _named(here):
        other = _core(name)
        same_kind = any(own.endswith(kind) and other.endswith(kind) for kind in _KINDS)
        if same_kind and len(other) > _FEWEST and not (_within(other, own) or _within(own, other)):
            yield Finding(at, {"found": name, "agency": here.agency()[:40]}, related)


def _named(here: Node) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Where a body speaks for the report, and its name; the title is where it is named rightly."""
    here = here.in_plain_digits
    title = ("/title",)
    for at, text in here.case.lead_in:
        contact = _contact(text) if at.startswith("/preamble/") else None
        if contact and not _OTHERS.search(contact["name"]) and not _IN_CHARGE.search(contact["name"]):
            yield at, contact["name"], title
        opening = _opening(text.strip()) if text < _BEHIND_SPACES else None
        if opening:
            yield at, opening["name"], title
            break
    signed = signature_of(here.case)
    if signed and signed.body:
        yield signed.body_at, signed.body, title


def _opening(text: str) -> re.Match[str] | None:
    """The one body with which a text begins; most begin with 我局, which is quickly seen to be none."""
    found = _OPENING.match(text) if "我" not in text[:_WE] else None
    return found if found and not _OTHERS.search(found["name"]) else None


def _contact(text: str) -> re.Match[str] | None:
    """The body that is to be asked; first a quick look for the words before it."""
    asked = followed(text, "请", ("与", "联", "咨", "向", "致", "径")) or followed(text, "联", ("系单", "系机", "系部"))
    return _CONTACT.search(text) if asked else None


@lru_cache(maxsize=256)
def _core(name: str) -> str:
    """The name of a body without its office, its kind written out."""
    plain = _OFFICES.sub("", plain_text(name))
    if plain.endswith(_KINDS):
        return plain
    short = next((short for short in sorted(_SHORT, key=len, reverse=True) if plain.endswith(short)), None)
    return plain[: -len(short)] + _SHORT[short] if short else plain


def _within(short: str, long: str) -> bool:
    """Whether all signs of a name stand in another in this order: 市卫健委 in 示例市卫生健康委员会."""
    signs = iter(long)
    return all(sign in signs for sign in short)
