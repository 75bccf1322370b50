"""Whether the examples of every rule ask it: at least one good and one bad, none of them past the rule."""

from collections.abc import Iterator, Mapping
from typing import Any

from lint.model.text import Text
from lint.rulebook.book import Rulebook
from lint.rulebook.testing import outcomes
from lint.rulebook.verdicts import Difference
from lint.rulebook.verifying.found import Found

_UNASKED = Text("例子 {name} 没有问到规则", "the example {name} does not ask the rule")
_BROKEN = Text("例子 {name} 不成立（{outcome}）", "the example {name} does not hold ({outcome})")
_MISSING = {
    "good": Text("没有正例", "there is no good example"),
    "bad": Text("没有反例", "there is no bad example"),
}


def asked(book: Rulebook, specs: Mapping[str, Mapping[str, Any]]) -> Iterator[Found]:
    """What is found about the examples; ``specs`` is what the rule files say, by id."""
    for rule in book.rules:
        # What the reader and the engine report needs a file, not a tree: there is nothing to write as an example.
        if "linter" not in specs[rule.id]["check"]:
            for kind, words in _MISSING.items():
                if not specs[rule.id]["examples"][kind]:
                    yield Found("missing-example", rule.id, f"/examples/{kind}", words)
    for one in outcomes(book):
        if one.outcome == "held":
            continue
        kind, words = ("unasked-example", _UNASKED) if one.outcome == "unasked" else ("broken-example", _BROKEN)
        said, _, number = one.example.partition("-")
        told = words.fill({"name": one.example, "outcome": one.outcome})
        details = [_difference(each) for each in one.differences]
        if words is _BROKEN and details:
            told = Text(
                f"{told.zh}：{'；'.join(t.zh for t in details)}", f"{told.en}: {'; '.join(t.en for t in details)}"
            )
        yield Found(kind, one.rule, f"/examples/{said}/{int(number) - 1}", told)


def _difference(one: Difference) -> Text:
    where = f"{one.where} " if one.where else ""
    return Text(
        f"{where}应为“{one.expected.zh}”，却是“{one.found.zh}”",
        f"{where}'{one.expected.en}' expected, '{one.found.en}' found",
    )
