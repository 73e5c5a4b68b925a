"""Reports of one pile that date each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.dating import Sighting, date_of, date_pile, find, pile, sighting
from onrecord.dating.pile_span import span_likelihood
from onrecord.domain import DateEstimate, DateReason, Report
from onrecord.reading import report_from_text

BEFORE = (
    "Norvenia nears a vote\n\nPORT HALE, May 9 (Lake Wire) - The parliament of Norvenia is expected to approve the dam "
    "treaty on Friday or Saturday, ministers said on Wednesday.\n\nThe dam had been damaged in late 2011."
)
AFTER = (
    "Norvenia approves dam treaty\n\nNorvenia's parliament approved the dam treaty Friday and asked the envoys of both "
    "states to sign it at once.\n\nThe harbour master of Port Hale said barges would stay where they were."
)
COPY = AFTER.replace("Norvenia approves dam treaty", "Treaty on dam approved").replace("at once", "soon")
OTHER = (
    "Cooks meet\n\nThe guild of cooks gave its yearly prize to a soup on Friday, a judge of the guild told reporters."
)


def seen(text: str, published: DateEstimate | None = None) -> Sighting:
    report = report_from_text(text, published=published)
    times = find(report.text, [(span.start, span.end) for span in report.chrome])
    return sighting(replace(report, published=date_of(report, times), stated=report.published), report.title or "")


def on(*day: int) -> DateEstimate:
    return DateEstimate.known(date(*day), DateReason("given", "given"))


def test_what_one_report_expects_and_another_reports_dates_both() -> None:
    before, after = seen(BEFORE), seen(AFTER)
    assert before.published.best == date(2012, 5, 9) and after.published.best is None
    found = date_pile([before, after])[after.report]
    assert found.candidates[0].value == date(2012, 5, 11)
    (told,) = [reason for reason in found.reasons if reason.origin == "sibling"]
    assert told.span is not None and told.span.text == "Friday"
    assert told.sibling == before.report and told.sibling_span is not None and told.sibling_span.text == "Friday"


def test_a_copy_is_of_the_day_of_what_it_copies() -> None:
    original, copy = seen(AFTER, on(2012, 5, 11)), seen(COPY)
    found = date_pile([original, copy])[copy.report]
    assert found.best == date(2012, 5, 11)
    assert found.reasons[0].text.startswith("most of it stands in ")
    assert set(date_pile([original, copy])) == {copy.report}  # what is known to the day stays as it is


def test_reports_that_share_nothing_leave_each_other_alone() -> None:
    assert date_pile([seen(OTHER), seen(AFTER, on(2012, 5, 11))]) == {}


def test_every_reason_quotes_the_reports() -> None:
    sightings = [seen(BEFORE), seen(AFTER), seen(COPY)]
    texts = {each.report: each.text for each in sightings}
    for report, found in date_pile(sightings).items():
        for reason in found.reasons:
            assert reason.span is not None and reason.span.check(texts[report])
            if reason.sibling:
                assert reason.sibling_span is not None and reason.sibling_span.check(texts[reason.sibling])


def test_a_large_pile_is_dated_by_its_dated_reports_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "MOST_JOINT", 1)
    undated = [seen(AFTER), seen(COPY)]
    assert date_pile(undated) == {}
    found = date_pile([*undated, seen(AFTER.replace("at once", "today"), on(2012, 5, 11))])
    assert {estimate.best for estimate in found.values()} == {date(2012, 5, 11)}


def test_a_dated_pile_says_when_one_more_of_its_reports_is_of() -> None:
    days = [date(2012, 5, day) for day in (1, 4, 5, 9, 12, 13, 20)]
    from onrecord.dating import axis

    shares = axis.normalised(span_likelihood(days))
    inside = float(shares[axis.index(days[0]) : axis.index(days[-1]) + 1].sum())
    assert 0.4 < inside < (len(days) - 1) / (len(days) + 1) + 0.1


def test_an_empty_pile_and_a_single_report() -> None:
    assert date_pile([]) == date_pile([seen(AFTER)]) == {}


def test_a_report_without_words_is_no_sibling() -> None:
    empty = sighting(Report(name="", text="", sha256="0"), "empty")
    assert date_pile([empty, seen(AFTER, on(2012, 5, 11))]) == {}
