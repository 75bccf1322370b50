"""Words looked for in a text by their rarest signs: Python finds one sign ten times as fast as a word of two."""

# Signs in the order of how many reports have them: those of nearly every report, and those of many.
_FREQUENT = (
    "，公政开信息、2。府0工的1作务年实平和发办条一理度进行主动报管规要全及时件告布5《》新“”网制人中不文请在策范有对申保国站体民问以建门7定求共"
    "部下室三二题例分效落复据编存根华区合3关等会强49提审业：与通委性处步依完日内月计统）（情况众加项本类为推应机8确成改到容电收诉"
)
_COMMON = (
    "解事方重领号户大监结督系联议心我读法目6力导社高任其善期障话如讼疑验综化是查展设生各好格相省数地照个过真取需将至做上准于严更认总所限；式用按态核"
    "整程同形断运得子列局台组点了责升指水意现五但面群媒栏持能自知量并流他费商四彻贯邮址.域经明版微标质织回密深表学序则产党载厅可围福层还署原营安位置"
    "专习续决入积极接院便健特印足服多坚切施起道够简六单传由常次措代后称楼思答员案源优出集级予际些执精增交立培无想何环调渠注训未涉金把视负识均止线检字"
    "外细属色义因湾间构互职绕广向送充参待供前近直资批果抓紧基率第转促利来函〔〕井企权科小图富神评录济受丰仍协维拓节包括境梳见场今十南记反采已稳先附市"
    "征累护清篇询书从当别引获良片链宣划长考助示达许热预种阅满测针绩配补然频继登博扎章校没创托功头播治聚馈焦索纳络尽家空页首财算卫律融修具看研究之截北"
    "急防革活教快排说较举估两型干探透就扩述造令厝召箱"
)
_RANKS = {sign: rank for rank, sign in enumerate(_FREQUENT + _COMMON)}


_TRIES = 4  # places of a sign that are looked at one by one


def _rarest(word: str) -> str:
    """What is looked for first: the rarest sign of a word, or all of it where each is frequent and tells nothing."""
    look, highest = word, len(_FREQUENT) - 1
    for sign in word:  # every start asks for a thousand words: max with a key takes three times as long
        rank = _RANKS.get(sign)
        if rank is None:
            return sign
        if rank > highest:
            look, highest = sign, rank
    return look


def _stands(look: str, ahead: int, word: str, text: str) -> bool:
    """Whether a word, which has so many signs ahead of its rarest, stands in a text that has this one."""
    if len(look) == len(word):
        return True
    at = text.find(look, ahead)
    for _ in range(_TRIES):
        if at < 0 or text.startswith(word, at - ahead):
            return at >= 0
        at = text.find(look, at + 1)
    return text.find(word, at - ahead) >= 0


class Words:
    """Words of which a text may hold some. To ask for many that a text does not hold takes a few millionths of a
    second, so a rule asks this of all text before it looks closer.
    """

    __slots__ = ("_looks", "words")

    def __init__(self, *words: str) -> None:
        self.words = words
        self._looks = tuple((look := _rarest(word), word.index(look), word) for word in words)

    def any_in(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        for look, ahead, word in self._looks:  # noqa: SIM110 - a generator takes half as long again
            if look in text and _stands(look, ahead, word, text):
                return True
        return False

    def first_in(self, text: str) -> str | None:
        """The first of the words, in their own order, that stands in a text; None where none does."""
        for look, ahead, word in self._looks:
            if look in text and _stands(look, ahead, word, text):
                return word
        return None

    def all_in(self, text: str) -> list[str]:
        """Those of the words that stand in a text, in their own order."""
        return [word for look, ahead, word in self._looks if look in text and _stands(look, ahead, word, text)]
