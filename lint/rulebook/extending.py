"""A rule that extends another: what its own file does not say is taken from there.

The other rule lies beside it, or is a shipped one; a rule never reaches into any other folder.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from lint.engine.checks.table import CHECKS
from lint.model.nearest import did_you_mean
from lint.model.text import Text
from lint.resources import bundle_root
from lint.rulebook.sources import rule_files

if TYPE_CHECKING:
    from lint.rulebook.rule_file import Parsed

_Parse: TypeAlias = "Callable[[Path], Parsed]"

KEY = "extends"
PACK = "pack.yaml"  # what describes the folder; no rule
_LONGEST_NAME = 40
_MOST_STEPS = 20
_KINDS_OF_ONE = ("schema", "linter")
_NO_ID = Text(
    "缺少 /id：沿用他人规则的规则须有自己的编号", "/id is missing: a rule that extends another has an id of its own"
)
_NO_TEXT = Text("extends 应为一条规则的编号，如 AR003", "extends should be the id of a rule, such as AR003")
_CIRCLE = Text("extends 绕成了圈：{chain}", "extends goes round in a circle: {chain}")
_TOO_LONG = Text(
    f"extends 一环扣一环，不能超过 {_MOST_STEPS} 环", f"extends leads through more than {_MOST_STEPS} rules"
)
_OF_ONE = Text(
    "{id} 的检查（{kind}）只能属于一条规则，不能沿用；可在 pack.yaml 的 regrade 中改它的级别",
    "the check of {id} ({kind}) can belong to one rule only and cannot be extended; regrade it in pack.yaml",
)


def extended(parsed: "Parsed", parse: _Parse) -> "Parsed":
    """A rule file with what it takes from the one that it extends, however long the chain; others as they are.

    ``parse`` reads a file as a mapping. Raises RuleError with the place of ``extends`` where there is no such rule,
    where the chain is a circle, or where the check cannot be shared.
    """
    return _extended(parsed, parse, ()) if KEY in parsed.spec else parsed


def _extended(parsed: "Parsed", parse: _Parse, below: tuple[str, ...]) -> "Parsed":
    wanted = parsed.spec.get(KEY)
    if wanted is None:
        return parsed
    if not isinstance(wanted, str):
        raise parsed.error(_NO_TEXT, f"/{KEY}")
    own = parsed.spec.get("id")
    if not isinstance(own, str):
        raise parsed.error(_NO_ID)
    if len(below) >= _MOST_STEPS:
        raise parsed.error(_TOO_LONG, f"/{KEY}")
    if wanted in (*below, own):
        raise parsed.error(_CIRCLE.fill({"chain": " → ".join((*below, own, wanted))}), f"/{KEY}")
    base = _extended(_found(wanted, parsed, parse), parse, (*below, own))
    return _merged(parsed, base)


def _found(wanted: str, parsed: "Parsed", parse: _Parse) -> "Parsed":
    """The file of a rule, beside the one that extends it or among the shipped ones."""
    beside = [path for path in _beside(parsed.source) if path != parsed.source]
    shipped = rule_files(bundle_root() / "rules")
    for path in (*_named(wanted, beside), *_named(wanted, shipped), *beside):
        if _id_of(path, path.stat().st_mtime_ns, parse) == wanted:
            return parse(path)
    known = [_id_of(path, path.stat().st_mtime_ns, parse) for path in beside]
    near = did_you_mean(wanted, [*known, *(path.stem[:5].upper() for path in shipped)])
    raise parsed.error(Text(f"没有规则“{wanted}”{near.zh}", f"there is no rule '{wanted}'{near.en}"), f"/{KEY}")


@lru_cache(maxsize=4096)
def _id_of(path: Path, _changed: int, parse: _Parse) -> str:
    """The id that a rule file says: each file of a folder is read once for this, however many rules look for theirs."""
    return str(parse(path).spec.get("id"))


def _beside(source: Path) -> list[Path]:
    """The rule files of a folder. Hidden ones are none: what is never looked at must not be run either."""
    files = (path for path in source.parent.iterdir() if path.suffix in (".yaml", ".yml"))
    return sorted(path for path in files if not path.name.startswith((".", "_")) and path.name != PACK)


def _named(wanted: str, files: list[Path]) -> Iterator[Path]:
    """The files that are named after the id."""
    return (path for path in files if path.stem.lower().startswith(wanted.lower()))


def _merged(parsed: "Parsed", base: "Parsed") -> "Parsed":
    """What both files say; a check in Python that is taken over stays that of the file beside the base."""
    own = parsed.spec
    kind = next((name for name in CHECKS if name in base.spec.get("check", ())), "")
    if "check" not in own and kind in _KINDS_OF_ONE:
        raise parsed.error(_OF_ONE.fill({"id": str(own[KEY]), "kind": kind}), f"/{KEY}")
    name = f"{own['id'].lower()}-{base.spec.get('name', 'rule')}"[:_LONGEST_NAME].rstrip("-")
    return parsed._replace(
        spec={**base.spec, "name": name, **own},
        program=base.code if "check" not in own and kind == "python" else None,
    )
