"""Coreference with weights set by hand: what a clue is, and how an entity is chosen."""

import numpy as np
import pytest

from onrecord.tagging.coreference import CANDIDATES, TABLES, PairWeights, clues, pairs, with_entities
from onrecord.tagging.mentions import WIDTH, MentionScores, TaggedMention
from onrecord.tagging.words import split_words


def mentions(text: str, *phrases: tuple[str, str], kind: str = "person") -> tuple[TaggedMention, ...]:
    """Mentions of ``text`` given as (phrase, head), each at its next place in the text."""
    words, at, found = split_words(text), 0, []
    for phrase, head in phrases:
        at = text.index(phrase, at)
        low = words.starts.index(at)
        high = words.ends.index(at + len(phrase)) + 1
        found.append(TaggedMention(low, high, words.starts.index(at + phrase.index(head)), kind, 1.0))
        at += 1
    return tuple(sorted(found, key=lambda mention: mention.head))


def weights(**rules: dict[tuple[int, int], float]) -> PairWeights:
    tables = {name: np.full(shape, -1.0, dtype=np.float32) for name, shape in TABLES.items()}
    for name, cells in rules.items():
        for cell, value in cells.items():
            tables[name][cell] = value
    return PairWeights(tables)


def matches(text: str, *phrases: tuple[str, str]) -> list[int]:
    """How the last phrase agrees with each of those before it."""
    words, found = split_words(text), mentions(text, *phrases)
    clue = clues(words, found, np.zeros(len(words), dtype=np.int64))
    return pairs(clue, len(found) - 1, len(found)).features["match"][0][0, 1 - len(found) :].tolist()


@pytest.mark.parametrize(
    ("text", "one", "other", "agreement"),
    [
        ("Ada Okoro left. Okoro spoke.", ("Ada Okoro", "Okoro"), ("Okoro", "Okoro"), 4),
        ("Ada Okoro left. Ada Okoro spoke.", ("Ada Okoro", "Okoro"), ("Ada Okoro", "Okoro"), 5),
        ("A minister left. The minister spoke.", ("A minister", "minister"), ("The minister", "minister"), 5),
        ("Old friends left. New friends spoke.", ("Old friends", "friends"), ("New friends", "friends"), 3),
        ("The Dam Safety Board met. DSB spoke.", ("The Dam Safety Board", "Board"), ("DSB", "DSB"), 0),
        ("Dam Safety Board met. DSB spoke.", ("Dam Safety Board", "Board"), ("DSB", "DSB"), 2),
        ("Ada Okoro left. The Okoro family spoke.", ("Ada Okoro", "Okoro"), ("The Okoro family", "family"), 1),
        ("He left. He spoke.", ("He", "He"), ("He", "He"), 5),
        ("He left. She spoke.", ("He", "He"), ("She", "She"), 0),
    ],
)  # fmt: skip
def test_words_that_agree(text: str, one: tuple[str, str], other: tuple[str, str], agreement: int) -> None:
    assert matches(text, one, other) == [agreement]


def test_an_entity_is_as_likely_as_its_mentions_together() -> None:
    text = "Okoro met Okoro and Lind. She left."
    words = split_words(text)
    found = mentions(text, ("Okoro", "Okoro"), ("Okoro", "Okoro"), ("Lind", "Lind"), ("She", "She"))
    outputs = np.zeros((len(words), WIDTH), dtype=np.float32)
    scores = MentionScores.split(outputs)
    # "She" likes Lind a little better than either Okoro; the two of them together are likelier.
    scores.asking[found[3].head, 0] = 8
    scores.asked[[m.head for m in found[:3]], 0] = [9, 9, 9.5]
    scores.new[:] = -4
    scores.new[[m.head for m in found[:3]], 0] = -1
    rule = weights(match={(5, 1): 20})
    linked = with_entities(words, found, scores, rule, np.zeros(len(words), dtype=np.int64))
    assert [m.entity for m in linked] == [0, 0, 1, 0]
    assert 0.5 < linked[3].certainty < 0.7


def test_without_a_likely_antecedent_a_mention_is_new() -> None:
    text = "Okoro met Lind."
    words = split_words(text)
    found = mentions(text, ("Okoro", "Okoro"), ("Lind", "Lind"))
    scores = MentionScores.split(np.zeros((len(words), WIDTH), dtype=np.float32))
    linked = with_entities(words, found, scores, weights(), np.zeros(len(words), dtype=np.int64))
    assert [m.entity for m in linked] == [0, 1]
    assert all(0.9 < m.certainty <= 1 for m in linked)


def test_a_long_text_looks_back_a_bounded_way() -> None:
    text = " ".join(["Okoro"] * 400)
    words = split_words(text)
    found = tuple(TaggedMention(i, i + 1, i, "person", 1.0) for i in range(400))
    clue = clues(words, found, np.zeros(400, dtype=np.int64))
    assert max(map(len, clue.matches)) == CANDIDATES
