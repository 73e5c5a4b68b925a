"""The source is marked <so>, the cue [so]; what follows the cue stands as in a report."""

import pytest

from onrecord.statements.refusals import is_refusal, without_refusal


def judged(marked: str) -> bool:
    text, places = "", {}
    for char in marked:
        if char in "<>[]":
            places[char] = len(text)
        else:
            text += char
    source = (places["<"], places[">"]) if "<" in places else None
    return is_refusal(text, source, (places["["], places["]"]))


@pytest.mark.parametrize(
    "marked",
    [
        "<The ministry> [declined to comment] on the flights.",
        "<The ministry> [declined] to comment on the flights.",
        "<The Commission> [refused] to take questions.",
        "<He> [would not confirm] the report.",
        "<they> [didn’t say] when.",
        "<Neither envoy> [would confirm] plans for a summit.",
        "<She> [refused to say] where.",
        "<the aide> [said nothing about] it.",
        "<Ethiopia> [has not confirmed] that it has begun.",
        "<The palace> [has yet to comment].",
        "<The speaker> [did not mention] Algeria.",
        "[Asked] whether they would go, he left.",
        "<Neither Ana Cruz nor the bank> [responded] to requests.",
        "<The aide neither> [confirmed nor denied] it.",
        "<She> [declined] to go into detail.",
        "<He> [avoided criticizing] his host.",
    ],
)
def test_silence_is_not_a_statement(marked: str) -> None:
    assert judged(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "<He> [said] he would not comment.",
        "<The ministry> [confirmed] the report.",
        "<They> [would not accept] it.",
        "<Serbia> [refused to recognise] the vote.",
        "<Serbia> [refuses] to recognise the vote.",
        "<He> [did not rule out] a summit.",
        "<Neither envoy> [believes] it.",
        "<Nobody> [wants] a war.",
        "<She> [denied] that she had declined to comment.",
        "<Reporters> [asked] whether they would go.",
        "<He> [said] they had declined to comment.",
    ],
)
def test_speech_is_no_refusal(marked: str) -> None:
    assert not judged(marked)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("she would go but declined to say when", ["she would go"]),
        ("the port is shut, but would not elaborate", ["the port is shut"]),
        ("he had not decided", ["he had not decided"]),
        ("“I declined to comment,”", ["“I declined to comment,”"]),
    ],
)
def test_what_was_not_said_is_cut_off(content: str, kept: list[str]) -> None:
    assert [content[a:b] for a, b in without_refusal(content, [(0, len(content))])] == kept
