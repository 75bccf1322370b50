"""``checkstyle``: the XML of Checkstyle, which most build servers and review tools read."""

from lint.formatters.annotations import Annotation, annotation_lines, annotations, laws, span, where_words
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.words import BASIS
from lint.formatters.xml_ import tag, xml_lines
from lint.model.run import Summary


def render(_: Summary, look: Look) -> Rendering:
    """An element for each file as soon as it is checked, in it one for each annotation; what was waived is none."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag("checkstyle", {"version": look.version or None})}>\n'
    while checked := (yield None):
        if checked.state != "passed_over":
            yield f"<{tag('file', {'name': checked.source})}>\n"
            yield from (_error(one, look) for one in annotations(checked) if one.waived is None)
            yield "</file>\n"
    yield "</checkstyle>\n"


def _error(one: Annotation, look: Look) -> str:
    at = span(one.place)
    known = {
        "line": at.line if at else None,
        "column": at.column if at else None,
        "severity": one.severity.value,
        "source": f"xxgk-lint.{'+'.join(one.rules)}",
    }
    return f'<{tag("error", known)} message="{xml_lines(_lines(one, look))}"/>\n'


def _lines(one: Annotation, look: Look) -> list[str]:
    """Where no line is known, the place in words comes first; the law comes last."""
    lines = annotation_lines(one, look)
    if span(one.place) is None and (where := where_words(one, look.language)):
        lines.insert(0, where)
    if law := laws(one.findings, look.language):
        lines.append(f"{BASIS.say(look.language)}: {law}")
    return lines
