"""What the user asked for, wherever he said it: defaults, configuration file, command line."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from lint.model.address import Url
from lint.model.report import Identity

if TYPE_CHECKING:  # a run without waivers does without
    import datetime

    from lint.model.waiver import Waiver

LEVELS = ("error", "warning", "info", "never")
KINDS = ("government", "department", "subdistrict", "committee", "other")
BODY_LEVELS = ("national", "provincial", "prefectural", "county", "township")


class Settings(NamedTuple):
    """All settings of a run; each has the value that holds when nobody says anything."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    rules: tuple[Path, ...] = ()
    python_rules: bool = True  # whether rules of those folders may be in Python
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    told: Identity = Identity()
    options: Mapping[str, Mapping[str, object]] = MappingProxyType({})
    previous: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    member_names: tuple[str, ...] = ()
    waivers: "tuple[Waiver, ...]" = ()
    waivers_source: str = "settings"
    baseline: Path | None = None
    norms: Path | Url | None = None  # what bodies of each kind and level usually report
    jobs: int | None = None  # processes; None is as many as there are cores, where there is enough to do
    today: "datetime.date | None" = None  # the day on which waivers are looked at; None is today
