"""Sentences about table two: rules and normative documents, decisions, fees; and about the processing fee."""

from tests.prose.phrase import phrases

_RULES = (
    ("制发行政规范性文件{norms_issued}件，废止{norms_repealed}件，现行有效{norms_in_force}件。", "", ""),
    ("全年制定规范性文件{norms_issued}件。", "norms_issued", ""),
    ("现行有效行政规范性文件{norms_in_force}件，本年废止{norms_repealed}件。", "norms_repealed", ""),
    ("出台行政规范性文件{norms_issued}件，同步解读率100%。", "norms_issued", ""),
    ("全面清理规范性文件，废止行政规范性文件{norms_repealed}件，继续有效{norms_in_force}件。", "norms_repealed", ""),
    ("本年度印发行政规范性文件{norms_issued}件，均在网站公开。", "norms_issued", ""),
    ("截至{year}年12月31日，现行有效的规范性文件{norms_in_force}件，全部集中公开。", "norms_in_force", ""),
    ("动态更新本年度制发的行政规范性文件{norms_issued}件，做好全真版上传。", "norms_issued", ""),
    ("制定规章{rules_issued}件、行政规范性文件{norms_issued}件。", "rules_issued norms_issued", ""),
    (
        (
            "规章制发{rules_issued}件、废止{rules_repealed}件、现行有效{rules_in_force}件；行政规范性文件制发{norms_issued}件、废止"
            "{norms_repealed}件、现行有效{norms_in_force}件。"
        ),
        "rules_in_force",
        "",
    ),
    ("公布现行有效规章{rules_in_force}部。", "rules_in_force", ""),
    ("本年度未制定行政规范性文件。", "", "norms_issued"),
    ("未制发规章，废止规章0件。", "", "rules_issued rules_repealed"),
    (
        "梳理现行有效的行政规范性文件{norms_in_force}件并在专栏公布，清理后宣布失效、废止{norms_repealed}件。",
        "norms_repealed",
        "",
    ),
    ("公开规范性文件{norms_issued}份。", "norms_issued", ""),
)
_DECISIONS = (
    ("作出行政许可决定{licensing}件。", "", ""),
    ("全年作出行政处罚决定{penalties}件，行政强制决定{coercion}件。", "", ""),
    ("作出行政许可决定{licensing}件、行政处罚决定{penalties}件、行政强制决定{coercion}件。", "", ""),
    ("本年度共下达行政处罚决定{penalties}起。", "penalties", ""),
    ("办理行政许可{licensing}件，全部按期公示。", "licensing", ""),
    ("实施行政强制措施{coercion}次。", "coercion", ""),
    ("公开行政许可处理决定{licensing}件、行政处罚处理决定{penalties}件。", "", ""),
    ("全年行政许可决定数量为{licensing|about}件。", "licensing", ""),
    ("作出行政处罚{penalties|about}件，均按规定公示。", "penalties", ""),
    ("本年度未作出行政强制决定。", "", "coercion"),
    ("未实施行政处罚、行政强制。", "", "penalties coercion"),
    ("无行政许可事项。", "", "licensing"),
    ("依法作出行政处罚决定{penalties}件，按时公示率100%。", "penalties", ""),
    ("行政许可{licensing}件、行政处罚{penalties}件、行政强制{coercion}件，公示率均为100%。", "licensing", ""),
)
_FEES = (
    ("收取行政事业性收费{fees}万元。", "", ""),
    ("行政事业性收费金额为{fees}万元。", "fees", ""),
    ("全年行政事业性收费{fees_yuan}元。", "fees_yuan", ""),
    ("本年度行政事业性收费收入{fees}万元，全部上缴国库。", "fees", ""),
    ("行政事业性收费总额{fees|about}万元。", "fees", ""),
    ("本年度无行政事业性收费。", "", "fees"),
    ("未收取行政事业性收费。", "", "fees"),
    ("公开行政事业性收费目录清单，全年收费金额{fees}万元。", "fees", ""),
    ("行政事业性收费共计人民币{fees_yuan}元，收费依据和标准均已公示。", "fees_yuan", ""),
    ("依法收取行政事业性收费共{fees}万元，减免2.5万元。", "fees", ""),
    ("行政事业性收费（万元）：{fees}。", "fees", ""),
    ("行政事业性收费情况：本年收费金额{fees}万元。", "fees", ""),
    ("全年行政事业性收费约{fees|about}万元。", "fees", ""),
)
_PROCESSING = (
    ("本年度收取政府信息公开信息处理费{charged}元。", "", ""),
    ("发出收费通知{notices}件，收取信息处理费{charged}元。", "charged", ""),
    ("全年发出信息处理费收费通知{notices}份，通知金额{charged}元，实际收取{charged}元。", "charged", ""),
    ("依法收取信息处理费{charged}元，其中按件收取{charged_a}元、按量收取{charged_b}元。", "charged", ""),
    ("收取信息处理费合计{charged}元（{charged_a}元、{charged_b}元）。", "charged", ""),
    ("信息处理费收取情况：{year}年共收取{charged}元，已全额上缴。", "charged", ""),
    ("本年度未收取信息处理费。", "", "charged"),
    ("{year}年，收取政府信息公开信息处理费0元。", "", "charged"),
    ("无收取信息处理费情况。", "", "charged"),
    ("按照《政府信息公开信息处理费管理办法》，本年度没有产生信息处理费。", "", "charged"),
    ("本年度发出信息处理费收费通知0件，收费总金额0元。", "", "charged"),
    ("本机关未发生收取信息处理费的情况。", "", "charged"),
    ("严格执行信息处理费管理办法，共向{notices}名申请人收取信息处理费{charged}元。", "charged", ""),
    ("收取信息处理费{charged_wan}万元。", "charged", ""),
)


PHRASES = (
    *phrases("rules", _RULES),
    *phrases("decisions", _DECISIONS),
    *phrases("fees", _FEES),
    *phrases("processing_fee", _PROCESSING),
)
