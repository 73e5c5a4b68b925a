from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lineage.fingerprints import GRAM, PLACE_BITS, WINDOW, fingerprints
from onrecord.lineage.joining import SQL, joined
from onrecord.lineage.words import Ints, word_table

texts = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=40).map(" ".join), min_size=1, max_size=8)


def of(several: list[str], first: int = 0) -> tuple[Ints, Ints]:
    table = word_table(several)
    return fingerprints(table.hashes, table.bounds, first)


@given(texts)
def test_a_report_has_its_fingerprints_whatever_stands_beside_it(several: list[str]) -> None:
    hashes, places = of(several)
    together = list(zip(hashes.tolist(), places.tolist(), strict=True))
    alone = []
    for number, text in enumerate(several):
        found = of([text], number)
        alone += zip(found[0].tolist(), found[1].tolist(), strict=True)
    assert together == alone


@given(texts, st.integers(0, 30))
def test_what_is_shared_for_long_enough_is_noticed(several: list[str], at: int) -> None:
    shared = several[0].split()[at : at + GRAM + WINDOW - 1]
    if len(shared) == GRAM + WINDOW - 1:
        one, _ = of([several[0]])
        other, _ = of([" ".join(["before", *shared, "behind"])])
        assert set(one.tolist()) & set(other.tolist())


@pytest.mark.parametrize("count", range(10))
def test_short_texts(count: int) -> None:
    hashes, _ = of([" ".join("abcdefghij"[:count])])
    assert (len(hashes) > 0) == (count >= GRAM)


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 40), st.integers(0, 3)), max_size=120))
def test_the_join_and_its_sql_give_the_same(rows: list[tuple[int, int, int]]) -> None:
    """Also where more reports share a fingerprint than are compared each with each."""
    hashes = np.array([hash for hash, _, _ in rows], np.int64)
    places = np.array([report << PLACE_BITS | word for _, report, word in rows], np.int64)
    mask = (1 << PLACE_BITS) - 1
    found = sorted(
        (int(a) >> PLACE_BITS, int(b) >> PLACE_BITS, int(a) & mask, int(b) & mask)
        for low, high in joined(hashes, places)
        for a, b in zip(low, high, strict=True)
    )
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE postings (hash INTEGER, report INTEGER, word INTEGER)")
    connection.executemany("INSERT INTO postings VALUES (?, ?, ?)", rows)
    assert found == sorted(connection.execute(SQL).fetchall())
    connection.close()
