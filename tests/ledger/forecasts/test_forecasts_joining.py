"""Which expectations of a pile are one forecast."""

from __future__ import annotations

from datetime import date

import onrecord
from onrecord.domain import Forecast
from onrecord.ledger.entries import entry_of
from onrecord.ledger.forecasts import joined

MAY, JUNE = date(2019, 5, 8), date(2019, 5, 9)


def _joined(*told: tuple[str, date]) -> tuple[Forecast, ...]:
    return joined([entry_of(onrecord.read(text, published=day)) for text, day in told])


def test_reports_in_their_own_voice() -> None:
    (forecast,) = _joined(
        ("Norway is expected to sign the fishing accord on Sunday.", MAY),
        ("Norway is widely expected to sign the fishing accord this weekend.", JUNE),
    )
    assert len(forecast.sightings) == 2
    assert forecast.status == "open"


def test_what_stays_apart() -> None:
    one = "Norway is expected to sign the fishing accord on Sunday."
    for other in (
        "Analysts say Norway will sign the fishing accord on Sunday.",
        "Denmark is expected to sign the fishing accord on Sunday.",
        "Norway is not expected to sign the fishing accord on Sunday.",
        "Norway is expected to sign the fishing accord in August.",
    ):
        assert len(_joined((one, MAY), (other, JUNE))) == 2, other
