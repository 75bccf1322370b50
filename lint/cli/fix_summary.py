"""The last lines of ``fix``: how many values in how many files, what is left and why."""

from collections import Counter
from collections.abc import Iterator

from lint.cli.mending import Mended
from lint.formatters.fixes import left_of, left_words
from lint.model.run import Summary
from lint.model.text import Language, Text

_FIXED = Text("已改正 {values} 处，在 {files} 个文件中", "values changed: {values}, files: {files}")
_FIXABLE = Text("可改正 {values} 处，在 {files} 个文件中", "values that can be changed: {values}, files: {files}")
_NOTHING = Text("没有可改正的", "nothing to fix")
_LEFT = Text("；留下：{items}", "; left: {items}")
_FAILED = Text("；{count} 个文件未能处理", "; files that failed: {count}")
_PASSED_OVER = Text("；略过 {count} 个文件", "; files passed over: {count}")
_HOW = Text(
    "尚未写入：-o 另存副本，--in-place 直接改 JSON、YAML 文件",
    "nothing was written: -o writes copies, --in-place corrects JSON and YAML files",
)


class Total:
    """What came of a run, file by file."""

    def __init__(self, language: Language, *, writes: bool) -> None:
        self._language = language
        self._writes = writes
        self._summary = Summary()
        self._left: Counter[Text] = Counter()
        self._values = 0
        self._files = 0
        self._failed = 0
        self.passed_over: set[str] = set()

    def add(self, done: Mended) -> None:
        """Count one file in."""
        self._summary.add(done.after)
        self._failed += bool(done.failures)
        if done.after.state == "passed_over":
            self.passed_over.add(done.after.source)
        if done.plan is not None:
            self._values += len(done.plan.fixes)
            self._files += bool(done.plan.fixes)
            self._left.update(left_of(done.plan))

    def exit_code(self) -> int:
        """0, 1 where errors remain, 2 where a file failed."""
        return 2 if self._failed else self._summary.exit_code("error")

    def lines(self) -> Iterator[str]:
        """The lines, without their ends."""
        words = (_FIXED if self._writes else _FIXABLE) if self._values else _NOTHING
        line = words.say(self._language).format(values=self._values, files=self._files)
        items = left_words(self._left, self._language)
        line += _LEFT.say(self._language).format(items=items) if items else ""
        for count, more in ((self._failed, _FAILED), (len(self.passed_over), _PASSED_OVER)):
            line += more.say(self._language).format(count=count) if count else ""
        yield line
        if self._values and not self._writes:
            yield _HOW.say(self._language)
