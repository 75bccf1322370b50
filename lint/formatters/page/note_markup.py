"""A note beside the report: what is wrong, where, the relations with their figures, why, and the law."""

from collections.abc import Iterator, Sequence

from lint.formatters.annotations import Annotation, laws, message_words
from lint.formatters.causes import cause_lines
from lint.formatters.equation import draw
from lint.formatters.look import Look
from lint.formatters.page.marking import Marking, Note
from lint.formatters.page.markup import NOTHING, Markup, Value, both, joined, tag, words
from lint.formatters.page.words import GO_TO, REASONS, RELATIONS, WAIVED
from lint.formatters.words import BASIS, SEVERITIES, place_words
from lint.model.cause import Cause
from lint.model.finding import Diagnostic
from lint.model.pattern import Pattern
from lint.model.text import LANGUAGES, Text

_BRACKETED = Pattern(r"\[(-?[0-9]{1,40}(?:\.[0-9]{1,40})?|空白|blank)\]")
_CHINESE, _ENGLISH = Look("zh"), Look("en")


def note_markup(note: Note, marking: Marking, report: int) -> Markup:
    """The note as an item of a list; ``report`` is the number of the report in the page."""
    one = note.annotation
    spots = [f"r{report}p{marking.anchors[spot.pointer]}" for spot in note.spots]
    kind = f"note {one.severity.value}" + (" waived" if one.waived is not None else "")
    content = _of_cause(one, one.cause) if one.cause is not None else _of_finding(one.findings[0])
    return tag(
        "li",
        {"class": kind, "id": f"r{report}n{note.number}", "data-spots": " ".join(spots), "tabindex": "-1"},
        _head(note, spots[0]),
        content,
        _foot(one),
    )


def _head(note: Note, spot: str) -> Markup:
    one = note.annotation
    number = tag("a", {"class": "number", "href": f"#{spot}"}, words(str(note.number)), _hidden(GO_TO))
    rules = joined(tag("code", None, words(rule)) for rule in one.rules)
    place = place_words(one.place.as_dict()) if one.place is not None else Text("", "")
    where = tag("span", {"class": "place"}, both(place)) if place.zh else NOTHING
    return tag("p", {"class": "head"}, number, tag("strong", None, both(SEVERITIES[one.severity])), rules, where)


def _hidden(text: Text) -> Markup:
    return tag("span", {"class": "unseen"}, both(text))


def _of_cause(one: Annotation, cause: Cause) -> Markup:
    chinese, english = list(cause_lines(cause, _CHINESE)), list(cause_lines(cause, _ENGLISH))
    lines = [both(Text(zh.removeprefix("- "), en.removeprefix("- "))) for zh, en in zip(chinese, english, strict=True)]
    rules = {found.fingerprint: found for found in one.findings}
    broken = [
        (rules[fingerprint], told)
        for fingerprint, told in zip(cause.explains, cause.proof.broken, strict=True)
        if fingerprint in rules
    ]
    return joined(
        [
            tag("p", {"class": "what"}, lines[0]),
            _list("repairs", lines[1:]),
            tag("p", {"class": "label"}, both(RELATIONS)),
            tag("ul", {"class": "relations"}, *(_relation(found, told) for found, told in broken)),
            _reasons(cause.proof.because),
        ]
    )


def _relation(found: Diagnostic, told: Text) -> Markup:
    return tag("li", _told(found), tag("code", None, words(found.rule)), _figures(told))


def _told(found: Diagnostic) -> dict[str, Value]:
    """By which finding a program knows this element: each stands in the page once."""
    return {"data-finding": found.fingerprint, "data-rule": found.rule}


def _figures(told: Text) -> Markup:
    """A relation in both languages; the figures that are in question stand in brackets, and are marked."""
    return joined(tag("span", {"lang": language}, *_pieces(told.say(language))) for language in LANGUAGES)


def _pieces(text: str) -> Iterator[Markup]:
    end = 0
    for match in _BRACKETED.finditer(text):
        yield words(text[end : match.start()])
        yield tag("b", None, words(match[1]))
        end = match.end()
    yield words(text[end:])


def _reasons(because: Sequence[Text]) -> Markup:
    if not because:
        return NOTHING
    return joined([tag("p", {"class": "label"}, both(REASONS)), _list("reasons", [both(text) for text in because])])


def _list(kind: str, items: Sequence[Markup]) -> Markup:
    return tag("ul", {"class": kind}, *(tag("li", None, item) for item in items)) if items else NOTHING


def _of_finding(found: Diagnostic) -> Markup:
    said = Text(message_words(found, "zh"), message_words(found, "en"))
    what = tag("p", {"class": "what", **_told(found)}, both(said))
    if len({term.side for term in found.terms}) <= 1:
        return what
    drawn = Text(*(str(draw(found, look, 0)).strip() for look in (_CHINESE, _ENGLISH)))
    return joined([what, tag("p", {"class": "relations"}, _figures(drawn))])


def _foot(one: Annotation) -> Markup:
    """The law, and why a finding was accepted."""
    law = Text(laws(one.findings, "zh"), laws(one.findings, "en"))
    basis = tag("span", {"class": "label"}, both(BASIS))
    told = tag("p", {"class": "law"}, basis, words(" "), both(law)) if law.zh else NOTHING
    if one.waived is None:
        return told
    return joined([told, tag("p", {"class": "reason"}, both(WAIVED.fill({"reason": one.waived})))])
