"""Where everything stands in the document, kept with a report where that is asked for."""

import json
from collections.abc import Iterable
from typing import Any

from lint.model.place import Place
from lint.model.report import Document, Places, Report, Trouble


def written_places(report: Report) -> str:
    """The places of a report as JSON: of its tree by pointer, of headings, remarks and troubles in their order."""
    return json.dumps(
        {
            "tree": {at: place.as_dict() for at, place in report.find_places().items()},
            "headings": _each(one.place for one in report.document.headings),
            "remarks": _each(one.place for one in report.document.remarks),
            "troubles": _each(one.place for one in report.troubles),
        }
    )


def with_places(report: Report, text: str | None) -> Report:
    """The report with its places, where they were kept. Raises ValueError, KeyError or TypeError for other JSON."""
    if text is None:
        return report
    kept = json.loads(text)
    headings = tuple(
        one._replace(place=_place(place)) for one, place in zip(report.document.headings, kept["headings"], strict=True)
    )
    remarks = tuple(
        one._replace(place=_place(place)) for one, place in zip(report.document.remarks, kept["remarks"], strict=True)
    )
    troubles: tuple[Trouble, ...] = tuple(
        one._replace(place=_place(place)) for one, place in zip(report.troubles, kept["troubles"], strict=True)
    )
    places: dict[str, Any] = kept["tree"]
    return report._replace(document=Document(headings, remarks), troubles=troubles, find_places=lambda: _places(places))


def written_place(place: Place) -> str:
    """The place at which reading a file failed, as JSON."""
    return json.dumps(place.as_dict())


def place_of(text: str | None) -> Place | None:
    """What :func:`written_place` wrote; None where it is none."""
    try:
        return _place(json.loads(text)) if text is not None else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _each(places: Iterable[Place | None]) -> list[dict[str, object] | None]:
    return [place.as_dict() if place else None for place in places]


def _places(kept: dict[str, Any]) -> Places:
    return {at: place for at, one in kept.items() if (place := _place(one)) is not None}


def _place(kept: dict[str, Any] | None) -> Place | None:
    if kept is None:
        return None
    members: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Place(**members)
