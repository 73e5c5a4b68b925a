"""Verbs of telling in the passive: who tells stands behind "by", and who is told says nothing."""

from __future__ import annotations

import pytest
from tagged import rows

Row = tuple[str | None, str | None, list[str]]


@pytest.mark.parametrize(
    ("marked", "want"),
    [
        (
            "[s:Hikers] [u:were warned] by the rangers [c:that snow would fall].",
            ("the rangers", "were warned", ["that snow would fall"]),
        ),
        (
            "[c:Hikers] [u:were warned] by [s:the rangers] [c:not to climb on Sunday].",
            ("the rangers", "were warned", ["not to climb on Sunday"]),
        ),
        (
            "[c:People in Brdo] [u:were told] to boil their water.",
            (None, "were told", ["to boil their water"]),
        ),
        ("[s:The rangers] [u:warned] [c:that snow would fall].", ("The rangers", "warned", ["that snow would fall"])),
    ],
)
def test_who_tells_in_the_passive(marked: str, want: Row) -> None:
    (row,) = rows(marked)
    assert row[:3] == want
