"""What ``xxgk-lint rules test`` shows: differences, a table of the rules, and the counts of all."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from lint.formatters.blocks import foreign, printed
from lint.formatters.look import Look
from lint.model.text import Text
from lint.rulebook.testing import Outcome, Tested, Trial

MOST_TOLD = 5  # of what was made from the examples of one rule; of the examples themselves all
_WORDS = {
    "missed": Text("漏报", "missed"),
    "noisy": Text("误报", "noisy"),
    "wrong": Text("不符", "wrong"),
    "unasked": Text("没有问到", "unasked"),
}
_WHERE, _EXPECTED, _FOUND = Text("位置", "where"), Text("应有", "expected"), Text("实有", "found")
_MORE = Text("另有 {count} 项不符", "{count} more did not hold")
_RULE, _EXAMPLES = Text("规则", "rule"), Text("例子", "examples")
_VIOLATIONS, _VARIATIONS = Text("查出违例", "violations found"), Text("合格年报通过", "good reports passed")
_NOTE = Text("说明", "note")
_HELD = "{held} held, {failed} not held / 例子 {total} 个，不符 {failed} 个"
_TRIED = Text(
    "由例子变出的违例 {bad} 个，查出 {found} 个；变出的合格年报 {good} 份，通过 {passed} 份",
    "{found} of {bad} violations made from the examples were found, {passed} of {good} good reports passed",
)
_UNFILLED = Text("{rule}：尚待填写 {what}", "{rule}: still to be filled in: {what}")
_FIXABLE = Text(
    "如某种变换对规则并不保持原来的结论，请在规则文件的 examples/fixed 下写明变换的名称和理由",
    "where a variation does not keep what an example shows, name it under examples/fixed in the rule file, and say why",
)


def failures(one: Tested, look: Look) -> Iterator[str]:
    """Everything of a rule that did not hold, with the differences in a grid."""
    examples = [outcome for outcome in one.failed if "~" not in outcome.example and outcome in one.examples]
    made = one.failed[len(examples) :]
    for outcome in (*examples, *made[:MOST_TOLD]):
        yield printed(_head(outcome, look), look)
        yield printed(Padding(_grid(outcome, look), (0, 0, 0, 2)), look)
    if len(made) > MOST_TOLD:
        yield f"  {_MORE.fill({'count': str(len(made) - MOST_TOLD)}).say(look.language)}\n"
    if made:
        yield f"  {_FIXABLE.say(look.language)}\n"


def _head(outcome: Outcome, look: Look) -> Styled:
    head = Styled(f"{outcome.rule} {outcome.example}: ")
    return head.append(_WORDS[outcome.outcome].say(look.language), style="red")


def _grid(outcome: Outcome, look: Look) -> Table:
    grid = Table(box=box.SIMPLE_HEAD if look.unicode else box.ASCII2, pad_edge=False, show_edge=False)
    for words in (_WHERE, _EXPECTED, _FOUND):
        grid.add_column(words.say(look.language), overflow="fold")
    for one in outcome.differences:
        expected, found = (foreign(words.say(look.language), look) for words in (one.expected, one.found))
        grid.add_row(foreign(one.where or "/", look), Styled(expected, "green"), Styled(found, "red"))
    return grid


def drawn(results: Sequence[Tested], look: Look) -> str:
    """One line for each rule: what was held of its examples, found of its violations, passed of its good reports."""
    table = Table(box=box.SIMPLE_HEAD if look.unicode else box.ASCII2, pad_edge=False, show_edge=False)
    for words in (_RULE, _EXAMPLES, _VIOLATIONS, _VARIATIONS, _NOTE):
        table.add_column(words.say(look.language), justify="left" if words in (_RULE, _NOTE) else "right")
    for one in results:
        held = sum(outcome.outcome == "held" for outcome in one.examples)
        note = one.why_few.say(look.language) if one.why_few else ""
        table.add_row(
            one.rule, f"{held}/{len(one.examples)}", _share(one.violations), _share(one.variations), note,
            style="red" if one.failed else "",
        )  # fmt: skip
    return printed(table, look)


def _share(trial: Trial | None) -> str:
    return "" if trial is None else f"{trial.held}/{trial.made}"


def summed_up(results: Sequence[Tested], look: Look) -> Iterator[str]:
    """The counts of all rules, and every rule that could hardly be tried or is still to be filled in."""
    outcomes = [outcome for one in results for outcome in one.examples]
    held = sum(outcome.outcome == "held" for outcome in outcomes)
    yield _HELD.format(held=held, failed=len(outcomes) - held, total=len(outcomes))
    tried = [one for one in results if one.violations is not None and one.variations is not None]
    if tried:
        yield _TRIED.fill(_counts(tried)).say(look.language)
    colon = "：" if look.language == "zh" else ": "
    yield from (f"{one.rule}{colon}{one.why_few.say(look.language)}" for one in tried if one.why_few)
    for one in results:
        if one.unfilled:
            yield _UNFILLED.fill({"rule": one.rule, "what": ", ".join(one.unfilled)}).say(look.language)


def _counts(tried: Sequence[Tested]) -> dict[str, str]:
    bad = [one.violations for one in tried if one.violations]
    good = [one.variations for one in tried if one.variations]
    return {
        "bad": str(sum(one.made for one in bad)),
        "found": str(sum(one.held for one in bad)),
        "good": str(sum(one.made for one in good)),
        "passed": str(sum(one.held for one in good)),
    }
