from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import pytest
from building_fakes import raw
from hypothesis import given
from hypothesis import strategies as st

from onrecord.building.keys import result_key
from onrecord.building.stock import take_stock, unique_names


@dataclass(frozen=True)
class Item:
    location: str
    name: str
    sha256: str = "0123456789abcdef"


def names(*locations: str) -> list[str]:
    return unique_names([Item(location, location.rsplit("/", 1)[-1]) for location in locations])


def test_names_stay_as_they_are_when_they_differ() -> None:
    assert names("/a/one.txt", "/b/two.txt") == ["one.txt", "two.txt"]


def test_namesakes_are_told_apart_by_as_little_of_the_path_as_does_it() -> None:
    assert names("/x/a/day.txt", "/x/b/day.txt", "/x/b/other.txt") == ["a/day.txt", "b/day.txt", "other.txt"]
    assert names("/x/a/n/day.txt", "/x/b/n/day.txt") == ["a/n/day.txt", "b/n/day.txt"]


def test_a_namesake_nearer_to_the_root_keeps_what_it_has() -> None:
    assert names("/day.txt", "/a/day.txt") == ["day.txt", "a/day.txt"]


def test_names_with_members_and_lines() -> None:
    items = [Item("/x/w.zip/a/day.txt", "w.zip/a/day.txt"), Item("/y/w.zip/a/day.txt", "w.zip/a/day.txt")]
    assert unique_names(items) == ["x/w.zip/a/day.txt", "y/w.zip/a/day.txt"]
    items = [Item("/x/feed.jsonl#2", "feed.jsonl#2"), Item("/y/feed.jsonl#2", "feed.jsonl#2")]
    assert unique_names(items) == ["x/feed.jsonl#2", "y/feed.jsonl#2"]


def test_when_nothing_else_helps_the_hash_does() -> None:
    items = [Item("/x/a.txt", "a.txt", "1" * 64), Item("/x/a.txt", "a.txt", "2" * 64)]
    assert unique_names(items) == [f"x/a.txt [{'1' * 12}]", f"x/a.txt [{'2' * 12}]"]


@given(st.sets(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(lambda parts: "/" + "/".join(parts))))
def test_no_two_names_are_the_same(locations: set[str]) -> None:
    items = [
        Item(location, location.rsplit("/", 1)[-1], f"{number:064x}"[::-1])
        for number, location in enumerate(sorted(locations))
    ]
    told_apart = unique_names(items)
    assert len(set(told_apart)) == len(items)
    assert all(name.split(" [")[0].endswith(item.name) for name, item in zip(told_apart, items, strict=True))


def test_the_stock_does_not_depend_on_the_order() -> None:
    one, copy, two = raw("one", "b.txt"), raw("one", "a.txt"), raw("two", "c.txt")
    forth, back = take_stock([one, copy, two], "e"), take_stock([two, one, copy], "e")  # type: ignore[list-item]
    assert forth == back
    assert [report.name for report in forth.reports] == ["a.txt", "c.txt"]
    assert [(found.name, same.name) for found, same in forth.duplicates] == [("b.txt", "a.txt")]


@pytest.mark.parametrize(
    ("locations", "kept"),
    [
        (["/p/x-copy.txt", "/p/x.txt"], "/p/x.txt"),
        (["/p/Copy of x.txt", "/p/x.txt"], "/p/x.txt"),
        (["/p/b.txt", "/p/a.txt", "/p/c.txt"], "/p/a.txt"),
        (["/p/zoo/x.txt", "/p/x.txt", "/p/a/b/x.txt"], "/p/x.txt"),
        (["/p/f.jsonl#10", "/p/f.jsonl#9"], "/p/f.jsonl#9"),
    ],
)
def test_of_copies_the_one_with_the_plainest_name_is_kept(locations: list[str], kept: str) -> None:
    copies = [raw("one", location.rsplit("/", 1)[1], location) for location in locations]
    for order in permutations(copies):
        stock = take_stock(order, "e")  # type: ignore[arg-type]
        assert [report.location for report in stock.reports] == [kept]
        assert {same.location for _, same in stock.duplicates} == {kept}
        assert sorted(found.location for found, _ in stock.duplicates) == sorted({*locations} - {kept})
        assert list(stock.duplicates) == sorted(stock.duplicates)


def test_what_was_found_twice_is_no_duplicate() -> None:
    stock = take_stock([raw("one"), raw("one")], "e")  # type: ignore[list-item]
    assert len(stock.reports) == 1
    assert stock.duplicates == ()


def test_the_key_is_of_all_that_a_result_depends_on_and_of_nothing_else() -> None:
    usual = result_key(raw("x"), "e")  # type: ignore[arg-type]
    same = [raw("x", location="/elsewhere/a.txt")]
    other = [raw("y"), raw("x", media_type="text/html"), raw("x", metadata={"outlet": "Daily"})]
    assert {result_key(item, "e") for item in same} == {usual}  # type: ignore[arg-type]
    assert usual not in {result_key(item, "e") for item in other}  # type: ignore[arg-type]
    assert result_key(raw("x"), "f") != usual  # type: ignore[arg-type]
