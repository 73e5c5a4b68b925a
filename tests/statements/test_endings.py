"""Contents end where the speaker's words do."""

from __future__ import annotations

import pytest
from tagged import rows


@pytest.mark.parametrize(
    ("marked", "want"),
    [
        ("[s:Ada Moss] [u:said] [c:she was “very glad” and urged Norland to sign].", ["she was “very glad”"]),
        ("[s:Ada Moss] [u:blamed] [c:“a foreign hand,” an apparent reference to Norland].", ["“a foreign hand,”"]),
        (
            "[s:Ada Moss] [u:warned] [c:that the weir would burst, as engineers reached the site].",
            ["that the weir would burst"],
        ),
        ("[s:Ada Moss] [u:rejected] [c:the accusation at a hearing in Brdo].", ["the accusation"]),
        # words of the speaker's own
        ("[s:Ada Moss] [u:said] [c:“I was glad, as the men had begged and urged us to go”].",
         ["“I was glad, as the men had begged and urged us to go”"]),
        ("[s:Ada Moss] [u:said] [c:the weir was as good as new].", ["the weir was as good as new"]),
        ("[s:Ada Moss] [u:rejected] [c:the accusation].", ["the accusation"]),
    ],
)  # fmt: skip
def test_contents_end(marked: str, want: list[str]) -> None:
    assert rows(marked)[0][2] == want


def test_a_second_verb_has_a_statement_of_its_own() -> None:
    (_, second) = rows("[s:Ada Moss] [u:said] [c:she was “very glad” and urged Norland to sign].")
    assert second[:3] == ("Ada Moss", "urged", ["Norland to sign"])


def test_whom_is_nobodys_word() -> None:
    (row,) = rows("The engineer [s:Ada Moss], [u:according to] [c:whom the weir leaks], has left.")
    assert row[2] == ["the weir leaks"]


def test_how_it_was_said_was_not_said() -> None:
    (row,) = rows("[c:“Nobody asked us,”] [s:she] [u:noted] [c:drily].")
    assert row[2] == ["“Nobody asked us,”"]
