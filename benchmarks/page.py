"""The pages that show what was measured: nobody writes a figure by hand.

Between ``<!-- benchmarks: NAME -->`` and ``<!-- /benchmarks -->`` stands what this module wrote, where NAME is one of
``BLOCKS``; all else of a page is left as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import cold_start, showing, throughput
from benchmarks.groups import Group
from benchmarks.machine import Machine
from benchmarks.peers.peer import Peer
from benchmarks.peers.table import COLLECTION_PEERS, HIGHS, PEERS
from benchmarks.table import Measured, Measurement, Question
from lint.model.text import LANGUAGES, Language, Text

BLOCK = re.compile(r"(<!-- benchmarks: ([a-z ]+) -->\n).*?(<!-- /benchmarks -->)", re.DOTALL)
ALL_PEERS: tuple[Peer, ...] = (*PEERS, *COLLECTION_PEERS, HIGHS)
# The columns of the excerpt, which READMEs show.
EXCERPT: tuple[tuple[Text, Question], ...] = (
    (Text("启动并查一份", "start and check one report"), cold_start.QUESTIONS[0]),
    (Text("查一个文件夹（--jobs 1），全部规则", "a folder (--jobs 1), all rules"), throughput.QUESTIONS["all alone"]),
    (Text("同左，只查结构和求和", "the same, structure and sums only"), throughput.QUESTIONS["part alone"]),
)
_MACHINE = Text(
    "{date}，{processor}，{cores} 核，{system}，Python {python}，Node {node}；开始时负载 {load:.1f}。"
    "{reports} 份报告，每份 {size:.1f} KB 的 JSON，都没有问题；各项为中位数。",
    "{date}, {processor}, {cores} cores, {system}, Python {python}, Node {node}; load {load:.1f} at the start. "
    "{reports} reports of {size:.1f} KB of JSON each, all without findings; medians.",
)
_BUSY = Text(
    "机器当时很忙：用时都偏长，只有比值可看。", "The machine was busy: all times are too long, ratios are what counts."
)
_PEERS = Text("| 工具 | 版本 | 回答 | 不回答 |", "| tool | version | answers | does not answer |")
_AHEAD = Text("比我们快的：", "Ahead of ours:")
_NONE_AHEAD = Text("没有比我们快的。", "None is ahead of ours.")
_MISSED = Text("未达到的指标：", "Bars that are missed:")
_NONE_MISSED = Text("指标全部达到。", "Every bar holds.")
_AGAINST = Text("与之相比", "against")
_NOT_INSTALLED = Text("未安装", "not installed")


class Results(NamedTuple):
    """A whole run: where, over how many reports of how many bytes, and the answers to every group."""

    machine: Machine
    reports: int
    size: int
    groups: Sequence[tuple[Group, Sequence[Measurement]]]

    def all(self) -> list[Measurement]:
        """Every measurement."""
        return [one for _, answers in self.groups for one in answers]


def write_page(path: Path, results: Results) -> None:
    """Put the results between all marks of a page.

    Raises KeyError where a mark has an unknown name, ValueError where there is none.
    """
    text, count = BLOCK.subn(
        lambda found: f"{found[1]}{BLOCKS[found[2]](results)}{found[3]}", path.read_text(encoding="utf-8")
    )
    if count == 0:
        raise ValueError(f"no marks in {path}")
    path.write_text(text, encoding="utf-8")


def tables(results: Results, language: Language) -> str:
    """All of it: the machine, the peers, who is ahead, what is missed, and a table for each group."""
    lines = [
        *(_machine(results, language), ""),
        *(*_peers(language), ""),
        *_list(showing.ahead(results.all(), language), _AHEAD, _NONE_AHEAD, language),
        *_list(showing.missed(results.all(), language), _MISSED, _NONE_MISSED, language),
    ]
    for group, answers in results.groups:
        lines += [f"### {group.title.say(language)}", "", group.note.say(language), ""]
        lines += [*showing.table(answers, language), ""]
    return "\n".join(lines).rstrip() + "\n"


def excerpt(results: Results, language: Language) -> str:
    """A row a peer, a column a question; then what is missed."""
    answers = {one.question: one for one in results.all()}
    columns = [answers[question] for _, question in EXCERPT]
    head = " | ".join([_AGAINST.say(language), *(title.say(language) for title, _ in EXCERPT)])
    lines = [_machine(results, language), "", f"| {head} |", f"|{' --- |' * (len(columns) + 1)}"]
    for peer in PEERS:
        cells = [showing.ratio(_of(one, peer), language) for one in columns]
        lines.append(f"| {' | '.join([peer.name.say(language), *cells])} |")
    lines += ["", *_list(showing.missed(results.all(), language), _MISSED, _NONE_MISSED, language)]
    return "\n".join(lines).rstrip() + "\n"


# By the names of the marks.
BLOCKS: Mapping[str, Callable[[Results], str]] = {
    f"{name} {language}": partial(block, language=language)
    for name, block in {"tables": tables, "excerpt": excerpt}.items()
    for language in LANGUAGES
}


def _of(answer: Measurement, peer: Peer) -> Measured:
    return next(one for one in answer.bars if one.bar.peer == peer.name)


def _machine(results: Results, language: Language) -> str:
    on = results.machine
    said = _MACHINE.say(language).format(**on._asdict(), reports=results.reports, size=results.size / 1000)
    return f"{said} **{_BUSY.say(language)}**" if on.load > on.cores / 2 else said


def _peers(language: Language) -> Iterator[str]:
    yield _PEERS.say(language)
    yield "| --- | --- | --- | --- |"
    for one in ALL_PEERS:
        version = one.version()
        shown = _NOT_INSTALLED.say(language) if version is None else f"{one.package} {version}"
        yield f"| {one.name.say(language)} | {shown} | {one.does.say(language)} | {one.does_not.say(language)} |"


def _list(sentences: Sequence[str], head: Text, none: Text, language: Language) -> Iterable[str]:
    if not sentences:
        return (none.say(language), "")
    return (head.say(language), "", *(f"- {one}" for one in sentences), "")
