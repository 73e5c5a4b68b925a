from __future__ import annotations

import pytest
from hypothesis import given
from strategies import any_text

from onrecord.cli.names import is_called, near_names, own_words
from onrecord.cli.who import cue, who
from onrecord.domain import Actor, Report, Span, Statement


def person(name: str, *aliases: str) -> Actor:
    return Actor(name, "person", aliases)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Aminatou Haidar", "Haidar"),
        ("Aminatou Haïdar", "aminatou haidar"),
        ("Aminatou Haidar", "HAÏDAR"),
        ("Aleksandar Vučić", "vucic aleksandar"),
        ("Alexander Botsan-Kharchenko", "kharchenko"),
        ("Brian O’Brien", "o'brien"),
        ("Valéry Giscard d’Estaing", "Estaing"),
        ("U.N. Security Council", "UN"),
        ("Ministry of Foreign Affairs", "foreign affairs"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Aminatou Haidar's critics", "critics"),
        ("Aminatou Haidar's critics", "Haidar’s critics"),
        ("Aminatou Haidar's critics", "aminatou haidar's critics"),
        ("a lawyer for Haidar", "lawyer"),
        ("a lawyer for Haidar", "a lawyer for Haidar"),
        ("Лавров", "лавров"),
    ],
)
def test_an_actor_is_found_by_words_of_its_own_name(name: str, wanted: str) -> None:
    assert is_called(person(name), wanted)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Aminatou Haidar's critics", "Haidar"),
        ("Aminatou Haidar’s critics", "Aminatou Haidar"),
        ("the Saharans' lawyer", "Saharans"),
        ("a lawyer for Haidar", "Haidar"),
        ("Moroccan envoy to the United Nations", "United Nations"),
        ("critics of Aminatou Haidar", "haidar"),
        ("Aminatou Haidar", "Haid"),
        ("Putinov", "Putin"),
        ("Aminatou Haidar", "Ali Haidar"),
        ("Aminatou Haidar", ""),
        ("Aminatou Haidar", "…"),
    ],
)
def test_an_actor_is_not_found_by_other_peoples_names_nor_parts_of_words(name: str, wanted: str) -> None:
    assert not is_called(person(name), wanted)


def test_other_names_count_and_descriptions_do_not() -> None:
    actor = person("Dmitry Peskov", "Peskow", "the spokesman for President Putin", "Putin spokesman")
    assert is_called(actor, "peskow")
    assert not is_called(actor, "Putin")
    assert not is_called(actor, "spokesman")


def test_near_names_are_suggested_likeliest_first() -> None:
    actors = [person(name) for name in ("Vuk Jeremic", "Aleksandar Vucic", "Aminatou Haidar's critics", "Boris Tadic")]
    assert near_names("Vucik", actors)[0] == "Aleksandar Vucic"
    assert near_names("Haidar", actors) == ["Aminatou Haidar's critics"]
    assert near_names("Yeremic", actors) == ["Vuk Jeremic"]
    assert near_names("Xyzzy", actors) == []
    assert near_names("…", actors) == []
    assert len(near_names("Ilic", [person(f"Ilic {number}") for number in range(50)])) == 5


@given(any_text, any_text)
def test_any_name_can_be_asked_for(name: str, wanted: str) -> None:
    assert is_called(person(name), name) == bool(own_words(name))
    is_called(person(name, wanted), wanted)
    near_names(wanted, [person(name)])


def statement(source: str | None, cue: str | None, speaker: Actor | None = None) -> Statement:
    text = f"{source} {cue} that the quay was closed."
    at = {words: Span.of(text, text.index(words), text.index(words) + len(words)) for words in (source, cue) if words}
    content = (Span.of(text, text.index("that"), len(text) - 1),)
    found = Statement(
        at[source] if source else None, at[cue] if cue else None, content, "indirect", "speech", 0.5, speaker
    )
    Report("a", text, "0", statements=(found,))
    return found


def test_who_is_the_speaker_or_the_words_of_the_source_in_quotation_marks() -> None:
    assert who(statement("the envoy", "said", person("Vera Ilic"))) == "Vera Ilic"
    assert who(statement("two people\n close to the  talks", "said")) == "“two people close to the talks”"
    assert who(statement(None, "said")) == "nobody named"


def test_the_cue_is_whole_and_on_one_line() -> None:
    assert cue(statement("he", "ruled out any\ntalk of")) == "ruled out any talk of"
    assert cue(statement("he", None)) == ""
