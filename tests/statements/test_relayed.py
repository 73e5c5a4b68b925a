# ruff: noqa: E501 -- a row of a table is one line
"""Statements that another one only passes on are the inner speaker's."""

from __future__ import annotations

import pytest
from tagged import rows

Row = tuple[str | None, str | None, list[str]]


@pytest.mark.parametrize(
    ("marked", "want"),
    [
        (
            "[c:The mayor of Brdo said that the weir would stay shut], [s:the Shore Gazette] [u:reported].",
            ("The mayor of Brdo", "said", ["that the weir would stay shut"]),
        ),
        (
            "[c:Norland's harbour minister on Friday accused Sudland of dumping “poison”], [s:Lakewire] [u:reported].",
            ("Norland's harbour minister", "accused", ["Sudland of dumping “poison”"]),
        ),
        (
            "[u:According to] [s:the state news agency NNA], [c:Prime Minister Ada Moss told deputies on Monday that the weir had cracked].",
            ("Prime Minister Ada Moss", "told", ["that the weir had cracked"]),
        ),
        (
            "[s:The daily Zeit und Fluss] [u:reported] [c:that Anton Berg said at a fair in Graz that he would retire].",
            ("Anton Berg", "said", ["that he would retire"]),
        ),
        (
            "[c:“It will hold,”] [s:Lakewire] [u:quoted] [c:Anton Berg as saying].",
            ("Anton Berg", "saying", ["“It will hold,”"]),
        ),
        ("[c:“It will hold,” Berg] [u:was quoted as saying] by Lakewire.", ("Berg", "saying", ["“It will hold,”"])),
        (
            "[u:According to] [s:the Valley Echo], [c:Anton Berg said that he would retire].",
            ("Anton Berg", "said", ["that he would retire"]),
        ),
        # the police report what they heard themselves, and a paper what it found
        (
            "[s:The Ministry of Works] [u:reported] [c:that Anton Berg said he would retire].",
            ("The Ministry of Works", "reported", ["that Anton Berg said he would retire"]),
        ),
        (
            "[s:The Shore Gazette] [u:reported] [c:that the weir had cracked in March].",
            ("The Shore Gazette", "reported", ["that the weir had cracked in March"]),
        ),
    ],
)
def test_who_speaks_in_what_is_passed_on(marked: str, want: Row) -> None:
    assert rows(marked)[0][:3] == want


def test_one_statement_is_left() -> None:
    marked = "[c:The mayor said that the weir would stay shut], [s:the Shore Gazette] [u:reported]."
    assert len(rows(marked)) == 1
