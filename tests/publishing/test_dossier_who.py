"""The page of an actor: what they were, and why they are who they are; people's decisions look like people's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import dossier_pile as piles
import pytest

from onrecord.domain import Actor, Decision, Description, Identity, Report
from onrecord.publishing.dossier import write_dossier
from onrecord.record import Claim, RecordedOffice, ReportKey

TEXT = "Envoy <b>Ada Okoro</b> said no.\n\nThen she left.\n"
OKORO = Actor("Ada Okoro", "person", (), "", "envoy")
CHAD = Actor("Chad", "state")
DECIDED = Decision("same", ("Ada Okoro", "Ada <Marsh>"), "E. Quist", "2012-05-09", "she married")
ORPHANED = Decision("different", ("X", "Y"), orphaned=True)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    statement = piles.said(TEXT, "Ada Okoro", "said", "no", speaker=OKORO)
    report = piles.report("a.txt", TEXT, statement)
    words = piles.span(TEXT, "Envoy <b>Ada Okoro")
    report = replace(report, descriptions=(Description(OKORO, "envoy", words, CHAD),))
    key = ReportKey(report.id, report.name)
    day = date(2012, 5, 8)
    office = RecordedOffice(OKORO, "envoy", CHAD, day, day, date(2014, 1, 2), claims=(Claim(key, words, "acting"),))
    identities = (
        Identity(OKORO, "same", "Okoro", "a name that only this person has in these reports"),
        Identity(OKORO, "same", "Ada <Marsh>", "decided by E. Quist", decision=DECIDED),
        Identity(OKORO, "different", "Ada Okoro (mayor)", "offices differ", replace(OKORO, distinction="mayor")),
    )
    pile = piles.Pile((report,), all_offices=(office,), all_identities=identities, all_decisions=(DECIDED, ORPHANED))
    write_dossier(pile, tmp_path / "d")
    return tmp_path / "d"


def page(pages: Path) -> str:
    return (pages / "speakers" / f"{OKORO.id}.html").read_text(encoding="utf-8")


def test_offices_are_shown_with_their_days_and_lead_to_the_words(pages: Path) -> None:
    html = page(pages)
    assert "seen 8 May 2012; a former one by 2 January 2014" in html
    assert "<bdi>envoy</bdi>, <bdi>Chad</bdi>" in html
    assert "“<bdi>Envoy &lt;b&gt;Ada Okoro</bdi>”" in html
    (report,) = (pages / "reports").glob("r_*.html")
    assert f'href="../reports/{report.name}#d-0-18"' in html
    assert 'id="d-0-18"></a><span class="described">Envoy' in report.read_text(encoding="utf-8")


def test_namesakes_are_told_apart_by_name(pages: Path) -> None:
    assert "Ada Okoro (envoy)" in page(pages)
    assert "Ada Okoro (envoy)" in (pages / "speakers" / "index.html").read_text(encoding="utf-8")


def test_a_persons_decision_does_not_look_like_the_machines(pages: Path) -> None:
    lines = [line for line in page(pages).splitlines() if "</span> the same as" in line]
    assert ['class="kind person"' in line for line in lines] == [False, True]
    assert "Ada &lt;Marsh&gt;" in lines[1] and "decided by E. Quist" in lines[1]
    assert '<details class="identity" open>' in page(pages)
    assert "not the same as <bdi>Ada Okoro (mayor)</bdi>" in page(pages)


def test_every_decision_is_listed_orphans_as_such(pages: Path) -> None:
    about = (pages / "about" / "index.html").read_text(encoding="utf-8")
    assert (
        "Ada &lt;Marsh&gt;</bdi>: the same (<bdi>E. Quist</bdi> <bdi>2012-05-09</bdi>: <bdi>she married</bdi>)" in about
    )
    assert "<strong>orphaned</strong>" in about


def test_an_office_of_undated_reports_says_so() -> None:
    from onrecord.domain import Office
    from onrecord.publishing.dossier.wording import sightings

    assert sightings(Office(OKORO, "envoy")) == "in undated reports"
    span = Office(OKORO, "envoy", None, date(2007, 12, 10), date(2022, 12, 22))
    assert sightings(span) == "seen from 10 December 2007 to 22 December 2022"


def test_words_that_two_people_share_are_marked_once(tmp_path: Path) -> None:
    text = "Ministers Ana Quist and Tom Reyes met.\n"
    both = piles.span(text, "Ministers Ana Quist")
    described = tuple(Description(Actor(name, "person"), "minister", both) for name in ("Ana Quist", "Tom Reyes"))
    report: Report = replace(piles.report("a.txt", text), descriptions=described)
    write_dossier(piles.Pile((report,)), tmp_path / "d")
    (html,) = (path.read_text(encoding="utf-8") for path in (tmp_path / "d" / "reports").glob("r_*.html"))
    assert html.count('id="d-0-19"') == 1
