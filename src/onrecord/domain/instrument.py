"""Instruments: resolutions, charters, treaties, agreements, rulings and norms; and statements that cite them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.ids import content_id
from onrecord.domain.span import Span

InstrumentKind = Literal[
    "resolution", "charter", "treaty", "agreement", "declaration", "constitution", "law", "ruling", "norm"
]
Relation = Literal["invoked", "breach alleged", "breach denied", "mentioned"]
"""How a statement cites an instrument: as what supports it or must be kept (``invoked``), as what somebody acts against
(``breach alleged``) or does not act against (``breach denied``), or in no way that its words show (``mentioned``)."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """What a statement may rest on, under one name whatever the wording.

    ``body`` is who adopted or issued it ("UN Security Council") and ``number`` its number there, "" where they are not
    known or there is none. ``date`` is the year that it is of (``1999``), as its name, a report or the shipped table
    tells it. ``identified`` is False when a report speaks of one without saying which ("a Security Council resolution
    on the river"); it is then known from one report only, whose id is ``within``, and ``topic`` is what it is said to
    be about. Equal ids mean the same instrument.
    """

    name: str
    kind: InstrumentKind
    body: str = ""
    number: str = ""
    date: str = ""
    topic: str = ""
    identified: bool = True
    within: str = ""

    @property
    def id(self) -> str:
        confined = (self.within,) if self.within else ()
        return content_id("i", self.kind, " ".join(self.name.casefold().split()), *confined)


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a report that name an instrument, or mean one ("the treaty").

    ``part`` is the article, chapter or paragraph that they name ("Article 51"), else "". ``because`` says how it is
    known which instrument they mean, as half a sentence without a full stop.
    """

    span: Span
    instrument: Instrument
    part: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """An instrument that a statement cites. It belongs to a statement, and rests on the words ``span`` of its content.

    ``words`` are those that show the ``relation`` ("in line with", "violates"); None when it is ``mentioned``.
    """

    instrument: Instrument
    span: Span
    part: str = ""
    relation: Relation = "mentioned"
    words: Span | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that name the instrument and those that show the relation, in text order."""
        return tuple(sorted((self.span,) if self.words is None else (self.span, self.words)))
