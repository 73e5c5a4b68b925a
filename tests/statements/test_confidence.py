import math

import pytest

from onrecord.statements.confidence import Evidence, confidence, features
from onrecord.statements.cue_shares import cue_share


def test_more_evidence_is_more_confidence() -> None:
    doubtful = Evidence(cue=0.6, content=0.6, source=0.6, link=0.6, source_link=0.6, cue_share=0.3)
    for field in ("cue", "content", "source", "link", "source_link", "cue_share"):
        assert confidence(doubtful._replace(**{field: 0.95})) > confidence(doubtful), field
    assert confidence(doubtful._replace(named=False)) < confidence(doubtful)


def test_probabilities_of_nought_and_one_are_bounded() -> None:
    certain = Evidence(cue=1.0, content=1.0, source=1.0, link=1.0, source_link=1.0, cue_share=0.99)
    assert all(math.isfinite(value) for value in features(certain))
    assert 0 < confidence(Evidence(0.0, 0.0, 0.0, 0.0, 0.0)) < confidence(certain) <= 1


def test_layouts_have_a_confidence_of_their_own() -> None:
    assert confidence(Evidence(), layout=True) == confidence(Evidence(cue=0.99), layout=True) > 0.5


@pytest.mark.parametrize(("likely", "unlikely"), [("said", "signed"), ("according to", "published"), ("SAID on", "on")])
def test_words_differ_in_how_often_they_are_cues(likely: str, unlikely: str) -> None:
    assert 0 < cue_share(unlikely) < cue_share(likely) < 1


def test_a_mark_and_a_word_never_seen_have_a_share_too() -> None:
    assert 0 < cue_share("xyzzyed") < cue_share(":") < 1
