"""Actors: who is speaking, to whom, and through whom; who they are across reports, and what they were."""

from onrecord.actors.appearances import Appearance, actors_of, appearances
from onrecord.actors.mentions import mentions
from onrecord.actors.merge import merge
from onrecord.actors.pile import Pile
from onrecord.actors.resolve import resolve
from onrecord.actors.rulings import Ruling
from onrecord.actors.tables import NO_ADDITIONS, Additions, using

__all__ = [
    "NO_ADDITIONS",
    "Additions",
    "Appearance",
    "Pile",
    "Ruling",
    "actors_of",
    "appearances",
    "mentions",
    "merge",
    "resolve",
    "using",
]
