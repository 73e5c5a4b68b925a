import pytest

from onrecord.dating.verbs import group, is_adjective, kind


@pytest.mark.parametrize(
    ("words", "kind_of_last"),
    [
        ("they will be named", "ahead"),
        ("they are to be named", "infinitive"),
        ("they had been named", "pluperfect"),
        ("they had been due to be named", "pluperfect"),
        ("they have not been named", "perfect"),
        ("they were officially named", "passive"),
        ("they named", "past"),
        ("they said", "saying"),
        ("talks are planned", "plan"),
    ],
)
def test_the_group_of_a_verb(words: str, kind_of_last: str) -> None:
    split = words.split()
    assert group(split, len(split) - 1, 0) == kind_of_last


def test_no_verb_is_read_beyond_the_sentence() -> None:
    assert group(["will", "named"], 1, 1) == "past"


def test_kinds_of_words() -> None:
    assert [kind(word) for word in ("shall", "told", "flew", "opens", "bridge")] == [
        "modal",
        "saying",
        "past",
        "present",
        "",
    ]


def test_a_participle_before_a_noun_is_no_verb() -> None:
    assert is_adjective(["a", "proposed", "law"], 1)
    assert not is_adjective(["they", "proposed", "law"], 1)
