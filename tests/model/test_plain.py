"""Text under NFKC without white space, whatever is changed beforehand."""

import unicodedata

import pytest

from lint.model.plain import plain_text

WRITTEN = {
    "wide marks": "申请（含结转）：1件，办结；均已答复！",
    "wide digits and letters": "共１２件，占５０％，Ａ类",
    "a mark before what is joined to it": "，\u0301（\u0338",
    "white space": " 申\u3000请，\n1 件\t",
    "compatibility signs": "⑴①㈠㎡ﬁ︵﹪⾏政",
    "nothing": "",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_text_is_compared_as_the_standard_normalizes_it(text: str) -> None:
    assert plain_text(text) == "".join(unicodedata.normalize("NFKC", text).split())
