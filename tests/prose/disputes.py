"""Sentences about reviews and suits, with their outcomes, or that there were none."""

from tests.prose.phrase import phrases

_RECONSIDERATION = (
    ("因政府信息公开被申请行政复议{review}件。", "", ""),
    (
        (
            "政府信息公开行政复议{review}件，其中结果维持{review_upheld}件，结果纠正{review_corrected}件，其他结果{review_other}件，"
            "尚未审结{review_pending}件。"
        ),
        "",
        "",
    ),
    ("全年因政府信息公开引起的行政复议案件{review}件，维持{review_upheld}件、纠正{review_corrected}件。", "review", ""),
    ("发生政府信息公开行政复议{review}起，均获维持。", "review", "review_corrected review_other review_pending"),
    ("{review}件政府信息公开行政复议案件中，结果维持的{review_upheld}件。", "review", ""),
    ("因依申请公开引发行政复议{review}件，尚未审结{review_pending}件。", "review", ""),
    (
        "政府信息公开类行政复议案件{review}件，被纠正{review_corrected}件，纠错率{review_corrected/review}%。",
        "review",
        "",
    ),
    (
        (
            "涉及政府信息公开的行政复议案件共{review}件，{review_upheld}件维持原行政行为，{review_corrected}件被纠正，其他结果"
            "{review_other}件，尚未审结{review_pending}件。"
        ),
        "review",
        "",
    ),
    ("不服政府信息公开答复申请行政复议的{review}件，已审结{review_closed}件。", "review", ""),
    ("本年度政府信息公开行政复议{review}件，无被纠正情形。", "review", "review_corrected"),
    (
        "收到因政府信息公开提起的行政复议{review}件（维持{review_upheld}件，其他结果{review_other}件）。",
        "review",
        "review_corrected review_pending",
    ),
    ("政府信息公开方面的行政复议案件数为{review}件，其中其他结果{review_other}件。", "review", ""),
    ("政府信息公开申请引起行政复议{review}宗，结果纠正{review_corrected}宗。", "review", ""),
)
_LITIGATION = (
    ("因政府信息公开被提起行政诉讼{suits}件。", "", ""),
    (
        (
            "政府信息公开行政诉讼{suits}件，其中结果维持{suits_upheld}件，结果纠正{suits_corrected}件，其他结果{suits_other}件，尚未审结"
            "{suits_pending}件。"
        ),
        "",
        "",
    ),
    ("因政府信息公开引起的行政诉讼案件{suits}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。", "", ""),
    ("政府信息公开行政诉讼{suits}起，法院均予维持。", "suits", "suits_corrected suits_other suits_pending"),
    ("因政府信息公开引起行政复议{review}件、行政诉讼{suits}件。", "", ""),
    ("政府信息公开行政复议和行政诉讼分别为{review}件和{suits}件。", "review suits", ""),
    ("政府信息公开未经复议直接起诉案件{direct}件，维持{direct_upheld}件，尚未审结{direct_pending}件。", "direct", ""),
    ("政府信息公开复议后起诉{after}件，结果维持{after_upheld}件。", "after", ""),
    ("涉及政府信息公开的行政诉讼案件{suits}件，尚未审结{suits_pending}件，其余均已审结。", "suits", ""),
    ("政府信息公开类行政诉讼{suits}件，结果纠正{suits_corrected}件，纠错率{suits_corrected/suits}%。", "suits", ""),
    ("因依申请公开引发行政诉讼{suits}件，无败诉案件。", "suits", "suits_corrected"),
    ("涉政府信息公开行政复议、行政诉讼案件共{disputes}件，其中行政复议{review}件、行政诉讼{suits}件。", "disputes", ""),
    (
        (
            "政府信息公开行政复议{review}件（维持{review_upheld}件，纠正{review_corrected}件，其他{review_other}件，尚未审结{review_pending}件）；"
            "行政诉讼{suits}件（维持{suits_upheld}件，纠正{suits_corrected}件，其他{suits_other}件，尚未审结{suits_pending}件）。"
        ),
        "",
        "",
    ),
)
_NONE = (
    ("未发生因政府信息公开引起的行政复议、行政诉讼。", "", "disputes"),
    ("本年度无政府信息公开行政复议和行政诉讼案件。", "", "disputes"),
    ("全年没有因政府信息公开被申请行政复议或者提起行政诉讼。", "", "disputes"),
    ("未收到因政府信息公开提出的行政复议、行政诉讼。", "", "disputes"),
    ("因政府信息公开被申请行政复议0件、提起行政诉讼0件。", "", "disputes"),
    ("政府信息公开行政复议、行政诉讼均为0件。", "", "disputes"),
    ("本年度未发生因依申请公开引发的行政复议和行政诉讼。", "", "disputes"),
    ("本年度未发生政府信息公开行政诉讼。", "", "suits"),
    ("无政府信息公开行政复议案件。", "", "review"),
    ("政府信息公开行政复议、行政诉讼案件为零。", "", "disputes"),
    ("本单位未因政府信息公开工作被申请行政复议、被提起行政诉讼。", "", "disputes"),
    ("未发生政府信息公开行政复议被纠正、行政诉讼败诉的情况。", "", "review_corrected suits_corrected"),
    ("收到政府信息公开申请{new}件，未发生复议诉讼。", "new", "disputes"),
)


PHRASES = (
    *phrases("reconsideration", _RECONSIDERATION),
    *phrases("litigation", _LITIGATION),
    *phrases("no_disputes", _NONE),
)
