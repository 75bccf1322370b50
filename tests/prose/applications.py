"""Sentences about applications: received, answered, carried over, and what came of them."""

from tests.prose.phrase import phrases

_RECEIVED = (
    ("全年共收到政府信息公开申请{new}件。", "", ""),
    ("{year}年，本机关新收政府信息公开申请{new}件。", "", ""),
    ("本年度受理政府信息公开申请{handled}件（含上年结转{carried_in}件）。", "carried_in", ""),
    ("共收到公民、法人和其他组织提出的政府信息公开申请{new}件，较好地满足了群众的信息需求。", "new", ""),
    ("{year}年共办理依申请公开事项{handled}件。", "handled", ""),
    ("收到依申请公开{new}件，全部登记在册。", "new", ""),
    (
        "全年接收各类政府信息公开申请共计{new}件，通过网络提交{online}件，通过信函提交{by_mail}件，当面提交{on_site}件。",
        "new",
        "",
    ),
    ("受理信息公开申请{new}件，其中上年结转0件。", "new", "carried_in"),
    ("本年度，共处理政府信息公开申请{handled}件，其中本年新收{new}件，上年结转{carried_in}件。", "carried_in", ""),
    ("依法办理政府信息公开申请{total}件，申请内容主要涉及征地补偿、房屋安全等方面。", "total", ""),
    ("年内收到要求公开政府信息的申请{new}件，均已登记编号。", "new", ""),
    ("收到书面申请{on_site_mail}件、网上申请{online}件，合计收到政府信息公开申请{new}件。", "new", ""),
    ("一年来，群众通过各种渠道向本机关提交政府信息公开申请{new}件。", "new", ""),
    ("{year}年1月1日至12月31日，收到政府信息公开申请{new}件，同时有上年结转{carried_in}件。", "carried_in", ""),
    ("全年新收申请{new}件，加上结转的{carried_in}件，需办理的政府信息公开申请共{handled}件。", "carried_in", ""),
    ("政府信息公开申请收件{new}件，收件量保持平稳。", "new", ""),
)
_ANSWERED = (
    ("全年共答复政府信息公开申请{total}件。", "total", ""),
    ("收到政府信息公开申请{new}件，办结{total}件。", "total", ""),
    (
        "受理政府信息公开申请{new}件，答复{total}件（含上年度结转申请{carried_in}件，另有{carried_out}件顺延到下年度答复）。",
        "carried_in carried_out",
        "",
    ),
    (
        "处理申请{handled}件（含上年结转{carried_in}件），已答复{total}件，结转下年度{carried_out}件。",
        "carried_in carried_out",
        "",
    ),
    ("依法按时答复政府信息公开申请{total}件，其余{carried_out}件仍在办理期限内。", "total carried_out", ""),
    (
        "本年收到的政府信息公开申请中，已办结{answered_new}件，{carried_out}件结转下年度继续办理。",
        "answered_new carried_out",
        "",
    ),
    (
        "共办结政府信息公开申请{total}件，其中本年新收{answered_new}件、上年结转{carried_in}件。",
        "carried_in answered_new",
        "",
    ),
    ("按照《条例》要求，规范答复政府信息公开申请{total}件，答复文书统一编号归档。", "total", ""),
    ("全年政府信息公开申请办理完毕{total}件，平均办理时长11个工作日。", "total", ""),
    ("对收到的政府信息公开申请，逐件登记、逐件审核，共作出答复{total}件。", "total", ""),
    (
        "{year}年受理申请{new}件，当年办结{total}件，未办结{carried_out}件，均为年底收到的政府信息公开申请。",
        "carried_out",
        "carried_in",
    ),
    ("{year}年度共完成政府信息公开申请答复{total}件，其中延期答复1件。", "total", ""),
    ("累计收到政府信息公开申请{handled}件，答复{total}件。", "carried_in", "carried_out"),
)
_CARRIED_IN = (
    ("上年结转政府信息公开申请{carried_in}件。", "", ""),
    ("本年新收政府信息公开申请{new}件，上年结转{carried_in}件。", "", ""),
    ("收到政府信息公开申请{new}件，另有上年度结转的申请{carried_in}件。", "carried_in", ""),
    ("由上一年度结转的政府信息公开申请{carried_in}件已在本年度全部办结。", "carried_in", ""),
    ("共办理政府信息公开申请{handled}件，其中{carried_in}件为上年结转。", "carried_in", ""),
    ("结转上年度政府信息公开申请{carried_in}件，本年度一并办理。", "carried_in", ""),
    ("年初尚有{carried_in}件上年结转的政府信息公开申请，已按期办理。", "carried_in", ""),
    ("办理政府信息公开申请{handled}件（上年结转{carried_in}件，本年新收{new}件）。", "carried_in", ""),
    ("上年度转来的政府信息公开申请{carried_in}件，均已办理完毕。", "carried_in", ""),
    ("无上年结转的政府信息公开申请，本年新收{new}件。", "", "carried_in"),
    ("政府信息公开申请上年遗留{carried_in}件、今年新收{new}件。", "carried_in", ""),
    ("{last}年结转至本年办理的政府信息公开申请为{carried_in}件。", "carried_in", ""),
    ("受理政府信息公开申请{handled}件，包括上年度结转{carried_in}件和本年度新收{new}件。", "carried_in", ""),
)
_CARRIED_OUT = (
    ("结转下年度继续办理的政府信息公开申请{carried_out}件。", "", ""),
    ("政府信息公开申请办结{total}件，{carried_out}件结转下年度继续办理。", "carried_out", ""),
    ("另有{carried_out}件政府信息公开申请因未到办理期限，结转至下年度办理。", "carried_out", ""),
    ("已答复政府信息公开申请{total}件，顺延至{next}年办理{carried_out}件。", "carried_out", ""),
    ("年末收到的{carried_out}件政府信息公开申请将延续到下一年度办理。", "carried_out", ""),
    ("有{carried_out}件政府信息公开申请转入下年度办理，其余均已办结。", "carried_out", ""),
    ("无结转下年度办理的政府信息公开申请。", "", "carried_out"),
    ("截至{year}年12月31日，仍有{carried_out}件政府信息公开申请在办，结转下年。", "carried_out", ""),
    ("政府信息公开申请全部办结，结转下年度0件。", "handled", "carried_out"),
    ("转下一年度办理答复的政府信息公开申请有{carried_out}件。", "carried_out", ""),
    ("收到政府信息公开申请{new}件，其中{carried_out}件在法定期限内结转次年办理。", "carried_out", ""),
    ("结转次年政府信息公开申请{carried_out}件，均因征求第三方意见所致。", "carried_out", ""),
    ("有{carried_out}件申请需征求第三方意见，按规定延至下年度答复，依申请公开其余事项均已办结。", "carried_out", ""),
)
_RESULTS = (
    ("答复的政府信息公开申请中，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件。", "total", ""),
    (
        (
            "办结依申请公开{total}件，其中：予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unavailable}件，"
            "不予处理{not_processed}件，其他处理{other_results}件。"
        ),
        "total",
        "",
    ),
    ("从政府信息公开申请办理结果看，予以公开和部分公开{granted_partial}件，无法提供{unavailable}件。", "total", ""),
    ("政府信息公开申请答复中，同意公开{granted}件，不同意公开{denied}件，无法提供{unavailable}件。", "total", ""),
    (
        (
            "申请办理结果：政府信息公开申请予以公开{granted}件；部分公开{partial}件；不予公开{denied}件；无法提供{unavailable}件；"
            "不予处理{not_processed}件。"
        ),
        "total",
        "",
    ),
    ("对政府信息公开申请作出予以公开决定{granted}件、不予公开决定{denied}件。", "total", ""),
    (
        "政府信息公开申请的办理结果以无法提供为主，共{unavailable}件，其中本机关不掌握相关政府信息{not_held}件。",
        "unavailable",
        "",
    ),
    ("收到政府信息公开申请{new}件，予以公开{granted}件，其余按照《条例》有关规定作出相应处理。", "granted", ""),
    ("全年对{denied}件政府信息公开申请不予公开，均说明了理由和依据。", "denied", ""),
    ("政府信息公开申请因信访、举报、投诉等原因不予处理{not_processed}件。", "not_processed", ""),
    ("政府信息公开申请中，{partial}件部分公开，{granted}件予以公开。", "granted partial", ""),
    (
        "答复政府信息公开申请{total}件，其中公开类（含部分公开）{granted_partial}件，不予公开类{denied}件，其他情形处理{other_results}件。",
        "total",
        "",
    ),
    (
        (
            "所有办结的信息公开申请中同意公开答复{granted}件，部分公开答复{partial}件，不予公开答复{denied}件，无法提供的{unavailable}件，"
            "不予处理{not_processed}件，其他处理{other_results}件。"
        ),
        "total",
        "",
    ),
    (
        "政府信息公开申请中，属于本机关不掌握的{not_held}件，已告知申请人；没有现成信息需要另行制作的{needs_creation}件。",
        "not_held",
        "",
    ),
)
_ON_TIME = (
    ("收到政府信息公开申请{new}件，均已按期答复。", "new", "carried_in carried_out"),
    ("全年受理政府信息公开申请{new}件，全部在法定期限内办结。", "new", "carried_in carried_out"),
    ("收到的政府信息公开申请均已依法答复，按时办结率100%。", "handled", "carried_out"),
    ("共收到政府信息公开申请{new}件，答复率100%。", "new", "carried_out"),
    ("政府信息公开申请{handled}件均已办结，无逾期情况。", "handled", "carried_out"),
    ("受理政府信息公开申请{new}件，均已在法定期限内予以答复，未收到申请人异议。", "new", "carried_in carried_out"),
    ("全部政府信息公开申请均按规定程序办理完毕。", "handled", "carried_out"),
    ("依申请公开办结率、按时答复率均达到100%。", "handled", "carried_out"),
    ("全年{handled}件政府信息公开申请全部按时办结。", "handled", "carried_out"),
    ("已办理的{total}件政府信息公开申请均在法定期限内答复。", "total", ""),
    ("政府信息公开申请已全部答复完毕，无超期件。", "handled", "carried_out"),
    ("对全年收到的政府信息公开申请做到件件有答复，办结率为100%。", "handled", "carried_out"),
    ("收到政府信息公开申请{new}件，均在期限内答复或依法延期答复。", "new carried_out", ""),
)
_NONE_RECEIVED = (
    ("本年度未收到政府信息公开申请。", "", "handled"),
    ("{year}年，我单位未收到公民、法人或者其他组织提出的政府信息公开申请。", "", "handled"),
    ("全年没有收到政府信息公开申请。", "", "handled"),
    ("收到政府信息公开申请0件。", "", "handled"),
    ("依申请公开方面，本年度无政府信息公开申请。", "", "handled"),
    ("本年度新收政府信息公开申请0件，上年结转0件。", "", "handled"),
    ("全年未接到依申请公开事项。", "", "handled"),
    ("{year}年度收到依申请公开申请为0件。", "", "handled"),
    ("本机关{year}年未受理政府信息公开申请。", "", "handled"),
    ("畅通受理渠道，本年度未收到依申请公开件。", "", "handled"),
    ("本年度无依申请公开办理事项。", "", "handled"),
    ("{year}年未发生政府信息公开申请情况。", "", "handled"),
    ("依申请公开受理量为0件。", "", "handled"),
)
_APPLICANTS = (
    ("收到政府信息公开申请{new}件，其中自然人{natural}件，法人或其他组织{organisations}件。", "new", ""),
    ("新收政府信息公开申请中，自然人申请{natural}件、企业申请{business}件。", "new", ""),
    (
        (
            "收到政府信息公开申请{new}件，涉及自然人{natural}件、商业企业{business}件、科研机构{research}件、社会公益组织{welfare}件、"
            "法律服务机构{legal}件、其他{other_applicants}件。"
        ),
        "new",
        "",
    ),
    ("从申请人看，自然人提出政府信息公开申请{natural}件，占{natural/new}%。", "new", ""),
    ("政府信息公开申请{new}件中，网络申请{online}件、信函申请{by_mail}件、当面申请{on_site}件。", "new", ""),
    (
        "从申请方式看，网络申请{online}件，占{online/new}%；信函申请{by_mail}件，占{by_mail/new}%；当面申请{on_site}件。",
        "new",
        "",
    ),
    ("全年收到政府信息公开申请{new}件，其中网上申请{online}件，其余为信函和当面申请。", "new", ""),
    (
        "不予公开{denied}件，其中属于内部事务信息{internal}件、过程性信息{process}件、行政执法案卷{enforcement}件等，均属政府信息公开申请。",
        "denied",
        "",
    ),
    (
        "政府信息公开申请无法提供{unavailable}件，其中本机关不掌握{not_held}件、需另行制作{needs_creation}件、补正后仍不明确{unclear}件。",
        "unavailable",
        "",
    ),
    (
        "政府信息公开申请不予处理{not_processed}件，其中信访举报投诉类{petition}件、重复申请{repeated}件等。",
        "not_processed",
        "",
    ),
    ("收到的政府信息公开申请中，上半年{first_half}件，下半年{second_half}件。", "new", ""),
    (
        "按内容分，收到征地拆迁类申请{online}件、规划建设类申请{by_mail}件、其他类申请{on_site}件，共{new}件。",
        "new",
        "",
    ),
    (
        "其他处理{other_results}件，其中申请人逾期不补正{not_supplemented}件、其他{other_other}件，均为政府信息公开申请。",
        "other_results",
        "fee_unpaid",
    ),
)
_SHARES = (
    ("答复政府信息公开申请{total}件，其中予以公开{granted}件，占{granted/total}%。", "total", ""),
    (
        (
            "办结依申请公开{total}件，其中：予以公开及部分公开{granted_partial}件，占{granted_partial/total}%；不予公开{denied}件，占"
            "{denied/total}%；无法提供{unavailable}件，占{unavailable/total}%；不予处理{not_processed}件，占{not_processed/total}%；"
            "其他处理{other_results}件，占{other_results/total}%。"
        ),
        "total",
        "",
    ),
    ("政府信息公开申请予以公开率为{granted/total}%。", "total", ""),
    (
        "予以公开{granted}件，占办结总数的{granted/total}%，部分公开{partial}件，占{partial/total}%，均为政府信息公开申请。",
        "total",
        "",
    ),
    ("无法提供的政府信息公开申请{unavailable}件，占全年答复总量{total}件的{unavailable/total}%。", "unavailable", ""),
    ("收到政府信息公开申请{new}件，其中自然人申请{natural}件，占比{natural/new}%。", "new", ""),
    ("政府信息公开申请不予公开{denied}件，占答复总数的比例为{denied/total}%。", "denied", ""),
    ("全年政府信息公开申请办结{total}件，办结率{total/handled}%。", "handled", ""),
    ("政府信息公开申请中，公开类答复（含部分公开）占{granted_partial/total}%。", "total", ""),
    ("自然人申请占全部政府信息公开申请的{natural/new}%，法人或其他组织占{organisations/new}%。", "new", ""),
    ("网上申请{online}件，占全部政府信息公开申请{new}件的{online/new}%。", "new", ""),
    (
        "收到政府信息公开申请{new}件，按时办结率100%，其中予以公开的占答复数的{granted/total}%。",
        "total new",
        "carried_out",
    ),
    (
        "政府信息公开申请答复{total}件，不予处理占{not_processed/total}%、其他处理占{other_results/total}%。",
        "total",
        "",
    ),
)
_GROWTH = (
    ("全年收到政府信息公开申请{new}件，同比{new^before_new}%。", "new before_new", ""),
    ("收到政府信息公开申请{new}件，较上年的{before_new}件{new^before_new}%。", "before_new", ""),
    ("新收政府信息公开申请{new}件，比上年{new^before_new}%。", "before_new", ""),
    ("{year}年收到政府信息公开申请{new}件，{last}年为{before_new}件，同比{new^before_new}%。", "before_new", ""),
    ("政府信息公开申请量较上年{new^before_new}%，共收到{new}件。", "before_new", ""),
    ("全年收到政府信息公开申请{new}件（上年同期{before_new}件）。", "before_new", ""),
    ("收到政府信息公开申请{new}件，较{last}年{new^before_new}%，申请量变化与重点工程推进有关。", "before_new", ""),
    ("上年收到政府信息公开申请{before_new}件，今年收到{new}件。", "before_new", ""),
    ("与{last}年收到政府信息公开申请{before_new}件相比，本年收到{new}件，{new^before_new}%。", "before_new", ""),
    ("政府信息公开申请由上年的{before_new}件变为今年的{new}件。", "before_new", ""),
    ("答复政府信息公开申请{total}件，上年答复{before_total}件，同比{total^before_total}%。", "before_total", ""),
    ("办结政府信息公开申请{total}件，同比{total^before_total}%。", "before_total", ""),
    ("本年新收政府信息公开申请{new}件，去年同期为{before_new}件，同比变化幅度为{new^before_new}%。", "before_new", ""),
)


PHRASES = (
    *phrases("received", _RECEIVED),
    *phrases("answered", _ANSWERED),
    *phrases("carried_in", _CARRIED_IN),
    *phrases("carried_out", _CARRIED_OUT),
    *phrases("results", _RESULTS),
    *phrases("on_time", _ON_TIME),
    *phrases("none_received", _NONE_RECEIVED),
    *phrases("breakdown", _APPLICANTS),
    *phrases("shares", _SHARES),
    *phrases("growth", _GROWTH),
)
