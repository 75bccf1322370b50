"""What is wrong with a JSON text at a point, in words for the person who has to mend it."""

import re

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.lines import quote, refusal

VALUE = Text("一个值", "a value")
KEY = Text("用双引号括起的键", "a key in double quotes")
KEY_OR_END = Text("用双引号括起的键或 }", "a key in double quotes or }")
VALUE_OR_END = Text("一个值或 ]", "a value or ]")
COLON = Text("键后面的冒号 :", "a colon : after the key")
COMMA_OR_BRACE = Text("逗号 , 或 }", "a comma , or }")
COMMA_OR_BRACKET = Text("逗号 , 或 ]", "a comma , or ]")
NOTHING = Text("文件到此结束", "the end of the file")

_BLANKS = re.compile(r"[ \t\r\n]*+")
_WORD = re.compile(r'"[^"\r\n]*+"|[\w.+\-]++|.', re.DOTALL)
_STRING = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\[^\x00-\x1f][^"\\\x00-\x1f]*+)*+')

# The first that fits speaks.
_SIGHTS = (
    (re.compile(r"[-+]?(?:nan|inf(?:inity)?)\b", re.IGNORECASE), Text(
        "NaN 和 Infinity 不是数字，不能使用", "NaN and Infinity are no numbers and not allowed")),
    (re.compile(r"//|/\*|#"), Text("JSON 中不能写注释", "JSON has no comments")),
    (re.compile(r"['`]"), Text("应使用双引号，不能用单引号", "use double quotes, not single quotes")),
    (re.compile(r"[“”‘’＂＇]"), Text("应使用英文双引号，不能用中文引号", "use straight double quotes, not curly ones")),
    (re.compile(r"[，：、；｛｝［］]"), Text(
        "应使用半角标点，不能用全角标点", "use half-width punctuation, not full-width")),
    (re.compile(r"(?:True|False|None|undefined|TRUE|FALSE|NULL|Null)\b"), Text(
        "应写作 true、false 或 null", "write true, false or null")),
    (re.compile(r"(?<=0)[0-9]|(?<=[0-9])\.|[-+.][0-9.]*"), Text(
        "数字写法有误（如多余的 0、+ 或小数点）", "a number is not well written (a needless 0 or +, a lone point)")),
)  # fmt: skip


def fault(text: str, at: int, wanted: Text) -> Unreadable:
    """The refusal for what stands at an offset, where ``wanted`` should; for the caller to raise."""
    start = _BLANKS.match(text, at).end()  # type: ignore[union-attr]  # matches the empty string at least
    if start == len(text):
        words = Text(f"文件不完整：缺少{wanted.zh}", f"the file ends too early: {wanted.en} is missing")
        return refusal("LT003", words, text, at, at)
    opening = _STRING.match(text, start)
    if opening and opening.end() < len(text) and text[opening.end()] == '"':
        opening = None
    if opening:
        return _string_fault(text, start, opening.end())
    return _other_fault(text, start, wanted)


def _string_fault(text: str, start: int, stop: int) -> Unreadable:
    stopper = text[stop : stop + 1]
    if stopper in ("", "\\", "\n", "\r"):
        return refusal("LT003", Text("字符串没有结束的双引号", "a string has no closing quote"), text, start, stop)
    words = Text(
        f"字符串中有控制字符 {quote(stopper)}，应写作转义形式",
        f"a raw control character {quote(stopper)} in a string; write it as an escape",
    )
    return refusal("LT003", words, text, stop, stop + 1)


def _other_fault(text: str, start: int, wanted: Text) -> Unreadable:
    end = _WORD.match(text, start).end()  # type: ignore[union-attr]  # matches any character
    if text[start] in "]}" and _before(text, start) == ",":
        return refusal("LT003", Text("多余的逗号", "a comma too many before the end"), text, start, end)
    for pattern, words in _SIGHTS:
        if pattern.match(text, start):
            return refusal("LT003", words, text, start, end)
    found = quote(text[start:end])
    if wanted is NOTHING:
        words = Text(f"数据结束之后还有内容：{found}", f"more content after the end: {found}")
    else:
        words = Text(f"此处应为{wanted.zh}，却是 {found}", f"expected {wanted.en}, found {found}")
    return refusal("LT003", words, text, start, end)


def _before(text: str, at: int) -> str:
    while at and text[at - 1] in " \t\r\n":
        at -= 1
    return text[at - 1 : at]


def lone_surrogate(text: str, start: int, end: int) -> Unreadable:
    r"""The refusal for half a character such as ``\ud800``; for the caller to raise."""
    shown = quote(text[start:end])
    words = Text(f"转义 {shown} 只是半个字符", f"the escape {shown} is only half a character")
    return refusal("LT003", words, text, start, end)


def bad_escape(text: str, start: int, end: int) -> Unreadable:
    """The refusal for an escape that JSON does not know; for the caller to raise."""
    shown = quote(text[start:end])
    words = Text(f"转义 {shown} 有误，反斜杠应写作 \\\\", f"the escape {shown} is unknown; write a backslash as \\\\")
    return refusal("LT003", words, text, start, end)
