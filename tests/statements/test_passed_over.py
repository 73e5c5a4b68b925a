"""Statements that the tagger passes over, and what its contents took along of them."""

from __future__ import annotations

import pytest
from tagged import rows

SAID = "[s:Ida Moe] [u:said] "


@pytest.mark.parametrize(
    ("report", "want"),
    [
        (
            SAID + "[c:it would sue the bank, a claim that Tirana rejected as “a fable”].",
            [
                ("Ida Moe", "said", ["it would sue the bank"], "indirect"),
                ("Tirana", "rejected", ["as “a fable”"], "mixed"),
            ],
        ),
        (
            SAID + "[c:the bank had paid him] — something lawyers for the bank firmly denied.",
            [
                ("Ida Moe", "said", ["the bank had paid him"], "indirect"),
                ("lawyers for the bank", "firmly denied", ["something"], "indirect"),
            ],
        ),
        (
            SAID + "[c:the bank had paid him, an accusation the bank denies].",
            [
                ("Ida Moe", "said", ["the bank had paid him"], "indirect"),
                ("the bank", "denies", ["an accusation"], "indirect"),
            ],
        ),
        (
            "A bank in Tirana has moved its gold abroad without a permit, Money Watch has found.",
            [
                (
                    "Money Watch",
                    "has found",
                    ["A bank in Tirana has moved its gold abroad without a permit"],
                    "indirect",
                )
            ],
        ),
        (
            "The Swiss envoy, Ida Moe, appealed to both banks to open their books, which few have seen.",
            [("The Swiss envoy, Ida Moe,", "appealed", ["to open their books"], "indirect")],
        ),
        (
            "[c:He was paid by the bank twice, which] [s:his aunt] [u:denies].",
            [("his aunt", "denies", ["He was paid by the bank twice"], "indirect")],
        ),
        (
            "[c:The tax is unjust — something] [s:farmers] [u:have long argued].",
            [("farmers", "have long argued", ["The tax is unjust"], "indirect")],
        ),
        (  # somebody's own words hold no reporter's rejoinder
            SAID + "[c:“he was paid, a claim that Tirana rejected”].",
            [("Ida Moe", "said", ["“he was paid, a claim that Tirana rejected”"], "direct")],
        ),
        (  # what is already somebody's
            "[c:The gold is gone], [s:Money Watch] [u:has found].",
            [("Money Watch", "has found", ["The gold is gone"], "indirect")],
        ),
        ("The gold, Money Watch has found.", []),
        ("Ida Moe appealed to the court.", []),
    ],
)
def test_passed_over(report: str, want: list[tuple[str, str, list[str], str]]) -> None:
    assert rows(report) == want


@pytest.mark.parametrize(
    ("report", "want"),
    [
        (
            "[u:According to] [s:the weekly Koha], citing an aide to the king, [c:the gold is gone].",
            ("an aide to the king", "citing", ["the gold is gone"]),
        ),
        (
            "According to [s:the weekly Koha], [u:citing] [c:an aide to the king, the gold is gone].",
            ("an aide to the king", "citing", ["the gold is gone"]),
        ),
        (
            "[c:The gold is gone], [u:according to] [s:Koha], which cited an aide to the king.",
            ("an aide to the king", "which cited", ["The gold is gone"]),
        ),
        (
            "[u:According to] [s:the weekly Koha], [c:the gold is gone].",
            ("the weekly Koha", "According to", ["the gold is gone"]),
        ),
    ],
)
def test_who_is_cited_speaks(report: str, want: tuple[str, str, list[str]]) -> None:
    assert [row[:3] for row in rows(report)] == [want]


def test_a_qualifying_clause_is_all_that_its_source_says() -> None:
    report = "[c1:Boats left for Durres], where, [u1:according to] [s1:the Port Board], [c1:nine crews are stranded]."
    assert rows(report) == [("the Port Board", "according to", ["nine crews are stranded"], "indirect")]


def test_a_sentence_cut_in_two_by_its_source_stays_whole() -> None:
    report = "[c1:Boats in Durres], [s1:the Port Board] [u1:says], [c1:have been stranded since May]."
    assert rows(report)[0][2] == ["Boats in Durres", "have been stranded since May"]
