"""What stands around every page: its head with the language and the summary, and its foot."""

from collections.abc import Iterator

from lint.formatters.look import Look
from lint.formatters.page.assets import policy, script, style
from lint.formatters.page.markup import NOTHING, Markup, both, opened, tag, words
from lint.formatters.page.words import FOOT, LANGUAGE, NEXT, PREVIOUS, PRINT, TITLE
from lint.formatters.summary import summary_line
from lint.model.run import Summary
from lint.model.text import LANGUAGES, Text

_LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def written(pieces: Iterator[str], look: Look) -> Iterator[str]:
    """A page in pieces. Where not every character can be written, it has numbers for those beyond ASCII."""
    for piece in pieces:
        yield piece if look.unicode else piece.encode("ascii", "xmlcharrefreplace").decode()


def head(summary: Summary, look: Look, title: Text = TITLE) -> Iterator[str]:
    """The beginning of a page, up to what it is about; ``title`` is what a browser calls it."""
    yield f'<!DOCTYPE html>\n<html lang="{look.language}" data-language="{look.language}">\n<head>\n'
    yield f"{opened('meta', {'charset': 'utf-8'})}\n{policy()}\n"
    yield f"{opened('meta', {'name': 'viewport', 'content': 'width=device-width, initial-scale=1'})}\n"
    yield f"{opened('meta', {'name': 'color-scheme', 'content': 'light dark'})}\n"
    yield f"{opened('meta', {'name': 'referrer', 'content': 'no-referrer'})}\n"
    yield f"{opened('meta', {'name': 'generator', 'content': 'xxgk-lint'})}\n"
    yield f"{tag('title', {'data-zh': title.zh, 'data-en': title.en}, words(title.say(look.language)))}\n"
    yield f'{style()}\n</head>\n<body id="top">\n'
    yield tag(
        "header",
        {"class": "page-head"},
        tag("h1", None, both(TITLE)),
        tag("p", {"class": "summary"}, both(_summary(summary, look))),
        _tools(look),
    )
    yield "\n<main>\n"


def _summary(summary: Summary, look: Look) -> Text:
    chinese, english = (summary_line(summary, look._replace(language=language)) for language in LANGUAGES)
    return Text(chinese, english)


def _tools(look: Look) -> Markup:
    """Needs the script, which shows it."""
    languages = [
        tag(
            "button",
            {"type": "button", "data-say": language, "lang": language, "aria-pressed": _pressed(language, look)},
            words(name),
        )
        for language, name in _LANGUAGE_NAMES.items()
    ]
    choice = tag(
        "div", {"class": "languages", "role": "group", "aria-label": f"{LANGUAGE.zh} {LANGUAGE.en}"}, *languages
    )
    steps = [
        tag("button", {"type": "button", "id": name}, both(label))
        for name, label in (("previous", PREVIOUS), ("next", NEXT), ("print", PRINT))
    ]
    return tag("div", {"class": "tools", "hidden": True}, choice, *steps)


def _pressed(language: str, look: Look) -> str:
    return "true" if language == look.language else "false"


def foot(look: Look) -> Iterator[str]:
    """The end of a page."""
    version = both(FOOT.fill({"version": look.version})) if look.version else NOTHING
    yield f"\n</main>\n{tag('footer', None, version)}\n{script()}\n</body>\n</html>\n"
