"""The example reports are read for what they are: title, agency and chrome."""

from __future__ import annotations

import pytest

from onrecord.domain import Report

TITLES = {
    "courier-number-plates.txt": "Kosovo puts off number-plate fines after talks in Brussels fail",
    "orvane-tariff.txt": "Kosovo refuses to lift tariff as EU commissioner leaves empty-handed",
    "penhallow-deadline.txt": "Kosovo turns to its allies after talks with Serbia fail",
    "quaymark-world-court.txt": "World Court finds Kosovo’s declaration of independence lawful",
    "stourmere-declaration.html": "Kosovo’s parliament declares independence",
    "tamber-brussels-agreement.txt": "Serbia and Kosovo initial accord after tenth round of talks",
    "veldwire-deadline.txt": "Kosovo to consult allies on independence as UN deadline runs out",
    "white-house-accord.txt": "Serbia and Kosovo sign economic accord at the White House",
}
AGENCIES = {
    "penhallow-deadline.txt": "Veldwire",
    "quaymark-world-court.txt": "Quaymark",
    "veldwire-deadline.txt": "Veldwire",
}


def test_titles(reports: dict[str, Report]) -> None:
    assert {name: report.title for name, report in reports.items()} == TITLES


def test_agencies(reports: dict[str, Report]) -> None:
    assert {name: report.agency for name, report in reports.items() if report.agency} == AGENCIES


def test_the_courier_s_own_lines_are_all_found(reports: dict[str, Report]) -> None:
    report = reports["penhallow-deadline.txt"]
    body = [line for line in report.text.splitlines() if line.strip()]
    first, last = body.index(report.title), next(i for i, line in enumerate(body) if line.startswith("Serbia, which"))
    above, below = body[:first], body[last + 1 :]
    share = body[first + 1 : first + 4]
    assert [span.text for span in report.chrome] == [*above, *share, *below]


@pytest.mark.parametrize("name", sorted(TITLES.keys() - {"penhallow-deadline.txt"}))
def test_the_others_have_none_in_their_text(reports: dict[str, Report], name: str) -> None:
    assert reports[name].chrome == ()
