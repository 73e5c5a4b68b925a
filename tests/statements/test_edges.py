"""What stands at the edge between a cue and its content."""

from __future__ import annotations

import pytest
from tagged import rows


@pytest.mark.parametrize(
    ("report", "cue", "content"),
    [
        (
            "[s:Tirana] [u:accused] [c:the bank on Friday of hiding gold].",
            "accused",
            ["the bank", "of hiding gold"],
        ),
        (
            "[s:Tirana] [u:accused] [c:the bank] on Friday of hiding gold.",
            "accused",
            ["the bank", "of hiding gold"],
        ),
        (
            "[s:Tirana] [u:accused] [c:the bank] on Friday of hiding gold and walked out.",
            "accused",
            ["the bank", "of hiding gold"],
        ),
        ("[s:Tirana] [u:accused] [c:the bank last week of hiding gold].", "accused", ["the bank", "of hiding gold"]),
        ("[s:Tirana] [u:accused] [c:the bank of theft last week].", "accused", ["the bank of theft last week"]),
        ("[s:Tirana] [u:has often denied hoarding] [c:the gold].", "has often denied", ["hoarding the gold"]),
        ("[s:Tirana] [u:denied] [c:hoarding the gold].", "denied", ["hoarding the gold"]),
        ("[s:Ida Moe] [u:told] [c:the hall the bank would close in May].", "told", ["the bank would close in May"]),
        ("[s:Ida Moe] [u:told] [c:Radio Koha the banks were safe].", "told", ["the banks were safe"]),
        ("[s:Ida Moe] [u:told] [c:him to sell the gold].", "told", ["to sell the gold"]),
        ("[s:Ida Moe] [u:said] [c:the hall the bank had would close].", "said", ["the hall the bank had would close"]),
        ("[s:Ida Moe] [u:told] [c:the truth].", "told", ["the truth"]),
    ],
)  # fmt: skip
def test_edges(report: str, cue: str, content: list[str]) -> None:
    assert [(row[1], row[2]) for row in rows(report)] == [(cue, content)]
