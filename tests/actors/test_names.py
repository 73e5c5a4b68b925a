# ruff: noqa: E501 -- a row of a table is one line, however long its report
import pytest

from onrecord.actors.datelines import find_datelines
from onrecord.actors.names import NameFinder
from onrecord.actors.tokens import tokenize


def names(text: str) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    found = NameFinder(tokens, find_datelines(tokens), ()).find()
    return [(tokens.words(name.first, name.last), name.form) for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ada van der Meer met Omar al-Khatib.", [("Ada van der Meer", "person"), ("Omar al-Khatib", "person")]),
        ("He met J. R. O'Neill Jr. on Monday.", [("J. R. O'Neill Jr.", "person")]),
        ("The Department of State and the House Judiciary Committee held hearings about those papers.", [("Department of State", "body"), ("House Judiciary Committee", "organisation")]),
        ("They met in New York City and on Election Day.", [("New York City", "thing"), ("Election Day", "thing")]),
        ("However, the WHO said who it was.", [("WHO", "body")]),
        ("Serbia's President Ivo Marić met EU Ambassador Jan Kos.", [("Serbia", "name"), ("Ivo Marić", "person"), ("EU", "body"), ("Jan Kos", "person")]),
        ("Citing Marić, they left. Reportedly they did.", [("Marić", "single")]),
        ("We saw the Commission on Presidential Debates.", [("Commission on Presidential Debates", "organisation")]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_headlines_only_repeat_what_the_body_has() -> None:
    text = "Marić Slams Plan As Rivals Cheer Loudly\n\nPresident Ivo Marić slammed the plan. Marić left."
    assert names(text) == [("Marić", "single"), ("Ivo Marić", "person"), ("Marić", "single")]


@pytest.mark.parametrize(
    ("text", "dateline", "state"),
    [
        ("ROME, May 3 (ANSA) - The talks began.", "ROME, May 3 (ANSA) -", "IT"),
        ("SPLIT, Croatia (AP) — The talks began.", "SPLIT, Croatia (AP) —", "HR"),
        ("Ankara : Turkey said no.", "Ankara :", "TR"),
        ("MINSK The talks began.", "MINSK", "BY"),
        ("MARTIN: I never said that.", None, None),
        ("Talks – long delayed – began.", None, None),
    ],
)
def test_datelines(text: str, dateline: str | None, state: str | None) -> None:
    tokens = tokenize(text)
    found = [(tokens.words(line.first, line.last), line.state) for line in find_datelines(tokens)]
    assert found == ([(dateline, state)] if dateline else [])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He met Mr. Bond. They left.", 2),
        ("The U.S. Senate met. It rose.", 2),
        ("He left the U.S. The talks went on.", 2),
        ('"No," he said. "Never." He left.', 3),
        ("A headline\nA line", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len({token.sentence for token in tokenize(text)}) == count
