"""What PyYAML complains of, in words for the person who has to mend the file."""

from lint.model.text import Text
from lint.readers.lines import quote

TAG = Text("不支持标签（!）", "tags (!) are not allowed")
ANCHOR = Text("不支持锚点（&）", "anchors (&) are not allowed")
ALIAS = Text("不支持别名（*）", "aliases (*) are not allowed")
MERGE = Text("不支持合并键 <<", "merge keys << are not allowed")
COMPLEX_KEY = Text("键必须是简单文字", "a key must be plain text")
SECOND_DOCUMENT = Text("文件中有多个文档（---），只能有一个", "only one document (---) is allowed in a file")
NO_DOCUMENT = Text("文件中没有内容", "the file has no content")
NOT_FINITE = Text(".nan 和 .inf 不是数字，不能使用", ".nan and .inf are no numbers and not allowed")
HALF_CHARACTER = Text("转义只写了半个字符", "an escape is only half a character")
BAD_ESCAPE = Text("双引号中的反斜杠转义有误", "a backslash escape in double quotes is not valid")
TAB = Text("缩进不能用制表符（Tab），请改用空格", "indent with spaces, not with tabs")

# Parts of the messages of libyaml and of PyYAML's own parser; the first that occurs speaks.
_COMPLAINTS = (
    ("nesting depth", Text("嵌套过深", "nested too deep")),
    ("tab character", TAB),
    ("mapping values are not allowed", Text(
        "此处不能有冒号：缩进有误，或值中有冒号而未加引号",
        "no colon is allowed here: wrong indentation, or a value with a colon needs quotes")),
    ("unexpected end of stream", Text("引号没有结束", "a quote is not closed")),
    ("',' or ']'", Text("缺少逗号 , 或 ]", "a comma , or ] is missing")),
    ("',' or '}'", Text("缺少逗号 , 或 }", "a comma , or } is missing")),
    ("expected ':'", Text("键后面缺少冒号", "a colon is missing after a key")),
    ("escape", BAD_ESCAPE),
    ("incompatible YAML", Text("不支持此 YAML 版本", "this version of YAML is not supported")),
    ("cannot start any token", Text(
        "此处不能以该字符开头，文字请加引号", "nothing can begin with this character; put text in quotes")),
    ("undefined tag", TAG),
    ("<document start>", Text("数据结束之后还有内容", "more content after the end")),
    ("expected '-' indicator", Text("列表与键混用，或缩进有误", "list items and keys are mixed, or wrong indentation")),
    ("<block end>", Text("缩进有误", "wrong indentation")),
    ("did not find expected key", Text("缩进有误", "wrong indentation")),
)  # fmt: skip


def complaint(problem: str, character: str) -> Text:
    """The words for a message of PyYAML, and the character it points at."""
    if character == "\t":
        return TAB
    for part, words in _COMPLAINTS:
        if part in problem:
            return words
    shown = quote(problem)
    return Text(f"YAML 写法有误（{shown}）", f"this is no YAML ({shown})")


def unprintable(character: str) -> Text:
    """The words for a character that YAML does not allow."""
    shown = quote(character)
    return Text(f"YAML 中不能有控制字符 {shown}", f"YAML does not allow the control character {shown}")
