import pytest

from onrecord.statements.mode import statement_mode


@pytest.mark.parametrize(
    ("cue", "mode"),
    [
        ("said", "speech"),
        ("according to", "speech"),
        ("wrote in a letter", "writing"),
        ("tweeted", "writing"),
        ("believe", "belief"),
        ("fears", "belief"),
        ("said he hoped", "speech"),
        ("plans to", "intention"),
        ("Reads", "writing"),
        (":", "speech"),
        ("", "speech"),
    ],
)
def test_mode_is_what_the_cue_names(cue: str, mode: str) -> None:
    assert statement_mode(cue) == mode
