"""Expressions and their values, as tables: ``[words=value]`` stands where an expression is to be found.

The reports of these tables are of Wednesday, December 12, 2007. The sentences are made up.
"""

import re
from datetime import date

import pytest

from onrecord.dating import find, resolve

WEDNESDAY = date(2007, 12, 12)
_MARKED = re.compile(r"\[([^\]=]+)=([^\]]*)\]")


def read(text: str, reference: date | None) -> list[tuple[str, str]]:
    return [(time.span.text, time.value) for time in resolve(find(text), reference)]


def check(marked: str, reference: date | None = WEDNESDAY) -> None:
    text = _MARKED.sub(r"\1", marked)
    assert read(text, reference) == _MARKED.findall(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The pact was signed on [Dec. 10, 2007=2007-12-10].",
        "It was agreed on [10 December 2007=2007-12-10] at the lake.",
        "They met on [the 7th of June 2004=2004-06-07].",
        "The truce began on [Friday, Oct. 13, 2006=2006-10-13], in the valley.",
        "A vote in [October 1984=1984-10] ended it.",
        "The minister spoke in [early March 2003=2003-03].",
        "By [the end of 1994=1994] the camps were empty.",
        "Since [late 2007=2007] the border has been shut.",
        "The levy of [fiscal 2008=2008] is higher.",
        "It was the custom in [the 1990s=199] and in [the early '80s=198].",
        "A law of [the 19th century=18] still stands.",
        "In [the third quarter of 1990=1990-Q3] exports fell.",
        "[The first half of 2009=2009-H1] was dry.",
        "They left in [the summer of 2005=2005-SU].",
        "Filed [2007-12-10=2007-12-10], revised [1998/08/07=1998-08-07].",
        "Stamped [12-08-97=1997-12-08] and [13.12.2007=2007-12-13].",
        "Slug [19980807=1998-08-07] on the wire.",
        "On [Christmas Eve 2005=2005-12-24] and [Easter 2008=2008-03-23] they rested.",
        "After [9/11=2001-09-11] the rules changed.",
    ],
)
def test_what_the_calendar_names(marked: str) -> None:
    check(marked)
    check(marked, None)


@pytest.mark.parametrize(
    "marked",
    [
        "The envoy left [yesterday=2007-12-11] and returns [tomorrow night=2007-12-13TNI].",
        "[Last week=2007-W49] the talks failed; [this week=2007-W50] they resume.",
        "Prices rose [last month=2007-11] and [last year=2006].",
        "It will open [next year=2008].",
        "[Earlier this year=2007] he resigned.",
        "The mandate lapses at [the end of the month=2007-12].",
        "He came [two days ago=2007-12-10], she [three years ago=2004].",
        "They signed [a month ago=2007-11].",
        "The books close at [year-end=2007].",
        "He spoke on [Friday evening=2007-12-07TEV] and again [this morning=2007-12-12TMO].",
        "The curfew starts at [8 p.m.=2007-12-12T20:00].",
        "The train left at [10:35 a.m. EST Monday=2007-12-10T10:35].",
        "It expired at [midnight Tuesday=2007-12-11T24:00].",
        "They will gather at [noon=2007-12-14T12:00] on [Friday=2007-12-14].",
        "He called [the day before yesterday=2007-12-10].",
        "[The next day=2007-12-13] the bridge was shut.",
        "[This Saturday=2007-12-15] they play, [next Tuesday=2007-12-18] they rest.",
        "[The current fiscal year=2007] is lean, as [the 2006 fiscal year=2006] was.",
        "It is [the second day=2007-12-12] of the strike.",
        "For [the year=2007], exports fell.",
        "The siren went off at [9 a.m.=2007-12-11T09:00] ([0800 GMT=2007-12-11T08:00]) on [Tuesday=2007-12-11].",
        "By [mid-afternoon=2007-12-12TAF] it was calm.",
        "Turnout on [Election Day=2007-11-06] was low.",
        "In [January nineteen ninety-seven=1997-01] the mine was shut.",
        "He fled [long ago=PAST_REF], or [a long time ago=PAST_REF].",
    ],
)
def test_what_is_counted_from_the_report(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The talks took [120 days=P120D], not [two weeks=P2W].",
        "For [the past three months=P3M] nobody came.",
        "She served [2 1/2 years=P2Y6M] and waited [half an hour=PT30M].",
        "He asked for a [two-year=P2Y] term.",
        "They waited for [years=PXY] and [several hours=PTXH].",
        "It will be done in [the next few days=PXD].",
        "The post stood empty for [two decades=P20Y].",
        "It met [every Friday=XXXX-WXX-5] and reported [each month=P1M].",
        "It costs $2 million [a year=P1Y].",
        "The court sits on [Mondays=XXXX-WXX-1].",
        "[Now=PRESENT_REF] the city is [currently=PRESENT_REF] quiet.",
        "They [recently=PAST_REF] moved; in [the past=PAST_REF], they did not.",
        "Nobody knows [the future=FUTURE_REF].",
        "It may be prolonged by [another year=P1Y] or [an additional month=P1M].",
        "They march [each July=XXXX-07], [every summer=XXXX-SU] and [every other week=P2W].",
        "It could take [a week or two=P1W], or [the next year or so=P1Y].",
        "[Months=PXM] of talks failed; [hours=PTXH] after the vote, shots rang out.",
        "Prices will fall in [the weeks ahead=PXW], as they did over [the years=PXY].",
        "The ring road will [one day=FUTURE_REF] be finished.",
        "[A few weeks later=PXW] the strike was over, and [two days later=P2D] forgotten.",
    ],
)
def test_lengths_habits_and_vague_times_need_no_date(marked: str) -> None:
    check(marked)
    check(marked, None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the second man in the sun.",
        "A 20-year-old man and a woman, 52 years old.",
        "Some 2000 people paid $1999 for 1,999 seats.",
        "Three quarters of the members voted 10-3.",
        "Version 1.2.3 of Resolution 1244 weighs 1500 tons.",
        "We met in Room 12 of the May family's house.",
        "The fall of the capital surprised nobody.",
        "The annual March for Bread met a march of bakers.",
        "Super Tuesday, said USA Today, is no holiday on Easter Island.",
        "She was on “Saturday Night Live” and on NBC's Today.",
        "Three-quarters of the 12-YEAR-OLDS read the Daily Herald.",
        "",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text, WEDNESDAY) == [] or "1244" in text


@pytest.mark.parametrize(
    ("marked", "reference"),
    [
        ("He said so on [Friday=XXXX-WXX-5].", None),
        ("The deadline is [Dec 10=XXXX-12-10].", None),
        ("It was [yesterday=XXXX-XX-XX].", None),
        ("It was [last week=XXXX-WXX], or [last month=XXXX-XX], or [last year=XXXX].", None),
        ("Due in [December=XXXX-12] or in [the third quarter=XXXX-Q3].", None),
        ("At [8 p.m. Friday=XXXX-WXX-5T20:00] it rained.", None),
        ("By [the weekend=XXXX-WXX-WE] it was over.", None),
        ("It was built in [1871=1871].", None),
    ],
)
def test_without_a_day_of_the_report_the_open_stays_open(marked: str, reference: None) -> None:
    check(marked, reference)


@pytest.mark.parametrize(
    "marked",
    [
        "He fled in [June 1998=1998-06] and came back [later that year=1998].",
        "The war began on [March 24, 1999=1999-03-24]. [Two days later=1999-03-26] a bridge fell.",
        "In [1988=1988] he won; [a year later=1989] he lost.",
        "A declaration is due on [Sunday=2007-12-16] or [Monday=2007-12-17], he will say.",
        "The summit of [April 24=2007-04-24] and [25=2007-04-25], as planned, was held.",
        "Profit rose in [the third quarter=2007-Q3] from [a year ago=2006-Q3].",
        "In [March 2005=2005-03] rain was scarce; in [the same month a year earlier=2004-03] it was not.",
        "Net for [the quarter=2007-Q2] ended [July 31=2007-07-31] rose from [the 2006 quarter=2006-Q2].",
        "In [the third quarter=2007-Q3] it beat [last year's quarter=2006-Q3].",
        "The camp closed in [1988=1988], not in [the year before=1987].",
        "[The third quarter=2007-Q3] beat [the same quarter of 2005=2005-Q3] and [the last quarter of 2006=2006-Q4].",
    ],
)
def test_what_is_counted_from_the_text(marked: str) -> None:
    check(marked)


def test_words_in_a_quotation_are_counted_from_when_it_was_made() -> None:
    check("“We met [yesterday=2007-12-06] and sign [tomorrow=2007-12-08],” she said on [Friday=2007-12-07].")
    check("“We met [yesterday=2007-12-11],” she said. It was raining on [Friday=2007-12-07].")


def test_a_time_of_the_clock_is_of_a_day_named_near_by() -> None:
    near = "They met on [May 3=2007-05-03] at [8 p.m.=2007-05-03T20:00]."
    check(near)
    check(f"{near} {'Much was said of wool and of sheep. ' * 9}[9:15 p.m.=2007-12-12T21:15]: the doors are shut.")


def test_a_weekday_settles_the_year() -> None:
    check("The debate is set for [Wednesday, February 13=2008-02-13].")


def test_what_is_skipped_is_not_found() -> None:
    text = "Home 10 May 2019\nThey met on Friday."
    found = find(text, [(0, 16)])
    assert [timex.span.text for timex in found] == ["Friday"]


def test_types_are_those_of_timeml() -> None:
    text = "He left Friday at 8 p.m. for two weeks, as he does every year."
    assert [time.type for time in resolve(find(text), WEDNESDAY)] == ["DATE", "TIME", "DURATION", "SET"]
