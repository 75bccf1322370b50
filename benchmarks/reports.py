"""Reports to measure with: one clean example, as wordy as real ones are, under as many invented names as are wanted."""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, product
from pathlib import Path
from typing import Any

from benchmarks.commands import ROOT
from lint.formatters.tree import render_tree

EXAMPLE = ROOT / "examples" / "clean" / "department.json"
INVENTED = "示例"  # the place of which every example is
SYLLABLES = "东南西北中山水林河湖江海溪泉岭坡沙石松柳梅竹兰菊荷桃杏梨桑槐枫柏桂樟杨榆棠枣栗橘云雨雪霜泽谷峰"
# What a real report has to say beside its tables, and an example has not. With it a file is of some 15 KB.
OVERVIEW = (
    (
        "一是健全工作机制。调整充实政务公开工作领导小组，由主要负责同志任组长，分管负责同志任副组长，各科室、各直属单位"
        "负责人为成员，办公室承担日常工作，形成主要领导亲自抓、分管领导具体抓、办公室牵头协调、业务科室分工落实的工作格局。"
        "印发年度政务公开工作要点和任务分解表，把任务落实到岗位、责任明确到个人，并列入年度综合考核内容，与业务工作同部署、"
        "同推进、同检查。"
    ),
    (
        "二是规范公开内容。对照主动公开基本目录，逐项梳理机构职能、权责清单、规划计划、财政预决算、行政执法、招标采购、"
        "工程建设、安全监管等信息，做到应公开尽公开。凡涉及群众切身利益的重大事项，在决策前公开征求意见，在决策后同步组织"
        "解读，采用文字、图解、短视频等形式说明政策背景、主要内容和办理途径，方便群众看得懂、能理解、好办事。"
    ),
    (
        "三是严格审查把关。落实“三审三校”制度，坚持谁公开谁审查、谁审查谁负责，对拟公开的信息从内容表述、个人隐私、商业"
        "秘密、国家秘密等方面逐项审查，防止泄密和失实。定期开展网站内容检查，对错别字、失效链接、过期附件及时更正，对栏目"
        "长期不更新的责任科室发函提醒，限期整改到位。"
    ),
    (
        "四是畅通申请渠道。公布受理机构的办公地址、办公时间、联系电话和通信地址，接受当面、邮寄和网上申请，按照登记、审核、"
        "办理、答复、归档的流程办理，统一使用答复文书格式，加强与申请人的沟通，疑难事项由法律顾问参与研究，保证答复内容准确、"
        "程序合法、用语规范。"
    ),
    (
        "五是用好公开平台。以门户网站为第一平台，同步推进政务新媒体、政务公开专区、公告栏建设，在办事大厅设置查询点，为群众"
        "提供查阅、咨询和打印服务。对开设的政务新媒体账号实行清单管理，明确管理人员和发布流程，不再使用的账号依规注销并公告。"
    ),
    (
        "六是强化监督保障。把政务公开纳入年度考核指标，定期对栏目更新、内容质量、答复办理等情况开展检查，对发现的问题列出清单、"
        "明确时限、逐项销号。组织工作人员参加业务培训，学习条例、政策文件和典型案例，邀请法律顾问讲解答复规范，提高工作人员的公开"
        "意识和业务能力。聘请社会监督员对公开工作提出意见，设置意见箱和监督电话，对反映的问题及时核实、及时答复、及时改进。"
    ),
    (
        "七是做好重点领域信息公开。围绕社会关注的热点问题，主动公开防汛抗旱、河湖管理、农村供水、水土保持、工程质量监督等方面的信息，"
        "做好规划、项目、资金、进度的公开，公布监督检查的结果和整改情况，回应群众关切，接受社会监督。"
    ),
)
PROBLEMS = (
    (
        "三是业务培训还不够深入，个别科室对公开属性的认定把握不准，主动公开意识有待增强；四是与群众的互动还不够充分，意见征集"
        "的参与面不广，对征集到的意见采纳情况反馈不够详细。"
    ),
    (
        "针对上述问题，采取以下措施：一是把条例和相关文件纳入干部学习内容，邀请专家授课，组织交流研讨，提高认定、审查和答复的"
        "能力；二是完善公众参与制度，提前公布参与事项和方式，通过座谈、实地走访、问卷等多种渠道听取意见，并在规定期限内公布采纳"
        "情况和理由；三是加强日常指导，定期通报各科室工作情况，对做得好的予以推广，对落实不力的督促改正。"
    ),
)


def write_reports(folder: Path, count: int) -> list[Path]:
    """``count`` reports that differ in their agency's place, and in nothing that would make them unclean."""
    paths = []
    for number, tree in enumerate(wordy_trees(count)):
        path = folder / f"{number:04}.json"
        path.write_text(render_tree(tree), encoding="utf-8")
        paths.append(path)
    return paths


def wordy_trees(count: int) -> Iterator[dict[str, Any]]:
    """The trees of such reports."""
    tree = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    tree["sections"]["overview"]["paragraphs"].extend(OVERVIEW)
    tree["sections"]["problems"]["paragraphs"].extend(PROBLEMS)
    text = json.dumps(tree, ensure_ascii=False)
    length = 2 if count <= len(SYLLABLES) ** 2 else 3
    for place in islice(product(SYLLABLES, repeat=length), count):
        yield json.loads(text.replace(INVENTED, "".join(place)), parse_float=Decimal)
