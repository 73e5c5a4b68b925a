import pytest

from onrecord.dating.numbers import number, year_in_words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("1,500", 1500),
        ("2 1/2", 2.5),
        ("twenty - five", 25),
        ("two and a half", 2.5),
        ("half a", 0.5),
        ("a hundred", 100),
        ("two hundred and six", 206),
        ("a dozen", 12),
        ("a couple of", 2),
        ("several", None),
        ("two or three", None),
        ("1/0", None),
        ("", None),
    ],
)
def test_numbers(words: str, value: float | None) -> None:
    assert number(words.split()) == value


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety - one", 1991),
        ("eighteen forty eight", 1848),
        ("two thousand", 2000),
        ("two thousand and ten", 2010),
        ("twenty twelve", 2012),
        ("nineteen hundred", None),
        ("seven", None),
    ],
)
def test_years_in_words(words: str, year: int | None) -> None:
    assert year_in_words(words.split()) == year
