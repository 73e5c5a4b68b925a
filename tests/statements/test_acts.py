"""Rows that are no statements, though the tagger takes them for some."""

from __future__ import annotations

import pytest
from tagged import rows


@pytest.mark.parametrize(
    "marked",
    [
        "[s:Parliament] [u:ratified] [c:the treaty].",
        "[c:The envoy] [u:is expected] [c:in Brdo on Friday].",
        "[s:The fishers] [u:are to discuss] [c:the quota on Monday].",
        "[s:The envoy] [u:is due to address] [c:the council].",
        "[s:The mayor], [u:informed of] [c:the verdict], laughed.",
        "[s:The mayor], [u:asked about] [c:the verdict], laughed.",
        "[s:Both states] [u:have disputed] [c:the islands since 1910].",
        "[s:The judge] [u:was hearing] [c:a suit brought by the village].",
        "[s:The union] [u:has called] [c:an emergency meeting for Monday].",
        "[s:The mayor] [u:was asked repeatedly] [c:whether the mill would shut].",
        "[s:Two aides] [u:declined] [c:to be named because the mill is secret].",
        "[u:PLANS] [c:to drain the lake have split the valley], with [s:one angler] adding little.",
        "[s:The two mills] [u:have feuded for] [c:a decade over the weir].",
        "[s:The two mills] [u:have argued for years over] [c:who owns the weir].",
        "[u:CLAIMS] [c:that the weir leaks have split the valley].",
        "The bishop did not, as [s:some] [u:had hoped], [c:resign].",
        "[c:The bishop did not], as [s:two papers] [u:reported], [c:call the abbot a liar].",
        "[u:Asked] by [s:the Echo] [c:if the weir would go], she laughed.",
        "[s:Nobody] [u:doubts] [c:which mill will win].",
        "[s:Her uncle] [u:took] [c:a dim view].",
        "[s:Anton Berg], [u:tipped] [c:to succeed her], left.",
    ],
)
def test_nobody_says_so(marked: str) -> None:
    assert rows(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[s:The union] [u:expects] [c:the envoy on Friday].",
        "[s:The envoy] [u:disputed] [c:the account of the islanders].",
        "[s:Norland] [u:disputes] [c:that the islands are Sudland’s].",
        "[s:The union] [u:called] [c:the meeting “a farce”].",
        "[s:The union] [u:called for] [c:an emergency meeting].",
        "[s:The mayor] [u:asked] [c:about the verdict].",
        "[s:The two mills] [u:quarrelled over] [c:whether the weir should go].",
        "[s:Nobody in the valley] [u:doubts] [c:that the mill will win].",
        "[u:Says] [s:the mayor]: [c:“The weir goes.”]",
    ],
)
def test_somebody_says_so(marked: str) -> None:
    assert len(rows(marked)) == 1


def test_who_resigns_is_no_speaker_but_what_they_called_it_is_said() -> None:
    (row,) = rows("[s:The mayor] [u:resigned over] [c:what he called the “slow death” of the mill].")
    assert row[:3] == ("he", "called", ["the “slow death” of the mill"])


def test_what_an_issued_statement_says_is_said() -> None:
    (row,) = rows("[s:The mayor] [u:later issued] [c:a statement in which he said the mill was “safe”].")
    assert row[:3] == ("The mayor", "said", ["the mill was “safe”"])


def test_who_is_heard_speaks_and_not_who_came_to_hear() -> None:
    (row,) = rows("[s:Forty anglers] came to hear Weir Mills [u:explain] [c:why the lake must go].")
    assert row[:3] == ("Weir Mills", "explain", ["why the lake must go"])


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("she could not comment on the weir", 0),
        ("that he was unable to discuss it", 0),
        ("she could not comment, but that the weir was safe", 1),
        ("she could not swim", 1),
    ],
)
def test_no_comment_in_reported_speech_is_no_statement(said: str, count: int) -> None:
    assert len(rows(f"[s:A clerk] [u:said] [c:{said}].")) == count
