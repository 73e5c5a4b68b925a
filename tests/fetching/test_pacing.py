"""When a host may be asked again, and what servers say of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fetching_fakes import FakeClock

from onrecord.fetching.pacing import Pacing, in_words, retry_after

NOW = datetime(2012, 5, 8, 6, 30, tzinfo=UTC)


def test_each_host_has_its_own_turn() -> None:
    clock = FakeClock()
    pacing = Pacing(clock)
    for host in ("a", "b", "a", "b"):
        pacing.wait(host, 3.0)
    assert clock.slept == [3.0]
    pacing.hold("a", 60.0)
    assert (pacing.ready("a"), pacing.ready("c")) == (60.0, 0.0)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Tue, 08 May 2012 06:32:00 GMT", 120.0),
        ("Tue, 08 May 2012 06:00:00 GMT", 0.0),
        ("9" * 50, 999_999_999.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("seconds", "words"), [(45, "45 seconds"), (600, "10 minutes"), (7200, "2 hours"), (999_999_999, "11574 days")]
)
def test_times_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
