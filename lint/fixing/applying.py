"""A report with fixes applied to it, everything else as it was."""

from collections.abc import Iterable
from typing import Any

from lint.fixing.notation import NOTATIONS
from lint.model.fix import Fix
from lint.model.pointer import child, last, parent, steps
from lint.model.report import Report, Tree

_TYPING = frozenset({*NOTATIONS, "placeholder"})


def applied(report: Report, fixes: Iterable[Fix], *, own_layout: bool) -> Report:
    """The report with the figures of the fixes. What a document's reader remarked on their typing is settled too."""
    kept = list(fixes)
    tree = report.tree
    for fix in kept:
        tree = _with(tree, fix)
    if own_layout:
        return report._replace(tree=tree)
    settled = {fix.pointer for fix in kept}
    remarks = tuple(one for one in report.document.remarks if not (one.kind in _TYPING and one.pointer in settled))
    return report._replace(tree=tree, document=report.document._replace(remarks=remarks))


def _with(tree: Tree, fix: Fix) -> Tree:
    """A tree with another figure; only what lies on the way to it is copied."""
    fixed: dict[str, Any] = dict(tree)
    at = fixed
    for step in steps(parent(fix.pointer) or ""):
        below: Any = child(at, step)[1]
        at[step] = dict(below)
        at = at[step]
    at[last(fix.pointer)] = fix.expected
    return fixed
