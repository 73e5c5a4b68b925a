"""Which instruments of several reports are one; what is not clear stays apart, whatever the order of the reports."""

from __future__ import annotations

from itertools import permutations

from onrecord.domain import Report
from onrecord.instruments import cite, join, named_in
from onrecord.reading import report_from_text


def names(*texts: str) -> list[list[str]]:
    """The names of the instruments of each text, in a pile of all; the same for every order of them."""
    reports = [cite(report_from_text(text)) for text in texts]
    found = [_names(reports, order) for order in permutations(range(len(reports)))]
    assert all(each == found[0] for each in found)
    return found[0]


def _names(reports: list[Report], order: tuple[int, ...]) -> list[list[str]]:
    whole = join(named for at in order if (named := named_in(reports[at])) is not None)
    return [[each.instrument.name for each in whole.across(report).citations] for report in reports]


def test_a_number_gets_the_only_body_that_has_it() -> None:
    assert (
        names("River Assembly Resolution 97 is old.", "They stand by resolution 97.")
        == [["River Assembly Resolution 97"]] * 2
    )
    two = names(
        "River Assembly Resolution 97 is old.", "They stand by resolution 97.", "Senate Resolution 97 is older."
    )
    assert two[1] == ["Resolution 97"]


def test_a_described_resolution_is_the_only_one_that_these_reports_name() -> None:
    named = "The talks on Norvenia rest on UN Security Council Resolution 97, she said."
    described = "They violate an existing Security Council resolution on Norvenia, he said."
    assert names(named, described) == [["UN Security Council Resolution 97"]] * 2
    apart = ["UN Security Council resolution on Norvenia"]
    assert names(named, described, "Security Council resolution 98 is on Norvenia.")[1] == apart  # two compete
    assert names(named.replace("Norvenia", "Tarvel"), described)[1] == apart  # it is about something else
    assert names(described, described.replace("They", "We")) == [apart] * 2


def test_an_accord_here_is_an_agreement_there() -> None:
    assert names("The Tarvel Accord.", "The Tarvel Agreement.", "the Tarvel agreement") == [["Tarvel Agreement"]] * 3
    assert names("The Tarvel Accord.", "The Quorn Agreement.") == [["Tarvel Accord"], ["Quorn Agreement"]]


def test_the_reason_is_kept_and_the_year_is_taken_over() -> None:
    reports = [cite(report_from_text(text)) for text in ("The 1921 Tarvel Treaty.", "The Tarvel Treaty holds.")]
    whole = join(named for report in reports if (named := named_in(report)) is not None)
    assert {each.instrument.date for report in reports for each in whole.across(report).citations} == {"1921"}
    assert named_in(report_from_text("Nothing here.")) is None
