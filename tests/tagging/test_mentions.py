import numpy as np

from onrecord.tagging.labels import DISTANCE_BUCKETS
from onrecord.tagging.mentions import EDGE, MENTION_TYPES, PAIR, REACH, WIDTH, MentionScores, find_mentions

FLAT = np.zeros((2, DISTANCE_BUCKETS), dtype=np.float32)


def scores(count: int, heads: dict[int, str]) -> MentionScores:
    outputs = np.zeros((count, WIDTH), dtype=np.float32)
    outputs[:, 0] = 4
    for head, kind in heads.items():
        outputs[head, 1 + MENTION_TYPES.index(kind)] = 8
    return MentionScores.split(outputs)


def point(scores: MentionScores, head: int, start: int, last: int) -> None:
    """Make the edges of a head's mention the words ``start`` and ``last``."""
    for query, key, word in ((scores.start_query, scores.start_key, start), (scores.end_query, scores.end_key, last)):
        query[head, head % EDGE] = key[word, head % EDGE] = 20


def test_outputs_are_split_without_a_rest() -> None:
    split = scores(3, {})
    assert split.types.shape == (3, 1 + len(MENTION_TYPES))
    assert split.end_key.shape == (3, EDGE)
    assert split.asked.shape == (3, PAIR)
    assert split.new.shape == (3, 1)


def test_mentions_may_be_nested() -> None:
    # the leaders of those regions spoke
    found = scores(6, {1: "person", 4: "place"})
    point(found, 1, 0, 4)
    point(found, 4, 3, 4)
    mentions = find_mentions(found, FLAT, np.zeros(6, dtype=np.int64))
    assert [(m.low, m.high, m.head, m.type) for m in mentions] == [(0, 5, 1, "person"), (3, 5, 4, "place")]
    assert all(m.probability > 0.9 for m in mentions)


def test_a_mention_stays_in_its_paragraph() -> None:
    found = scores(6, {3: "organization"})
    point(found, 3, 0, 5)
    edges = FLAT.copy()
    edges[:, 10] = 1
    mention = find_mentions(found, edges, np.array([0, 0, 1, 1, 2, 2]))[0]
    assert (mention.low, mention.high) == (3, 4)


def test_a_mention_is_never_longer_than_its_reach() -> None:
    found = scores(200, {100: "person"})
    point(found, 100, 0, 199)
    mention = find_mentions(found, FLAT, np.zeros(200, dtype=np.int64))[0]
    assert mention.low > 100 - REACH
    assert mention.high <= 100 + REACH


def test_no_heads_no_mentions() -> None:
    assert find_mentions(scores(4, {}), FLAT, np.zeros(4, dtype=np.int64)) == []
