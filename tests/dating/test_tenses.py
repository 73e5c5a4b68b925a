"""Which way a bare name points, by preposition, verb and tense. The reports are of Wednesday, December 12, 2007."""

from datetime import date

import pytest

from onrecord.dating import find, resolve

WEDNESDAY = date(2007, 12, 12)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy said Friday that talks had failed.", "2007-12-07"),
        ("The vote is set for Friday.", "2007-12-14"),
        ("The council will meet on Thursday to vote.", "2007-12-13"),
        ("They have until Saturday to sign.", "2007-12-15"),
        ("On Monday the army withdrew.", "2007-12-10"),
        ("He was arrested Thursday.", "2007-12-06"),
        ("The council is scheduled to vote on Sunday.", "2007-12-16"),
        ("Wednesday was quiet.", "2007-12-12"),
        ("The two sides met in October.", "2007-10"),
        ("Elections will be held in February.", "2008-02"),
        ("The treaty was signed in March.", "2007-03"),
        ("He was elected last May.", "2007-05"),
        ("The ceasefire holds through January.", "2008-01"),
        ("The new law takes effect Jan. 1.", "2008-01-01"),
        ("The accord was reached on Nov. 21.", "2007-11-21"),
        ("The bonds were sold on March 5.", "2007-03-05"),
        ("Talks resume next Monday.", "2007-12-17"),
        ("He died last Wednesday.", "2007-12-05"),
        ("The bill, which will be debated Friday, bans the trade.", "2007-12-14"),
        ("She is to be sworn in on Monday.", "2007-12-17"),
        ("Ahead of Sunday's vote, both camps held rallies.", "2007-12-16"),
        ("The exhibition opens Friday.", "2007-12-14"),
        ("The exhibition opened Friday.", "2007-12-07"),
        ("The truce is to take effect on Sunday.", "2007-12-16"),
        ("The truce took effect on Sunday.", "2007-12-09"),
        ("The talks could resume as early as Monday.", "2007-12-17"),
        ("The talks had resumed on Monday.", "2007-12-10"),
        ("Lawmakers have until Friday to reach a deal.", "2007-12-14"),
        ("The satellite, to be launched Saturday, weighs a ton.", "2007-12-15"),
        ("The satellite, launched Saturday, weighs a ton.", "2007-12-08"),
        ("He declined to comment on Friday.", "2007-12-07"),
        ("The army will investigate Friday's shooting.", "2007-12-07"),
        ("Dozens are still missing after Friday's quake.", "2007-12-07"),
        ("Elections are scheduled for October.", "2008-10"),
        ("He was elected in October.", "2007-10"),
        ("The summit, planned for Jan. 15, was moved.", "2008-01-15"),
    ],
)
def test_a_name_points_where_the_tense_does(text: str, value: str) -> None:
    (time,) = resolve(find(text), WEDNESDAY)
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The envoy said on Friday that talks had failed.", "past"),
        ("The parties will meet on Friday.", "future"),
        ("The offer stands until Dec. 20.", "future"),
        ("Last Friday it snowed.", "past"),
        ("Friday.", None),
    ],
)
def test_what_the_words_alone_say(text: str, direction: str | None) -> None:
    (timex,) = find(text)
    assert timex.direction == direction


def test_the_tense_inside_a_quotation_does_not_date_the_saying() -> None:
    times = resolve(find('"We will sign it, and it will hold," he said Friday.'), WEDNESDAY)
    assert [time.value for time in times] == ["2007-12-07"]
