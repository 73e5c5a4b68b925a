from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text

from onrecord.lineage.words import word_table


def words(text: str, *left_out: tuple[int, int]) -> list[str]:
    table = word_table([text], [left_out] if left_out else None)
    return [text[start:end] for start, end in zip(table.starts, table.ends, strict=True)]


def same(one: str, other: str) -> bool:
    table = word_table([one, other])
    return table.hashes[table.words_of(0)].tolist() == table.hashes[table.words_of(1)].tolist()


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words("The U.N.’s 120-day talks—“over”.") == ["The", "U", "N", "s", "120", "day", "talks", "over"]


def test_case_accents_and_invisible_characters_make_no_difference() -> None:
    assert same("Café RÉSUMÉ soft\u00adhyphen", "cafe\u0301 resume softhyphen")
    assert not same("Moscow", "Russia")
    assert not same("ape", "pea")


def test_scripts_without_spaces_have_a_word_a_letter() -> None:
    assert words("在 北京 said") == ["在", "北", "京", "said"]
    assert words("a北b") == ["a", "北", "b"]


def test_what_is_left_out_is_no_word_and_moves_nothing() -> None:
    assert words("Menu One two", (0, 4)) == ["One", "two"]
    assert words("One Menu two", (4, 8)) == ["One", "two"]


@given(st.lists(any_text | st.text(max_size=30), min_size=1, max_size=5))
def test_a_word_is_the_same_whatever_stands_around_it(texts: list[str]) -> None:
    together = word_table(texts)
    for number, text in enumerate(texts):
        alone = word_table([text])
        here = together.words_of(number)
        assert together.hashes[here].tolist() == alone.hashes.tolist()
        assert together.starts[here].tolist() == alone.starts.tolist()
        assert all(0 <= s < e <= len(text) for s, e in zip(alone.starts, alone.ends, strict=True))


def test_numbers_are_the_same_in_every_process() -> None:
    code = "from onrecord.lineage.words import word_table; print(word_table(['Kosovo talks']).hashes.tolist())"
    seen = {
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
                       capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert seen == {f"{word_table(['Kosovo talks']).hashes.tolist()}\n"}
