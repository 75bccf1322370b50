"""Valid reports from which something required is taken, or into which something forbidden is put."""

import copy
import re
from decimal import Decimal

from lint.engine.checks.table import words_of
from lint.model.form import CELLS
from lint.model.pointer import join, matches, resolve, select, steps
from lint.rulebook.examples import Scene, examples_of, put, scene_of, take
from lint.rulebook.mutating.broken_figures import valid_tree
from lint.rulebook.mutating.prose import NEUTRAL
from lint.rulebook.mutating.texts import strings
from lint.rulebook.mutating.variation import Dice, Subject

# Where a pattern asks what stands beside it, its words need not be found in other surroundings.
_SURROUNDED = re.compile(r"[\^$]|\\[bBAZ]|\(\?[=!<]")
_FARTHEST = 1000


def nothing_required(subject: Subject, dice: Dice) -> Scene | None:
    """Something that the rule requires taken out of a valid report."""
    tree = valid_tree(subject, dice)
    names = words_of(subject.spec["check"]["required"])
    givens = [at for one in subject.rule.given for at, _ in select(tree, one)]
    present = [at for at in (join(one, *steps(f"/{name}")) for one in givens for name in names) if resolve(tree, at)[0]]
    if not present:
        return None
    at = dice.choice(present)
    take(tree, at)
    return Scene(tree, at=(at,))


def out_of_range(subject: Subject, dice: Dice) -> Scene | None:
    """A figure of a valid report put beyond a bound."""
    tree = valid_tree(subject, dice)
    bounds = subject.spec["check"]["range"]
    beyond = [bounds[name] + sign for name, sign in (("least", -1), ("most", 1)) if name in bounds]
    places = [at for one in subject.rule.given for at, value in select(tree, one) if isinstance(value, int | Decimal)]
    if not places:
        return None
    bound, at = dice.choice(beyond), dice.choice(places)
    put(tree, at, bound + dice.randint(0, _FARTHEST) * (1 if "most" in bounds and bound > bounds["most"] else -1))
    return Scene(tree, at=(at,))


def forbidden_words(subject: Subject, dice: Dice) -> Scene | None:
    """Forbidden words of a bad example, put between two neutral sentences at one of the given places."""
    found = _forbidden(subject)
    places = [place for place in _TEXTS if any(matches(one, f"{place}/0") for one in subject.rule.given)]
    if not found or not places:
        return None
    tree, place = valid_tree(subject, dice), dice.choice(places)
    before, after = dice.sample(NEUTRAL, 2)
    pieces = [text for _, text in select(tree, f"{place}/*")]
    put(tree, place, [*pieces, f"{before}{dice.choice(found)}{after}"])
    return Scene(tree, at=(f"{place}/{len(pieces)}",))


_TEXTS = ("/preamble", *(f"/sections/{name}/paragraphs" for name in ("overview", "problems", "other")))


def _forbidden(subject: Subject) -> list[str]:
    patterns = [one for one in words_of(subject.spec["check"]["forbid"]) if not _SURROUNDED.search(one)]
    bad = [scene_of(example) for kind, _, example in examples_of(subject.spec) if kind == "bad"]
    texts = [text for scene in bad for text in strings(scene.here)]
    hits = (re.search(pattern, text) for pattern in patterns for text in texts)
    return list(dict.fromkeys(hit[0] for hit in hits if hit and hit[0]))


def remarked(subject: Subject, dice: Dice) -> Scene | None:
    """A valid report about which a reader makes a remark that the rule declares."""
    tree = valid_tree(subject, dice)
    at = dice.choice(CELLS)
    kind = dice.choice(words_of(subject.spec["check"]["remark"]))
    remark = {"kind": kind, "pointer": at, "text": dice.choice(NEUTRAL)}
    return Scene({**copy.deepcopy(tree), "document": {"remarks": [remark]}}, at=(at,))
