"""``checkstyle``: files, and in them errors with line, column, severity, message and source."""

from xml.etree import ElementTree

import pytest

from lint.formatters.look import Look
from tests.formatters.support_formatters import rendered, results


@pytest.mark.parametrize("name", results())
def test_elements_and_attributes(name: str) -> None:
    """Those that Checkstyle's own listener writes, and no others; a line or column only where one is known."""
    found = ElementTree.fromstring(rendered("checkstyle", [results()[name]], Look(version="1.2.3")))  # noqa: S314
    assert (found.tag, found.attrib) == ("checkstyle", {"version": "1.2.3"})
    for file in found:
        assert (file.tag, list(file.attrib)) == ("file", ["name"])
        for error in file:
            assert (error.tag, len(error)) == ("error", 0)
            assert {"severity", "message", "source"} <= set(error.attrib) <= {
                "line", "column", "severity", "message", "source",
            }  # fmt: skip
            assert error.attrib["severity"] in {"error", "warning", "info"}
            assert all(int(error.attrib.get(place, 1)) > 0 for place in ("line", "column"))


def test_one_finding_to_the_letter() -> None:
    (basis,) = (one.basis.en for one in results()["warned"].diagnostics)
    assert rendered("checkstyle", [results()["warned"]], Look("en")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle>\n<file name="warned.json">\n'
        '<error line="323" column="18" severity="warning" source="xxgk-lint.ST003" message="'
        f"{results()['warned'].diagnostics[0].where.en}: "
        f'{results()["warned"].diagnostics[0].message.en.replace(chr(39), "&#x27;")}&#10;basis: {basis}"/>\n'
        "</file>\n</checkstyle>\n"
    )
