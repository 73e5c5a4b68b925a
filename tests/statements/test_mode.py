"""The mode of a cue, with source and venue where these decide. The cues are of the kinds that political news has."""

import pytest

from onrecord.domain import StatementMode
from onrecord.statements.mode import statement_mode

CUES: dict[StatementMode, list[str]] = {
    "speech": [
        *("said", "according to", "told", ":", "", "announced", "hailed", "has denounced", "pledged to", "ruled"),
        *("said he hoped", "expressed fear that", "voiced concern over", "quipped", "argued", "accused", "called for"),
        *("reiterated", "has been critical of", "denied", "asked", "warned of", "recalled", "vowed", "welcomed"),
    ],
    "writing": [
        *("wrote in a letter", "tweeted", "Reads", "said in a statement", "said in an email", "has posted", "blogged"),
        *("said in a joint statement with", "explained in an op-ed"),
    ],
    "belief": [
        *("believe", "thinks", "expects", "was convinced that", "doubts", "knew", "regards as", "is widely expected"),
        *("sees", "supports", "is opposed to", "considers", "did not understand"),
    ],
    "intention": [
        "plans to",
        "wants",
        "intends",
        "was determined to",
        "is ready to",
        "refuses",
        "sought",
        "would like",
    ],
    "emotion": [
        "fears",
        "hoped",
        "is worried about",
        "regrets",
        "was outraged by",
        "is proud of",
        "dreads",
        "was angry that",
    ],
}


@pytest.mark.parametrize(("mode", "cue"), [(mode, cue) for mode, cues in CUES.items() for cue in cues])
def test_mode_is_what_the_cue_names(cue: str, mode: StatementMode) -> None:
    assert statement_mode(cue) == mode


@pytest.mark.parametrize(
    ("cue", "source", "venue", "mode"),
    [
        ("said", "the minister", "in a letter to the council", "writing"),
        ("said", "the minister", "on Twitter", "writing"),
        ("said", "she", "on X", "writing"),
        ("argued", "she", "in an article in a weekly", "writing"),
        ("said", "The lawsuit", "", "writing"),
        ("according to", "a report by the agency", "", "writing"),
        ("said", "the minister", "in a televised statement", "speech"),
        ("said", "the minister", "in an interview with a newspaper", "speech"),
        ("said", "the report's author", "", "speech"),
        ("said", "the minister", "in Quito", "speech"),
        ("hopes", "she", "in a letter", "emotion"),
        ("vowed", "she", "on Facebook", "speech"),
    ],
)
def test_venue_and_source_tell_writing_from_speech(cue: str, source: str, venue: str, mode: StatementMode) -> None:
    assert statement_mode(cue, source, venue) == mode
