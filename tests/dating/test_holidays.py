from datetime import date

import pytest

from onrecord.dating.holidays import day_of, holiday


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", date(1998, 4, 12)),
        ("easter", date(2011, 4, 24)),
        ("good friday", date(2008, 3, 21)),
        ("thanksgiving", date(1999, 11, 25)),
        ("labor day", date(2007, 9, 3)),
        ("memorial day", date(2010, 5, 31)),
        ("election day", date(2016, 11, 8)),
        ("election day", date(2011, 11, 8)),
    ],
)
def test_moving_feasts(name: str, day: date) -> None:
    assert holiday(name) == {"feast": name}
    assert day_of(name, day.year) == day


def test_fixed_feasts() -> None:
    assert holiday("new year 's eve") == holiday("new year’s eve") == {"month": 12, "day": 31}
    assert holiday("a working day") is None
