"""Entries of invented piles, for tests of what a pile makes of stances."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from onrecord.domain import Actor, DateEstimate, DateReason, Ground, Instrument, Side, Span, Stance, Statement
from onrecord.domain.office import Description
from onrecord.ledger.entries import Entry

PERU, CHILE, BOLIVIA, KENYA = (Actor(name, "state") for name in ("Peru", "Chile", "Bolivia", "Kenya"))
SOMALIA, SOMALILAND, ETHIOPIA = (Actor(name, "state") for name in ("Somalia", "Somaliland", "Ethiopia"))
ENVOY = Actor("Ada Okoro", "person")


def span(text: str, start: int = 0) -> Span:
    return Span(start, start + len(text), text)


def on(day: str) -> DateEstimate:
    return DateEstimate.known(date.fromisoformat(day), DateReason("given", "given"))


def stance(
    actor: Actor, side: Side, matter: str, key: str, *, words: str = "backs", strength: int = 2, at: int = 0
) -> Stance:
    """``key`` with its words and names separated by "; "."""
    return Stance(span(matter, at + 20), span(words, at), tuple(sorted(key.split("; "))), side, strength, actor)


def entry(
    report: str,
    day: str,
    *stances: Stance,
    statements: tuple[Statement, ...] = (),
    descriptions: tuple[Description, ...] = (),
) -> Entry:
    given: dict[str, Any] = {
        "report": report,
        "name": report,
        "published": on(day),
        "outlet": None,
        "agency": None,
        "statements": statements,
        "stances": stances,
        "descriptions": descriptions,
    }
    return Entry(**{field.name: given.get(field.name, ()) for field in fields(Entry)})


def said(speaker: Actor, content: str, *instruments: Instrument, start: int = 0) -> Statement:
    return Statement(
        None,
        None,
        (span(content, start),),
        "indirect",
        "speech",
        0.9,
        speaker=speaker,
        grounds=tuple(Ground(one, span(content, start), relation="invoked") for one in instruments),
    )
