"""Rules written to a folder and tried, and their examples as reports."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lint.rulebook.book import load
from lint.rulebook.examples import Scene, scene_of
from lint.rulebook.mutating.mutants import subject_of
from lint.rulebook.mutating.variation import Subject
from lint.rulebook.rule_file import parse
from lint.rulebook.testing import Tested, tried

HEAD = """\
id: XX001
name: some-rule
title: {zh: 标题, en: title}
why: {zh: 缘由, en: reason}
basis: 依据
since: "0.1"
severity: error
message: {zh: 不好, en: bad}
confidence: {zh: 确定, en: certain}
"""
PYTHON = """\
from lint.authoring import Finding


def check(here):
    for at, text in here.case.texts:
        if %s:
            yield Finding(at)
"""


def written(folder: Path, rest: str, python: str = "") -> Path:
    """A folder with one rule: its check and examples, and the Python beside it."""
    (folder / "own.yaml").write_text(HEAD + rest, encoding="utf-8")
    (folder / "own.py").write_text(python, encoding="utf-8")
    return folder


def tried_in(folder: Path) -> Tested:
    """What comes of the one rule of a folder."""
    (found,) = tried(load(folders=(folder,)), ("XX001",))
    return found


def changes(found: Tested, outcome: str) -> set[str]:
    """By which variations, each applied alone, something was made that came out so."""
    names = [one.example.split(" ~ ")[1:] for one in found.failed if one.outcome == outcome]
    return {one[0] for one in names if len(one) == 1}


@cache
def subject(identifier: str) -> Subject:
    """A bundled rule, ready to be tried."""
    rule = next(rule for rule in load().rules if rule.id == identifier)
    return subject_of(rule, parse(Path(rule.source)))


def scene(report: Mapping[str, Any], **more: Any) -> Scene:
    """An example as reports."""
    return scene_of({"report": report, **more})


def dice(seed: int = 0) -> random.Random:
    """The same numbers in every run."""
    return random.Random(seed)  # noqa: S311 - nothing secret
