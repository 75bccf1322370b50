"""The options of commands that may have their work done on other machines."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from lint.model.errors import UsageError
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.api import Elsewhere

_Function: TypeAlias = Callable[..., Any]
LOCAL, DASK = "local", "dask"
_CONTRADICT = Text("--scheduler 不能与 --engine local 同用", "--scheduler does not go with --engine local")


def engine_options(function: _Function) -> _Function:
    """``--jobs``, ``--engine`` and ``--scheduler``."""
    for option in (
        click.option("--scheduler", metavar="ADDRESS", help="Dask 调度器，如 tcp://10.0.0.5:8786 scheduler of Dask"),
        click.option("--engine", type=click.Choice((LOCAL, DASK)), help="本机或 Dask 集群 here, or a cluster of Dask"),
        click.option(
            "--jobs", type=click.IntRange(min=1), metavar="N", help="进程数，默认按核数 processes; default: as cores"
        ),
    ):
        function = option(function)
    return function


def refuse_engines(given: dict[str, Any]) -> None:
    """Raises UsageError where the options contradict."""
    if given["scheduler"] is not None and given["engine"] == LOCAL:
        raise UsageError(_CONTRADICT)


@contextmanager
def elsewhere(given: dict[str, Any]) -> "Iterator[Elsewhere | None]":
    """What checks the files of a run, connected; None where this machine does. Raises UsageError."""
    if given["scheduler"] is None and given["engine"] in (None, LOCAL):
        yield None
        return
    from lint.cluster.running import Cluster

    with Cluster(given["scheduler"], given["jobs"]) as cluster:
        yield cluster
