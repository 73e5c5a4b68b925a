"""Small piles of appearances for the tests of who is who across reports."""

from __future__ import annotations

from datetime import date
from typing import Literal

from onrecord.actors import Appearance
from onrecord.domain import Actor, Description, Span

Tenure = Literal["held", "acting", "former", "then", "coming"]


def state(name: str) -> Actor:
    return Actor(name, "state")


def saying(
    who: Actor, title: str, of: Actor | None = None, *, office: bool = True, tenure: Tenure = "held", gender: str = ""
) -> Description:
    """A report's words on somebody."""
    assert gender in ("", "m", "f")
    words = f"{title} {who.name}"
    return Description(who, title, Span(0, len(words), words), of, office, tenure, gender)  # type: ignore[arg-type]


def appearance(report: str, who: Actor | str, *described: Description, day: date | None = None) -> Appearance:
    """Somebody in a report of that name."""
    actor = Actor(who, "person") if isinstance(who, str) else who
    return Appearance(f"r_{report}", report, actor, day, tuple(enumerate(described)))


def office(report: str, name: str, title: str, of: str = "", day: date | None = None, **more: str) -> Appearance:
    """Somebody of whom a report states an office."""
    actor = Actor(name, "person")
    held = state(of) if of else None
    return appearance(report, actor, saying(actor, title, held, **more), day=day)  # type: ignore[arg-type]
