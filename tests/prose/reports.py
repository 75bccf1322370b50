"""Reports whose text is written from their own tables: true sentences, in the words of many clerks."""

import random
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lint.model.report import Tree
from tests.prose import applications, disputes, distractors, documents
from tests.prose.figures import Figures, figures_of
from tests.prose.makers import Years
from tests.prose.phrase import Phrase
from tests.prose.writing import Altered, fits, gaps_of, is_untrue, write

PHRASES = (*applications.PHRASES, *disputes.PHRASES, *documents.PHRASES, *distractors.PHRASES)
TOPICS = tuple(dict.fromkeys(phrase.topic for phrase in PHRASES))
PROACTIVE = ("rules", "decisions", "fees", "distractor")
ASKED_FOR = (
    "received none_received answered carried_in carried_out results on_time breakdown shares growth reconsideration "
    "litigation no_disputes"
).split()
_DENYING_NOTHING = ("answered", "shares")
# Two sets, for odd and even years, so that the reports of a body do not repeat themselves.
_FRAMES: tuple[dict[str, Any], ...] = (
    {
        "start": "{year}年，本机关认真贯彻《中华人民共和国政府信息公开条例》，持续深化政务公开。",
        "proactive": "（一）主动公开情况。围绕群众关心的民生实事，及时公开规划计划、资金使用和项目进展。",
        "asked": "（二）依申请公开情况。健全登记、审核、办理、答复、归档的全流程管理。",
        "rest": (
            "（三）政府信息管理情况。落实先审查后公开的要求，压实三审三校责任，做好信息动态调整。",
            "（四）平台建设情况。优化门户网站栏目，关停整合长期不更新的政务新媒体账号。",
            "（五）监督保障情况。公开工作纳入年度考核，开展社会评议，全年没有发生责任追究的情形。",
        ),
        "problems": (
            "存在的问题：一是政策解读的形式还比较单一；二是基层公开专区的服务功能有待完善。改进情况：一是增加图解和短视频解读；"
            "二是在办事大厅增设查询终端和引导人员。"
        ),
    },
    {
        "start": "一年来，我们坚持以公开为常态、不公开为例外，稳步推进{year}年度政府信息公开各项任务落地见效。",
        "proactive": "（一）主动公开方面。对照主动公开基本目录查漏补缺，重点领域信息做到应公开尽公开。",
        "asked": "（二）依申请公开方面。主动与申请人沟通，耐心释疑，提升答复质量，注重保护申请人合法权益。",
        "rest": (
            "（三）政府信息管理方面。规范公文公开属性源头认定，定期清理失效信息，建立台账逐条销号。",
            "（四）信息公开平台建设方面。升级智能检索功能，整合专题栏目，让群众找得到、看得懂、用得上。",
            "（五）监督保障方面。把信息公开列入绩效考核，委托第三方开展评议，未出现需要追究责任的问题。",
        ),
        "problems": (
            "对照上级要求，工作中仍有不足，主要是业务人员变动频繁、答复文书不够规范、栏目内容更新偏慢等。针对上述不足，已举办专题"
            "培训，印发答复文书样本，每月通报栏目更新情况，相关问题得到明显改进。"
        ),
    },
)


class Sentence(NamedTuple):
    """A sentence of a report and what it was written from."""

    phrase: Phrase
    text: str


class Written(NamedTuple):
    """A report with its text; ``sentences`` by the section and paragraph that they stand in."""

    tree: Tree
    sentences: dict[tuple[str, int], list[Sentence]]
    figures: Figures


def written(seed: int, *, years: bool = False) -> list[Written]:
    """One valid report with text, or two of consecutive years."""
    maker = Years(seed)
    trees = list(maker.two()) if years else [maker.one()]
    earlier: list[Tree | None] = [None, *trees[:-1]]
    return [_with_text(tree, before, maker.dice) for tree, before in zip(trees, earlier, strict=True)]


def _with_text(tree: Tree, before: Tree | None, dice: random.Random) -> Written:
    figures = figures_of(tree, before, dice)
    frame = _FRAMES[tree["year"] % 2]
    governs = tree["agency"].get("kind") == "government"
    phrases = (*PHRASES, *distractors.OF_GOVERNMENTS) if governs else PHRASES
    proactive = _sentences(phrases, PROACTIVE, figures, dice)
    asked = _sentences(phrases, (*ASKED_FOR, "distractor_of_government"), figures, dice)
    fees = _sentences(phrases, ("processing_fee",), figures, dice, chance=1)
    overview = [frame["start"].format(year=tree["year"]), frame["proactive"] + _joined(proactive)]
    overview += [frame["asked"] + _joined(asked), *frame["rest"]]
    sections = tree["sections"]
    sections["overview"]["paragraphs"] = overview
    sections["problems"]["paragraphs"] = [frame["problems"]]
    sections["other"]["paragraphs"] = [_joined(fees)]
    return Written(tree, {("overview", 1): proactive, ("overview", 2): asked, ("other", 0): fees}, figures)


def _sentences(
    phrases: Iterable[Phrase], topics: Iterable[str], figures: Figures, dice: random.Random, chance: float = 0.6
) -> list[Sentence]:
    """One sentence of each topic, topics being left out at random."""
    known = [phrase for phrase in phrases if fits(phrase, figures)]
    found: list[Sentence] = []
    for topic in topics:
        own = [phrase for phrase in known if phrase.topic == topic]
        if own and dice.random() < chance:
            phrase = dice.choice(own)
            found.append(Sentence(phrase, write(phrase, figures, dice)))
    return found


def _joined(sentences: Iterable[Sentence]) -> str:
    return "".join(sentence.text for sentence in sentences)


def alterations(report: Written, dice: random.Random) -> Iterator[tuple[Tree, tuple[str, int], Phrase]]:
    """The report with one figure of a sentence altered, once for each sentence with a count: tree, place, sentence."""
    for place, sentences in report.sentences.items():
        for number, sentence in enumerate(sentences):
            gaps = [(at, name) for at, name in gaps_of(sentence.phrase) if isinstance(report.figures[name], int)]
            if not gaps or sentence.phrase.topic.startswith("distractor"):
                continue
            at, name = dice.choice(gaps)
            altered = Altered(at, _wrong(int(report.figures[name]), dice))
            text = write(sentence.phrase, report.figures, dice, altered)
            changed = [*sentences[:number], Sentence(sentence.phrase, text), *sentences[number + 1 :]]
            yield _changed(report.tree, place, _joined(sentences), _joined(changed)), place, sentence.phrase


def denials(report: Written, dice: random.Random) -> Iterator[tuple[Tree, tuple[str, int], Phrase]]:
    """The report with one more sentence, which denies what its tables have: one for each topic where there is any."""
    known = [one for one in PHRASES if one.topic not in _DENYING_NOTHING and is_untrue(one, report.figures)]
    for topic in dict.fromkeys(phrase.topic for phrase in known):
        place = ("overview", 1 if topic in PROACTIVE else 2)
        old = report.tree["sections"]["overview"]["paragraphs"][place[1]]
        phrase = dice.choice([phrase for phrase in known if phrase.topic == topic])
        yield _changed(report.tree, place, old, old + write(phrase, report.figures, dice)), place, phrase


def _wrong(figure: int, dice: random.Random) -> int:
    """A slip of the pen: a neighbour, one digit more, or two digits changed over."""
    text = str(figure)
    swapped = int(text[:-2] + text[-1] + text[-2]) if len(text) > 1 else figure
    slips = [figure + dice.randint(1, 9), figure * 10 + dice.randint(1, 9), swapped, figure - 1]
    return dice.choice([slip for slip in slips if slip not in (figure, -1)])


def _changed(tree: Tree, place: tuple[str, int], old: str, new: str) -> Tree:
    section, number = place
    paragraphs = list(tree["sections"][section]["paragraphs"])
    paragraphs[number] = paragraphs[number].replace(old, new)
    sections = {**tree["sections"], section: {**tree["sections"][section], "paragraphs": paragraphs}}
    return {**tree, "sections": sections}
