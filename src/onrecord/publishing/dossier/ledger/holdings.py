"""What the ledger has of one actor: where they stand, what they said they would do, and what they expected."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.publishing.dossier.ledger.entries import CommitmentEntry, ForecastEntry
from onrecord.publishing.dossier.ledger.gathering import Ledger
from onrecord.publishing.dossier.ledger.positions import Cell


@dataclass(slots=True)
class Holding:
    """An actor's part of the ledger, each in the order of the ledger's pages.

    Of a state the positions are those of all who speak for it; of somebody who speaks for a state, their own.
    """

    positions: list[Cell] = field(default_factory=list)
    commitments: list[CommitmentEntry] = field(default_factory=list)
    forecasts: list[ForecastEntry] = field(default_factory=list)


def holdings(ledger: Ledger) -> dict[str, Holding]:
    """The part of every actor who has one, by the actor's id."""
    found: defaultdict[str, Holding] = defaultdict(Holding)
    for page in ledger.positions.pages:
        placed = set()
        for cell in page.ordered():
            found[cell.side.id].positions.append(cell)
            placed.add(cell.side.id)
        for cell in page.ordered():
            for voice in cell.voices:
                if voice.id not in placed:
                    placed.add(voice.id)
                    found[voice.id].positions.append(cell.of(voice))
    for commitment in ledger.commitments:
        for name in {name.id: name for name in (commitment.who, *commitment.also) if name is not None}.values():
            found[name.id].commitments.append(commitment)
    for forecast in ledger.forecasts:
        if forecast.who is not None:
            found[forecast.who.id].forecasts.append(forecast)
    return dict(found)
