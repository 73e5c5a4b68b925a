# ruff: noqa: E501 -- a row of a table is one line
"""Venue and occasion, each row: a marked report, the venues and the occasions of its statements in text order."""

from __future__ import annotations

import time

import pytest
from told import told

VENUES = [
    # media
    ("<s1>Ana Cruz</s1> <c1>said</c1> in a letter to the council <q1>that talks were over</q1>.", "in a letter to the council"),
    ("<q1>“Never,”</q1> <s1>Ana Cruz</s1> <c1>said</c1> in an interview with Radio Norte on Monday.", "in an interview with Radio Norte"),
    ("<q1>“Never,”</q1> <s1>she</s1> <c1>said in a statement</c1>.", "in a statement"),
    ("<q1>“Never,”</q1> <s1>she</s1> <c1>wrote</c1> on Twitter.", "on Twitter"),
    ("In an article published in the journal Border Studies, <s1>the envoy</s1> <c1>wrote</c1> <q1>that it was so</q1>.",
     "In an article published in the journal Border Studies"),
    ("<s1>He</s1> <c1>echoed</c1> <q1>the warning</q1> in remarks on state-run Channel 4 television.",
     "in remarks on state-run Channel 4 television"),
    ("<q1>“Yes,”</q1> <s1>he</s1> <c1>said</c1> on NTV’s “Morning Table”.", "on NTV’s “Morning Table”"),
    ("<s1>He</s1> <c1>said</c1> <q1>so</q1>, in an email to staff.", "in an email to staff"),
    ("<s1>Oda</s1> <c1>said</c1> by phone <q1>that the strait was open</q1>.", "by phone"),
    ("A few days ago in an interview with a weekly <s1>he</s1> <c1>blasted</c1> <q1>the press</q1>.", "in an interview with a weekly"),
    ("ACCRA, May 3 (Coast Wire) — In a video message, <s1>she</s1> <c1>said</c1> <q1>no</q1>.", "In a video message"),
    ("In her letter, seen by the Echo, <s1>she</s1> <c1>said</c1> <q1>no</q1>.", "In her letter"),
    ("<q1>“Yes,”</q1> <s1>he</s1> <c1>said</c1> on Sunday.", None),
    ("<q1>“Yes,”</q1> <s1>he</s1> <c1>said</c1> on Sunday night.", None),
    ("<q1>“Yes,”</q1> <s1>he</s1> <c1>said</c1> on Sunday Live.", "on Sunday Live"),
    ("<s1>She</s1> <c1>protested</c1> in protest at <q1>the plan</q1>.", None),
    ("<s1>She</s1>, speaking in Punta Alta at the weekend, <c1>said</c1> <q1>no</q1>.", "in Punta Alta"),
    # events and places
    ("<s1>The general</s1> <c1>told</c1> a parade last week <q1>that no fort would fall</q1>.", "a parade"),
    ("<q1>“No,”</q1> <s1>she</s1> <c1>told</c1> the QRC's Sunrise programme.", "the QRC's Sunrise programme"),
    ("<s1>The minister</s1> <c1>told</c1> a news conference in Tbilisi <q1>that shelling had stopped</q1>.", "a news conference in Tbilisi"),
    ("<q1>“No,”</q1> <s1>Berg</s1> <c1>told</c1> reporters at a news conference in Brussels.", "at a news conference in Brussels"),
    ("<s1>Mr Rao</s1>, speaking during a debate at the Security Council, <c1>said</c1> <q1>it was a trap</q1>.",
     "during a debate at the Security Council"),
    ("At a rally in Stepanakert, <s1>he</s1> <c1>vowed</c1> <q1>to return</q1>.", "At a rally in Stepanakert"),
    ("<q1>“No,”</q1> <s1>she</s1> <c1>said</c1> in Quito.", "in Quito"),
    ("<s1>He</s1> <c1>told</c1> soldiers outside the courthouse <q1>that he was free</q1>.", "outside the courthouse"),
    ("<q1>“No,”</q1> <c1>said</c1> <s1>Ana Cruz, a lawmaker,</s1> in a speech to parliament.", "in a speech to parliament"),
    ("<q1>“No,”</q1> <s1>she</s1> <c1>said</c1>. She was speaking at a conference in Doha.", "at a conference in Doha"),
    # none
    ("<s1>She</s1> <c1>said</c1> <q1>they would meet in a hotel in Cairo</q1>.", None),
    ("<s1>She</s1> <c1>said</c1> in June <q1>that talks were over</q1>.", None),
    ("<s1>She</s1> <c1>said</c1> in response <q1>that talks were over</q1>.", None),
    ("<s1>She</s1> <c1>said</c1> in Arabic <q1>that talks were over</q1>.", None),
    ("In Yerevan, shops closed early, and <s1>officials</s1> <c1>said</c1> <q1>more would follow</q1>.", None),
    ("<s1>Ana Cruz</s1>, who once worked in a radio station, <c1>said</c1> <q1>no</q1>.", None),
    ("<s1>Voters in Lima</s1> <c1>believe</c1> <q1>it</q1>.", None),
    ("According to <s1>a report in the Post</s1>, <q1>he left</q1>.", None),
    ("<c1>According to</c1> <s1>a report</s1> in the Post, <q1>he left</q1>.", None),
    ("<s1>He</s1> <c1>said</c1> <q1>no</q1>. The envoy was speaking at length of peace.", None),
    ("<s1>Both sides</s1> <c1>pledged</c1> <q1>restraint</q1> in the upcoming debates.", None),
]  # fmt: skip

OCCASIONS = [
    ("<q1>“No,”</q1> <s1>she</s1> <c1>said</c1> after talks in Muscat on Friday.", "after talks in Muscat"),
    ("Ahead of Thursday’s meeting, <s1>the envoy</s1> <c1>warned</c1> <q1>of delays</q1>.", "Ahead of Thursday’s meeting"),
    ("<s1>Oda</s1> <c1>said</c1> during a visit to Lima <q1>that the strait was open</q1>.", "during a visit to Lima"),
    ("Following the raid, <s1>Kigali</s1> <c1>denied</c1> <q1>any role</q1>.", "Following the raid"),
    ("Two days after the vote, <s1>officials</s1> <c1>said</c1> <q1>it stood</q1>.", "Two days after the vote"),
    ("<q1>“No,”</q1> <s1>he</s1> <c1>said</c1> as he left the court.", "as he left the court"),
    ("<s1>Seoul</s1> <c1>said</c1> in response to the launch <q1>that it was ready</q1>.", "in response to the launch"),
    ("<q1>“No,”</q1> <s1>he</s1> <c1>said</c1> on the sidelines of the summit in Goma.", "on the sidelines of the summit in Goma"),
    ("<q1>“No,”</q1> <s1>he</s1> <c1>said</c1> when asked about the strike.", "when asked about the strike"),
    ("<q1>“No,”</q1> <s1>he</s1> <c1>said</c1> after the talks had collapsed.", "after the talks had collapsed"),
    ("Asked to describe the device, <s1>he</s1> <c1>said</c1> <q1>no</q1>.", "Asked to describe the device"),
    # none
    ("<s1>She</s1> <c1>said</c1> <q1>the army would attack after talks</q1>.", None),
    ("<s1>She</s1> <c1>said</c1> after midnight <q1>that it was over</q1>.", None),
    ("<s1>She</s1> <c1>said</c1> before Friday <q1>that it was over</q1>.", None),
    ("<s1>He</s1> <c1>said</c1> before the Senate committee <q1>that it was over</q1>.", None),
    ("After the raid, the cabinet fell, and <s1>he</s1> <c1>said</c1> <q1>it was over</q1>.", None),
    ("<s1>They</s1>, after all, <c1>said</c1> <q1>so</q1>.", None),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "venue"), VENUES)
def test_venue(markup: str, venue: str | None) -> None:
    statement = told(markup)[0]
    assert (statement.venue.text if statement.venue else None) == venue


@pytest.mark.parametrize(("markup", "occasion"), OCCASIONS)
def test_occasion(markup: str, occasion: str | None) -> None:
    statement = told(markup)[0]
    assert (statement.occasion.text if statement.occasion else None) == occasion


def test_venue_and_occasion_side_by_side() -> None:
    (statement,) = told(
        "<q1>“No,”</q1> <s1>she</s1> <c1>told</c1> reporters at a briefing in Aden after talks with the rebels on Sunday."
    )
    assert statement.venue is not None and statement.venue.text == "at a briefing in Aden"
    assert statement.occasion is not None and statement.occasion.text == "after talks with the rebels"


def test_statements_of_one_subject_share_what_opens_their_sentence() -> None:
    first, second = told(
        "In a letter to Juba, <s1>she</s1> <c1>said</c1> <q1>the border was shut</q1> and <c2>warned</c2> <q2>of war</q2>."
    )
    assert first.venue is not None and first.venue == second.venue
    assert first.mode == second.mode == "writing"


def test_another_speakers_venue_is_not_taken() -> None:
    first, second = told(
        "<s1>He</s1> <c1>said</c1> in Oran <q1>it was over</q1>, but <s2>she</s2> <c2>said</c2> <q2>it was not</q2>."
    )
    assert first.venue is not None and first.venue.text == "in Oran"
    assert second.venue is None


def test_an_inner_statement_keeps_to_the_words_that_hold_it() -> None:
    outer, inner = told(
        "<s1>He</s1> <c1>said</c1> in a tweet <q1>that <s2>the king</s2> <c2>said</c2> <q2>no</q2></q1>."
    )
    assert outer.venue is not None and outer.venue.text == "in a tweet"
    assert inner.venue is None


def test_many_statements_in_one_endless_sentence_take_linear_time() -> None:
    many = ", ".join(f"<s{i}>she</s{i}> <c{i}>said</c{i}> in Oran <q{i}>no</q{i}>" for i in range(800))
    began = time.process_time()
    assert len(told(many)) == 800
    assert time.process_time() - began < 6
