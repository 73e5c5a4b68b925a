"""Kind and direction of what two reports share, boilerplate, and how many sources stand behind a statement."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import BRIDGE, FURNITURE, MUSEUM, ORCHARD, SPEECH, report
from strategies import any_text

from onrecord.domain import DateEstimate, DateReason, Lineage, Report
from onrecord.lineage import Traced, trace

QUOTED = BRIDGE[1][BRIDGE[1].index("“") : BRIDGE[1].index("”") + 1]
SAID = (("Brandauer", "said", QUOTED),)


def only(*reports: Report) -> Lineage:
    """The one row for these reports."""
    (row,) = trace(reports).lineage
    return row


def test_nothing_of_nothing() -> None:
    assert trace([]) == Traced()
    assert trace([report("a", ""), report("b", "")]) == Traced()


@given(
    st.lists(st.lists(st.sampled_from([*BRIDGE, *MUSEUM, SPEECH, FURNITURE]) | any_text, max_size=6), max_size=6),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60)
def test_any_pile_has_a_lineage_that_its_texts_prove(pile: list[list[str]], chance: random.Random) -> None:
    texts = ["\n".join(parts) for parts in pile]
    reports = [report(f"r{number}", text) for number, text in enumerate(texts)]
    by_id = {each.id: each.text for each in reports}
    traced = trace(reports)
    for row in traced.lineage:
        assert row.passages and row.report != row.copied_from
        assert 0 < row.share <= 1 and 0 < row.share_of_source <= 1
        for here, there in row.passages:
            here.check(by_id[row.report])
            there.check(by_id[row.copied_from])
    for divergence in traced.divergences:
        divergence.here.check(by_id[divergence.report])
        divergence.there.check(by_id[divergence.other_report])
        assert divergence.changes
    assert trace(chance.sample(reports, len(reports))) == traced


@pytest.mark.parametrize(
    ("paragraphs", "kind"),
    [
        (BRIDGE, "copy"),
        (BRIDGE[:3], "edited copy"),
        ((MUSEUM[0], *BRIDGE[:4], MUSEUM[1]), "edited copy"),
        ((*ORCHARD, BRIDGE[3]), "excerpt"),
        ((ORCHARD[0], f"{QUOTED} the harbour master told reporters.", *ORCHARD[1:]), "quotation only"),
    ],
)
def test_kinds(paragraphs: tuple[str, ...], kind: str) -> None:
    assert only(report("a", BRIDGE), report("b", paragraphs)).kind == kind


def test_a_copy_that_an_agency_is_credited_with() -> None:
    row = only(report("a", BRIDGE, agency="Reuters"), report("b", BRIDGE))
    assert (row.kind, row.agency, row.direction) == ("agency copy", "Reuters", "unknown")


def test_an_agency_that_somebody_told_it_to_is_behind_the_passage() -> None:
    told = BRIDGE[1].replace("the Coastal Press Agency", "The Associated Press")
    row = only(report("a", (*MUSEUM[:2], told)), report("b", (*ORCHARD[:2], told)))
    assert row.agency == "The Associated Press"


def test_passages_are_evidence_in_both_reports() -> None:
    one, other = report("a", BRIDGE), report("b", (MUSEUM[0], BRIDGE[3], MUSEUM[1], BRIDGE[0]))
    row = only(one, other)
    texts = {each.id: each.text for each in (one, other)}
    assert len(row.passages) == 2
    for here, there in row.passages:
        assert texts[row.report][here.start : here.end] == here.text
        assert texts[row.copied_from][there.start : there.end] == there.text
        assert here.text == there.text


def test_no_passage_reaches_across_chrome() -> None:
    banner = "Also of interest tonight"
    row = only(report("a", BRIDGE), report("b", (BRIDGE[0], banner, *BRIDGE[1:]), chrome=[banner]))
    assert len(row.passages) == 2
    assert not any(banner in span.text for passage in row.passages for span in passage)


def test_direction_by_date() -> None:
    early, late = report("z", BRIDGE, day=date(2019, 3, 4)), report("a", BRIDGE[:4], day=date(2019, 3, 5))
    row = only(early, late)
    assert (row.direction, row.report, row.copied_from) == ("known", late.id, early.id)
    assert "2019-03-04" in row.reason


WORDS = (DateReason("it names the day", "text"),)
SPRING = DateEstimate(date(2019, 3, 4), date(2019, 2, 1), date(2019, 5, 1), reasons=WORDS)


def test_direction_by_bounds_that_are_estimated() -> None:
    row = only(report("a", BRIDGE, day=SPRING), report("b", BRIDGE[:4], day=date(2019, 5, 2)))
    assert (row.direction, row.reason) == (
        "known",
        "a is estimated to be of 2019-05-01 at the latest, b is of 2019-05-02 at the earliest",
    )


@pytest.mark.parametrize(
    "early", [SPRING, replace(SPRING, earliest=None, latest=None), replace(SPRING, latest=None, earliest=SPRING.best)]
)
def test_a_best_guess_at_a_day_tells_no_direction(early: DateEstimate) -> None:
    row = only(report("a", BRIDGE, day=early), report("b", BRIDGE[:4], day=date(2019, 4, 30)))
    assert row.direction == "unknown"


@pytest.mark.parametrize("days", [(date(2019, 3, 4), date(2019, 3, 4)), (None, date(2019, 3, 4)), (None, None)])
def test_direction_is_unknown_where_nothing_tells(days: tuple[date | None, date | None]) -> None:
    row = only(report("a", BRIDGE, day=days[0]), report("b", BRIDGE[:4], day=days[1]))
    assert row.direction == "unknown"


def test_direction_by_credit() -> None:
    credit = "The licence lapsed on Monday, The Tolvane Mail reported."
    mail, copy = report("z", BRIDGE, outlet="The Tolvane Mail"), report("a", (credit, *BRIDGE[:4]), outlet="The Gull")
    row = only(mail, copy)
    assert (row.direction, row.copied_from) == ("known", mail.id)
    agency = report("y", BRIDGE, outlet="Reuters", agency="Reuters")
    row = only(agency, report("b", BRIDGE[:4], outlet="The Gull", agency="Reuters"))
    assert (row.direction, row.copied_from) == ("known", agency.id)


def test_direction_is_unknown_where_credit_and_date_disagree() -> None:
    credit = "The licence lapsed on Monday, The Tolvane Mail reported."
    mail = report("z", BRIDGE, outlet="The Tolvane Mail", day=date(2019, 3, 9))
    row = only(mail, report("a", (credit, *BRIDGE[:4]), outlet="The Gull", day=date(2019, 3, 4)))
    assert row.direction == "unknown" and "disagree" in row.reason


def test_a_text_that_breaks_off_is_the_copy() -> None:
    whole = report("z", BRIDGE)
    broken = report("a", "\n\n".join(BRIDGE)[: "\n\n".join(BRIDGE).index("fishing families")].strip() + " …")
    row = only(whole, broken)
    assert (row.direction, row.copied_from) == ("known", whole.id)
    assert only(whole, report("b", BRIDGE[:2])).direction == "unknown"  # a brief may have come first


def test_quotations_of_one_speech_are_no_copying() -> None:
    """However many quote it, and with whatever they put around it."""
    reports = [
        report("a", (MUSEUM[0], f"{SPEECH}, the president said in Harn.", *MUSEUM[1:])),
        report("b", (ORCHARD[0], f"The president told the crowd: {SPEECH}.", *ORCHARD[1:])),
        report("c", (BRIDGE[0], f"{SPEECH}, she said.", *BRIDGE[2:])),
    ]
    rows = trace(reports).lineage
    assert {row.kind for row in rows} == {"quotation only"}
    assert not any(row.is_copying for row in rows)
    assert {row.direction for row in rows} == {"unknown"}


def test_furniture_is_no_lineage() -> None:
    assert trace([report("a", (*MUSEUM, FURNITURE)), report("b", (*ORCHARD, FURNITURE))]).lineage == ()


def invented(seed: int, sentences: int = 14) -> str:
    """A story that shares no wording with any other."""
    chance = random.Random(seed)

    def word() -> str:
        return (
            "".join(chance.choices("bcdfglmnprstv", k=2))
            + "".join(chance.choices("aeiou", k=2))
            + chance.choice("nrst")
        )

    return " ".join(" ".join(word() for _ in range(18)).capitalize() + "." for _ in range(sentences))


def test_what_an_outlet_prints_under_everything_is_learned() -> None:
    """No word of it says that it is furniture."""
    below = (
        "Our correspondents have covered the valleys, the coast and the islands since the days of the steam ferry, "
        "and letters from those who remember other versions of what is told here are welcome at the old mill."
    )
    reports = [report(f"r{seed}", (invented(seed), below)) for seed in range(6)]
    assert trace(reports).lineage == ()
    # A story that as many print, in the middle of their own, is none the less.
    widely = [report(f"s{seed}", (invented(seed), BRIDGE[3], BRIDGE[4], invented(seed + 100))) for seed in range(6)]
    assert len(trace(widely).lineage) == 15


def test_furniture_does_not_hide_what_is_shared_besides() -> None:
    below = (
        "Letters from those who remember other versions of what is told here are welcome at the old mill by the weir."
    )
    reports = [report(f"r{seed}", (invented(seed), f"{below} {below.upper()}")) for seed in range(6)]
    both = [report("x", (*BRIDGE, f"{below} {below}")), report("y", (*BRIDGE, f"{below} {below}"))]
    (row,) = trace([*reports, *both]).lineage
    assert {row.report, row.copied_from} == {each.id for each in both}
    assert not any("old mill" in here.text for here, _ in row.passages)


def test_copied_statements_are_one_source() -> None:
    reports = [report(name, BRIDGE, said=SAID) for name in "abc"]
    counts = trace(reports).counts
    assert {tuple(count) for count in counts.values()} == {(3, 1)}
    assert set(counts) == {each.statement_id(each.statements[0]) for each in reports}


def test_each_who_heard_a_speech_is_a_source() -> None:
    said = (("president", "said", SPEECH),)
    reports = [
        report("a", (MUSEUM[0], f"{SPEECH}, the president said in Harn.", *MUSEUM[1:]), said=said),
        report("b", (ORCHARD[0], f"The president said: {SPEECH}.", *ORCHARD[1:]), said=said),
        report("c", (ORCHARD[0], f"The president said: {SPEECH}.", *ORCHARD[1:]), said=said),
    ]
    counts = trace(reports).counts
    assert {tuple(count) for count in counts.values()} == {(3, 2)}  # b and c are copies of each other


def test_reports_of_one_agency_are_one_source() -> None:
    said = (("president", "said", SPEECH),)
    reports = [
        report("a", (MUSEUM[0], f"{SPEECH}, the president said in Harn.", *MUSEUM[1:]), said=said, agency="Reuters"),
        report("b", (ORCHARD[0], f"The president said: {SPEECH}.", *ORCHARD[1:]), said=said, agency="Reuters"),
    ]
    assert {tuple(count) for count in trace(reports).counts.values()} == {(2, 1)}


def test_a_story_that_everybody_prints_is_one_source() -> None:
    """More copies than are compared each with each."""
    reports = [report(f"r{number}", (invented(number, 2), *BRIDGE), said=SAID) for number in range(40)]
    counts = trace(reports).counts
    assert {tuple(count) for count in counts.values()} == {(40, 1)}
    assert len(counts) == 40


def test_no_source_is_shared_along_a_chain_of_passages() -> None:
    """b has one passage from a and gives another one to c: a and c share nothing."""
    said = (("Rehwald", "said", "the levy would pay for repairs to a reservoir built by his grandfather's generation"),)
    a = report("a", BRIDGE, said=SAID)
    b = report("b", (*MUSEUM, BRIDGE[1], ORCHARD[1]), said=(*SAID, *said))
    c = report("c", ORCHARD, said=said)
    traced = trace([a, b, c])
    assert {frozenset((row.report, row.copied_from)) for row in traced.lineage} == {
        frozenset((a.id, b.id)),
        frozenset((b.id, c.id)),
    }
    assert {tuple(count) for count in traced.counts.values()} == {(2, 1)}


def test_the_order_of_reports_makes_no_difference() -> None:
    reports = [
        report("a", BRIDGE, said=SAID, day=date(2019, 3, 4)),
        report("b", BRIDGE[:3], said=SAID),
        report("c", (ORCHARD[0], f"“{QUOTED[8:-20]}” the harbour master said.", *ORCHARD[1:])),
        report("d", (*MUSEUM, BRIDGE[1], ORCHARD[1])),
        report("e", ORCHARD, day=date(2019, 3, 4)),
    ]
    expected = trace(reports)
    assert len(expected.lineage) > 3
    for seed in range(4):
        shuffled = random.Random(seed).sample(reports, len(reports))
        found = trace(shuffled)
        assert (found.lineage, found.divergences) == (expected.lineage, expected.divergences)
        assert found.counts == expected.counts
