"""From a checked report to everything that can be fixed in it; whatever does not make it better is taken back."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lint.fixing.applying import applied
from lint.fixing.causes import cause_groups, contradicted
from lint.fixing.notation import notation_fixes
from lint.fixing.zeros import zero_fixes
from lint.model.case import Case
from lint.model.certain import is_decided
from lint.model.finding import Diagnostic, Severity
from lint.model.fix import Dropped, Figure, Fix, Group, Plan, Question
from lint.model.layout import Layout
from lint.model.pointer import Pointer
from lint.model.report import Report
from lint.model.rule import Rule
from lint.model.run import Checked
from lint.model.text import Text

_ROUNDS = 12  # a fix may decide what was undecided before; nobody's report needs more than three
_STILL_BROKEN = Text("改后关系式仍不成立", "the relation would still not hold")
_NEW_ERRORS = Text("改后会出现新的错误：{rules}", "there would be new errors: {rules}")
_BETWEEN = Text("；", "; ")


class Workshop(NamedTuple):
    """What planning needs: how to check a report, the rules, the words of the form, and what the user wants.

    ``unsafe``: decided diagnoses are applied too. ``own_layout``: the file is the tree itself, JSON or YAML.
    """

    check: Callable[[Report], Checked]
    rules: tuple[Rule, ...]
    layout: Layout
    unsafe: bool
    own_layout: bool


class _Progress(NamedTuple):
    """The report so far, checked, the fixes applied to it and those taken back."""

    checked: Checked
    fixes: tuple[Fix, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def plan(checked: Checked, report: Report, workshop: Workshop) -> Plan:
    """All fixes of a report that was read, and the report after them, checked again."""
    progress = _Progress(checked)
    odd = notation_fixes(report, workshop.layout, own_layout=workshop.own_layout)
    if odd:
        progress = _Progress(_checked(checked, odd, workshop), tuple(odd))
    for _ in range(_ROUNDS):
        groups = _groups(progress, workshop)
        if not groups:
            break
        progress = _tried(groups, progress, workshop)
    causes = progress.checked.causes
    opposed = contradicted(progress.checked)
    taken_back = {one.pointer for dropped in progress.dropped for one in dropped.group.fixes}
    decided = [one for one in causes if is_decided(one)]
    waiting = [one for one in decided if not any(cell.pointer in taken_back for cell in one.repairs[0].cells)]
    return Plan(
        _merged(progress.fixes),
        progress.dropped,
        progress.checked,
        undecided=len(causes) - len(decided) - len(opposed),
        unsafe=len(waiting),
        blanks=_blanks(progress.checked),
        contradicted=opposed,
    )


def _checked(checked: Checked, fixes: Iterable[Fix], workshop: Workshop) -> Checked:
    if checked.report is None:
        return checked
    return workshop.check(applied(checked.report, fixes, own_layout=workshop.own_layout))


def _groups(progress: _Progress, workshop: Workshop) -> list[Group]:
    """What to try next: the blanks that must be 0, else the decided diagnoses; nothing that was taken back before."""
    report = progress.checked.report
    if report is None:
        return []
    refused = {dropped.group.fixes for dropped in progress.dropped}
    zeros = [Group((fix,)) for fix in zero_fixes(report, workshop.rules, workshop.layout)]
    found = [group for group in zeros if group.fixes not in refused]
    if not found and workshop.unsafe:
        found = [group for group in cause_groups(progress.checked) if group.fixes not in refused]
    return found


def _tried(groups: Sequence[Group], progress: _Progress, workshop: Workshop) -> _Progress:
    """Apply as many of the groups as make nothing worse."""
    kept, dropped = list(groups), list(progress.dropped)
    while kept:
        fixes = [fix for group in kept for fix in group.fixes]
        after = _checked(progress.checked, fixes, workshop)
        bad = _at_odds(kept, progress.checked, after)
        if not bad:
            return _Progress(after, (*progress.fixes, *fixes), tuple(dropped))
        dropped += bad
        kept = [group for group in kept if group not in [one.group for one in bad]]
    return progress._replace(dropped=tuple(dropped))


def _at_odds(groups: Sequence[Group], before: Checked, after: Checked) -> list[Dropped]:
    """The groups that explain what still does not hold, else those that stand in what is newly wrong, else all."""
    open_ones = set(_errors(after)) | {(rule, reason.at) for rule, reason in after.undecided}
    broken = [Dropped(group, _STILL_BROKEN) for group in groups if not open_ones.isdisjoint(group.explains)]
    new = [one for question, one in _errors(after).items() if question not in _errors(before)]
    if broken or not new:
        return broken
    names = ", ".join(sorted({one.rule for one in new}))
    reason = Text(_NEW_ERRORS.zh.format(rules=names), _NEW_ERRORS.en.format(rules=names))
    cells = {cell for one in new for cell in _cells(one)}
    touched = [group for group in groups if any(fix.pointer in cells for fix in group.fixes)]
    return [Dropped(group, reason) for group in touched or groups]


def _errors(checked: Checked) -> dict[Question, Diagnostic]:
    return {(one.rule, one.pointer): one for one in checked.diagnostics if one.severity is Severity.ERROR}


def _cells(found: Diagnostic) -> set[Pointer | None]:
    return {found.pointer, *(pointer for pointer, _ in found.related), *(term.pointer for term in found.terms)}


def _merged(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """One fix for each cell: from what the file says to what it shall say at the end."""
    merged: dict[Pointer, Fix] = {}
    for fix in fixes:
        first = merged.get(fix.pointer, fix)
        whys = (first.why, fix.why) if first is not fix else (fix.why,)
        why = Text(*(between.join(words) for between, words in zip(_BETWEEN, zip(*whys, strict=True), strict=True)))
        merged[fix.pointer] = first._replace(expected=fix.expected, why=why, safe=first.safe and fix.safe)
    return tuple(fix for fix in merged.values() if not _same(fix.actual, fix.expected))


def _same(actual: Figure | str | None, expected: Figure) -> bool:
    return type(actual) is type(expected) and actual == expected


def _blanks(checked: Checked) -> int:
    return Case(checked.report).figures.count(None) if checked.report is not None else 0
