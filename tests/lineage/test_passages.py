"""Which passages are found, and which are none."""

from __future__ import annotations

import random

import numpy as np
from stories import BRIDGE, MUSEUM, ORCHARD

from onrecord.lineage.index import Index, shared_passages
from onrecord.lineage.joining import EACH_WITH_EACH, HUBS
from onrecord.lineage.words import word_table


def pairs(*texts: str) -> dict[tuple[int, int], int]:
    """The pairs of texts that share a passage, and how many words of it are the same."""
    found = shared_passages(texts)
    counts: dict[tuple[int, int], int] = {}
    for a, b, same in zip(found.a.tolist(), found.b.tolist(), found.same.tolist(), strict=True):
        counts[a, b] = counts.get((a, b), 0) + same
    return counts


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def edited(story: str, share: float, seed: int) -> str:
    """Every so many words another one: put in, left out, exchanged in turn."""
    chance = random.Random(seed)
    words = []
    for word in story.split():
        edit = chance.randrange(3) if chance.random() < share else -1
        words += {-1: [word], 0: [], 1: [word, "verily"], 2: ["verily"]}[edit]
    return " ".join(words)


def test_copies_cuts_briefs_and_merges_are_found() -> None:
    whole, other = text(*BRIDGE), text(*ORCHARD)
    assert (0, 1) in pairs(whole, text(*BRIDGE[:2]))
    assert (0, 1) in pairs(whole, text(BRIDGE[0], BRIDGE[2], BRIDGE[4]))
    assert (0, 1) in pairs(whole, text(ORCHARD[0], BRIDGE[2], *ORCHARD[1:]))
    merged = pairs(whole, other, text(*BRIDGE[:3], *ORCHARD[2:]))
    assert set(merged) == {(0, 2), (1, 2)}


def test_a_single_long_quotation_in_another_story_is_found() -> None:
    quotation = BRIDGE[1][BRIDGE[1].index("“") :]
    assert set(pairs(text(*BRIDGE), text(ORCHARD[0], quotation, *ORCHARD[1:]))) == {(0, 1)}


def test_one_word_in_four_may_be_edited() -> None:
    whole = text(*BRIDGE)
    for seed in range(10):
        assert (0, 1) in pairs(whole, edited(whole, 0.25, seed))


def test_different_stories_share_nothing() -> None:
    assert pairs(text(*BRIDGE), text(*ORCHARD), text(*MUSEUM)) == {}


def test_a_passage_shorter_than_a_sentence_or_two_is_none() -> None:
    short = "the price of salted cod had doubled since noon while insurance brokers reported a rush of enquiries"
    assert pairs(text(*BRIDGE), text(ORCHARD[0], short, *ORCHARD[1:])) == {}


def test_passages_are_where_they_are_said_to_be() -> None:
    texts = [text(*BRIDGE), text(MUSEUM[0], BRIDGE[3], MUSEUM[1])]
    found = shared_passages(texts)
    table = word_table(texts)
    (start,) = found.b_start.tolist()
    (end,) = found.b_end.tolist()
    first = table.bounds[1]
    assert texts[1][table.starts[first + start] : table.ends[first + end - 1]] == BRIDGE[3].rstrip(".")
    assert found.same.tolist() == [len(word_table([BRIDGE[3]]).hashes)]


def test_chrome_is_not_looked_at() -> None:
    texts = [text(BRIDGE[1], *ORCHARD), text(BRIDGE[1], *MUSEUM)]
    chrome = [(0, len(BRIDGE[1]))]
    assert len(shared_passages(texts)) == 1
    assert len(shared_passages(texts, [chrome, chrome])) == 0
    assert len(shared_passages(texts, [chrome, []])) == 0


def test_the_order_of_reports_makes_no_difference() -> None:
    texts = [text(*BRIDGE), text(*BRIDGE[:3]), text(*ORCHARD), text(*ORCHARD[1:], BRIDGE[0]), text(*MUSEUM)]
    order = [3, 0, 4, 2, 1]

    def rows(order: list[int]) -> set[tuple[int, ...]]:
        with Index() as index:
            for number in order:
                index.add(texts[number])
            found = index.passages(np.array(order))
        names = ("a_start", "a_end", "b_start", "b_end", "same")
        return {
            (order[int(found.a[i])], order[int(found.b[i])], *(int(getattr(found, name)[i]) for name in names))
            for i in range(len(found))
        }

    assert rows(order) == rows([0, 1, 2, 3, 4]) != set()


def test_what_does_not_fit_into_memory_gives_the_same() -> None:
    texts = [text(*BRIDGE), text(*BRIDGE[:3]), text(*ORCHARD), text(*ORCHARD[1:], BRIDGE[0]), text(*MUSEUM)] * 3

    def rows(in_memory: int) -> list[list[int]]:
        with Index(in_memory) as index:
            for each in texts:
                index.add(each)
            found = index.passages()
        return [getattr(found, name).tolist() for name in found.__slots__]

    assert rows(10) == rows(10_000_000) != [[]] * 7


def test_a_story_that_everybody_prints_is_found_in_all() -> None:
    """A cap on how many reports may share a fingerprint would lose just this."""
    copies = 6 * EACH_WITH_EACH
    texts = [edited(text(*BRIDGE), 0.1, seed) for seed in range(copies)]
    found = shared_passages(texts)
    joined = {0}
    for a, b in sorted(set(zip(found.a.tolist(), found.b.tolist(), strict=True))):
        if a in joined:
            joined.add(b)
    assert joined == set(range(copies))
    # And the cost stays linear: most are joined to the earliest printings and not each to each.
    assert len(set(zip(found.a.tolist(), found.b.tolist(), strict=True))) < copies * (HUBS + EACH_WITH_EACH)


def test_stock_phrases_are_no_passage_in_a_large_pile() -> None:
    """The same frame of common words around different ones is a turn of phrase."""
    chance = random.Random(4)

    def word() -> str:
        return "".join(chance.choices("bcdfglmnprstv", k=3)) + "".join(chance.choices("aeiou", k=3))

    def sentence() -> str:
        frame = (
            "and the {} of the {} that had been with the {} before the {} was in the {} for the {} as well as the {}"
        )
        return frame.format(*(word() for _ in range(7)))

    texts = [". ".join(sentence() for _ in range(6)) for _ in range(300)]
    assert len(shared_passages(texts)) == 0
