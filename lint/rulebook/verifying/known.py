"""What is known and left as it is: ``_known.yaml`` in a folder of rules, each entry with its reason.

    known:
      - kind: redundant
        rule: AR001
        at: /sections/applications/table/results/total/total
        reason: {zh: …, en: …}

An entry stands for exactly one thing; one for which nothing is found is itself wrong, so that the list cannot outlive
what it excuses.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint.model.errors import RuleError
from lint.model.nearest import did_you_mean
from lint.model.place import Place
from lint.model.text import Text
from lint.rulebook.rule_file import Parsed, parse_mapping
from lint.rulebook.verifying.found import WRONG, Found

NAME = "_known.yaml"
_KEYS = ("kind", "rule", "at", "reason")

_SHAPE = Text(
    "应写 known：每项有 kind、rule、at 和 reason（zh、en）",
    "'known' is expected: a list whose items have kind, rule, at and reason (zh, en)",
)
_STALE = Text("{file} 说有“{kind}”，现已没有", "{file} says that there is {kind}: there is none")


class Known(NamedTuple):
    """One entry: what it is, and why it is left."""

    kind: str
    rule: str
    at: str
    reason: Text
    source: Path
    place: Place | None


def read_known(folders: Iterable[Path]) -> tuple[Known, ...]:
    """The entries of all folders that have a list. Raises RuleError where one cannot be read."""
    files = (folder / NAME for folder in folders)
    return tuple(one for file in files if file.is_file() for one in _entries(parse_mapping(file)))


def _entries(parsed: Parsed) -> list[Known]:
    written = parsed.spec.get("known")
    if parsed.spec.keys() != {"known"} or not isinstance(written, list):
        raise parsed.error(_SHAPE)
    return [_entry(parsed, f"/known/{number}", one) for number, one in enumerate(written)]


def _entry(parsed: Parsed, at: str, one: object) -> Known:
    if not isinstance(one, Mapping) or set(one) != set(_KEYS) or not _is_text(one["reason"]):
        raise parsed.error(_SHAPE, at)
    if one["kind"] not in WRONG:
        raise _no_kind(parsed, f"{at}/kind", str(one["kind"]))
    reason = Text(one["reason"]["zh"], one["reason"]["en"])
    return Known(one["kind"], str(one["rule"]), str(one["at"]), reason, parsed.source, parsed.places.get(at))


def _is_text(reason: Any) -> bool:
    return (
        isinstance(reason, Mapping) and set(reason) == {"zh", "en"} and all(isinstance(w, str) for w in reason.values())
    )


def _no_kind(parsed: Parsed, at: str, kind: str) -> RuleError:
    near = did_you_mean(kind, WRONG)
    return parsed.error(Text(f"没有“{kind}”这种问题{near.zh}", f"there is no kind '{kind}'{near.en}"), at)


def excused(found: Sequence[Found], known: Sequence[Known]) -> tuple[Found, ...]:
    """What was found, each with its reason where it is known; and what is known but was not found."""
    reasons = {(one.kind, one.rule, one.at): one.reason for one in known}
    met = {_key(one) for one in found}
    stale = (one for one in known if (one.kind, one.rule, one.at) not in met)
    return (*(one._replace(known=reasons.get(_key(one))) for one in found), *map(_stale, stale))


def _key(found: Found) -> tuple[str, str, str]:
    return found.kind, found.rule or "", found.at or ""


def _stale(one: Known) -> Found:
    kind = WRONG[one.kind]
    words = Text(_STALE.zh.format(file=NAME, kind=kind.zh), _STALE.en.format(file=NAME, kind=kind.en))
    return Found("stale-known", one.rule, one.at, words, (), str(one.source), one.place)
