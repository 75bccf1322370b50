"""One exception for each reason on which the user must act."""

from lint.model.place import Place
from lint.model.text import Text


class LintError(Exception):
    """Something that stops the run before anything is checked; exit code 2.

    ``words`` says it in both languages; ``source`` and ``place`` say where, as far as known.
    """

    def __init__(self, words: Text, source: str | None = None, place: Place | None = None) -> None:
        super().__init__(words.en)
        self.words = words
        self.source = source
        self.place = place

    def __reduce__(self) -> "tuple[type[LintError], tuple[Text, str | None, Place | None]]":
        """As it travels between processes."""
        return type(self), (self.words, self.source, self.place)

    def located(self) -> str:
        """``file:line:column: `` in front of the words, as far as known."""
        if self.source is None:
            return ""
        known = [self.place.line, self.place.column] if self.place else []
        return ":".join([self.source, *(str(number) for number in known if number is not None)]) + ": "


class ConfigError(LintError):
    """The configuration cannot be used: unknown key, wrong value, unreadable file."""


class RuleError(LintError):
    """A rule does not load: against its schema, unknown pointer, doubled id, dangerous pattern."""


class UsageError(LintError):
    """The command line asks for something impossible."""


class OutputError(LintError):
    """The output could not be written; nothing half written is left behind."""


class Unreadable(Exception):
    """A file, or a part of it, could not be read; becomes a finding of family LT.

    ``rule`` is the id of that finding; ``words`` say in both languages what is wrong, without the place.
    """

    def __init__(self, rule: str, words: Text, place: Place | None = None) -> None:
        super().__init__(f"{rule}: {words.en}")
        self.rule = rule
        self.words = words
        self.place = place


def cannot_be_read(reason: str) -> Unreadable:
    """The finding for a file that the system, or a store, does not give; ``reason`` is what it says."""
    return Unreadable("LT001", Text(f"文件无法读取：{reason}", f"the file cannot be read: {reason}"))
