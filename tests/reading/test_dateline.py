from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import report_from_text
from onrecord.reading.dateline import stated_by_text

BODY = "\n\nThe envoys met on May 3, 2011, and left. On June 1, 1999 the bridge fell.\n"


@pytest.mark.parametrize(
    ("head", "want"),
    [
        ("Talks fail\n\nVALLETTA, November 22, 2022 – Malta on Tuesday", date(2022, 11, 22)),
        ("Talks fail\n\nVALLETTA, Nov. 22, 2022 (Veldwire) - Malta", date(2022, 11, 22)),
        ("Talks fail\nBy Ana Cruz\nPublished: 9 June 2022", date(2022, 6, 9)),
        ("Talks fail\n12 March 2010\n", date(2010, 3, 12)),
        ("Kyklos Daily – 12 March 2010\n\nTalks fail", date(2010, 3, 12)),
        ("14 July 2021 | 09:32 GMT\nTalks fail", date(2021, 7, 14)),
        ("Talks fail\n\nMorning Courier, 2024-07-22", date(2024, 7, 22)),
        ("Talks fail\n\n2024-07-22", date(2024, 7, 22)),
        ("Talks fail\n\nValletta (Veldwire) 4 May 2011", date(2011, 5, 4)),
        ("# Talks fail\n\n*VALLETTA, Malta, Nov. 22, 2022*", date(2022, 11, 22)),
        ("**Talks fail**\n\n**VALLETTA, Nov. 22, 2022** – Malta", date(2022, 11, 22)),
        ("> Talks fail\n> _9 June 2022_", date(2022, 6, 9)),
        ("VALLETTA, November 22 – Malta", None),
        ("Talks fail\n\nMorning Courier, 2024-13-22", None),
        ("Talks fail\n\nOn November 22, 2022 the envoys met", None),
        ("VALLETTA, May 1, 2020 – Malta\n\n2 June 2021", None),
        ("VALLETTA, February 31, 2020 – Malta", None),
    ],
)
def test_the_head_of_a_report_dates_it(head: str, want: date | None) -> None:
    report = report_from_text(head + BODY)
    assert report.published.best == want
    if want:
        (reason,) = report.published.reasons
        assert reason.origin == "text" and reason.span and reason.span.text in head


def test_a_given_date_outweighs_the_head() -> None:
    report = report_from_text("VALLETTA, May 1, 2020 – Malta" + BODY, published=date(2020, 5, 2))
    assert report.published.best == date(2020, 5, 2)


@given(st.text(alphabet="AMay 12,–0\n./:", max_size=120))
def test_any_head_is_read(text: str) -> None:
    stated_by_text(text, ())
