"""Words looked for in a text by their rare signs: Python finds one sign ten times as fast as a word of two."""

# What stands in four of five reports, the most frequent first. Any other sign is rare.
_FREQUENT = (
    "，公政开信息、2。府0工的1作务年实平和发办条一理度进行主动报管规要全及时件告布5《》新“”网制人中不文请在策范有对申保国站体民问以建门7定求共部下室三二"
    "题例分效落复据编存根华区合3关等会强49提审业：与通委性处步依完日内月计统）（情况众加项本类为推应机8确成改到容电收诉解事方重领号户大监结督系联议心我读法"
    "目6力导社高任其善期障话如讼疑验综化是查展设生各好格相省数地照个过真取需将至做上准于严更认总所限；式用按态核整程同形断运得子列局台组点了责升指水意现五但"
)


def _look(word: str) -> str:
    """What is looked for first: a rare sign of a word, or all of it where its signs are frequent and tell nothing."""
    return next((sign for sign in word if sign not in _FREQUENT), word)


class Words:
    """Words of which a text may hold some. To ask for many that a text does not hold takes a few millionths of a
    second, so a rule asks this of all text before it looks closer.
    """

    __slots__ = ("_looks", "_pairs", "words")

    def __init__(self, *words: str) -> None:
        self.words = words
        self._pairs = tuple((_look(word), word) for word in words)
        looks: dict[str, list[str]] = {}
        for look, word in self._pairs:
            looks.setdefault(look, []).append(word)
        self._looks = tuple((look, tuple(group)) for look, group in looks.items())

    def any_in(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        for look, group in self._looks:
            if look in text:
                for word in group:
                    if word in text:
                        return True
        return False

    def first_in(self, text: str) -> str | None:
        """The first of the words, in their own order, that stands in a text; None where none does."""
        for look, word in self._pairs:
            if look in text and word in text:
                return word
        return None

    def all_in(self, text: str) -> list[str]:
        """Those of the words that stand in a text, in their own order."""
        return [word for look, word in self._pairs if look in text and word in text]
