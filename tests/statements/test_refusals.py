import pytest

from onrecord.statements.refusals import is_refusal


@pytest.mark.parametrize(
    ("source", "cue"),
    [
        ("The ministry", "declined to comment"),
        ("He", "would not confirm"),
        ("they", "didn’t say"),
        ("Neither envoy", "would confirm"),
        ("She", "refused to say"),
        ("the aide", "said nothing about"),
    ],
)
def test_silence_is_not_a_statement(source: str, cue: str) -> None:
    assert is_refusal(cue, source)


@pytest.mark.parametrize(
    ("source", "cue"),
    [
        ("He", "said"),
        ("The ministry", "confirmed"),
        ("They", "would not accept"),
        ("He", "said he would not"),
        ("Neither envoy", "believes"),
        ("Nobody", "wants"),
    ],
)
def test_speech_is_no_refusal(source: str, cue: str) -> None:
    assert not is_refusal(cue, source)
