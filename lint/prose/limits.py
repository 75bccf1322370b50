"""What words in a sentence say of the counts behind them: that they are of another year, of several, of some only."""

from lint.model.pattern import Pattern

YEAR = Pattern(r"(20\d\d)年(?!\d)")
# 2008年以来, “十四五”以来, 近三年: more than the year.
_SINCE = Pattern(
    r"自(?P<year>20\d\d)年[^;。]{0,24}?(?:以来|至今|起.{0,4}累计)|十[二三四五]五|近[二两三四五六七八九十几\d]{1,2}年|历年"
    r"|(?:实施|施行|成立|组建|开通)以来|20\d\d年?(?:至|到|-|—|~|、)20\d\d年(?!\d{1,2}月)",
    holding=("以来", "至今", "累计", "十二五", "十三五", "十四五", "十五五", "近", "历年", "20"),
)
# Words of another year beside this one, which tell nothing of what follows: 较2022年增加6件，办结12件.
_BESIDE = Pattern("[与同较比(《]|结转|转结|接转|转来|转入|遗留|顺延|延|办理|答复")
_AFRESH_YEAR = Pattern(r"[;。]|20\d\d年|[本今当全]年|合计|累计|年度")
_THIS_YEAR = Pattern(r"[;。]|20\d\d年|[本今当全]年|年度")
# 与2022年（复议5件、诉讼6件）相比: all in the bracket is of that year.
_YEAR_OPENS = Pattern(r"(?P<year>20\d\d)年(?:度|同期|全年)?\([^)]*$")
# Such words limit what follows in the sentence too, until the whole is spoken of: 上半年收到8件，办结7件.
_LASTING = Pattern(
    r"涉及(?!(?:政府)?信息公开)|关于|类(?:信息|申请|事项)|季度|上半年|下半年",
    holding=("涉及", "关于", "类", "季度", "半年"),
)
# Without one of these nothing in a sentence limits anything, once the year of the report is taken out.
_ANY = Pattern("来|今|计|五|近|历|涉|关|类|季|半|20")
_AFRESH = Pattern("[;。]|全年|[共总]计|合计|累计")


class Limits:
    """The limits that hold at a place of a ``sentence``, whose words are heard in order."""

    __slots__ = ("_bracket", "_earlier", "_partly", "_quiet", "_since", "_year")

    def __init__(self, year: int | None, sentence: str) -> None:
        self._year = year
        self._quiet = _ANY.search(sentence.replace(f"{year}年", "", 1)) is None
        self._bracket = self._since = self._partly = self._earlier = False

    def hear(self, words: str) -> None:
        """Take in the words before a count, from the count before it on."""
        if self._quiet:
            return
        since = self._counts_on(words)
        self._since = since or (self._since and _THIS_YEAR.search(words) is None)
        self._bracket = self._opens(words) or (self._bracket and ")" not in words)
        self._earlier = self._tells_another(words) or (self._earlier and _AFRESH_YEAR.search(words) is None)
        lasts = since or _LASTING.search(words) is not None
        self._partly = lasts or (self._partly and not self.ended(words))

    @property
    def earlier(self) -> bool:
        """Whether what is counted is of another year."""
        return self._bracket or self._earlier

    @property
    def sliced(self) -> bool:
        """Whether what is counted is only a part of the year's, or more than that."""
        return self._since or self._partly

    @staticmethod
    def ended(words: str) -> bool:
        """Whether words speak of the whole again."""
        return _AFRESH.search(words) is not None

    def _tells_another(self, words: str) -> bool:
        """Whether words begin to tell of another year: 2022年收到48件，答复46件. Not 较2022年, 2022年结转."""
        named = YEAR.findall(words)
        year = self._year
        return bool(named) and year is not None and named[-1] != str(year) and _BESIDE.search(words) is None

    def _opens(self, words: str) -> bool:
        """Whether a bracket opens right behind another year, and is not closed."""
        found = _YEAR_OPENS.search(words)
        return found is not None and self._year is not None and found["year"] != str(self._year)

    def _counts_on(self, words: str) -> bool:
        """Whether words begin to count from an earlier year on: 自2008年以来累计受理316件，累计发生复议29件."""
        since = _SINCE.search(words)
        return since is not None and since["year"] != str(self._year)
