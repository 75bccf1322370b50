"""Words that reach a user: always in Chinese and in English."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

Language: TypeAlias = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Text(NamedTuple):
    """The same words in both languages. Templates name their values in braces."""

    zh: str
    en: str

    def say(self, language: Language) -> str:
        """The words in one language."""
        return self.zh if language == "zh" else self.en

    def fill(self, values: Mapping[str, str]) -> "Text":
        """Both templates with the values put in.

        Raises KeyError where a template names a value that is not given.
        """
        return Text(self.zh.format_map(values), self.en.format_map(values))

    def fields(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names of the values in the Chinese and in the English template."""
        return _fields(self.zh), _fields(self.en)


def _fields(template: str) -> frozenset[str]:
    import string  # noqa: PLC0415 - only where rules are loaded from their files

    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)
