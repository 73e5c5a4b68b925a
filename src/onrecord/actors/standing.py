"""How a name stands in its sentence: as a subject, behind a preposition, inside a quotation. Without any parser."""

from __future__ import annotations

from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.names import Name
from onrecord.actors.phrases import PhraseReader
from onrecord.actors.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, REPORTING


def occurrence_of(reader: PhraseReader, name: Name, entity: Entity) -> Occurrence:
    """The occurrence of ``entity`` where ``name`` names it; a title before the name belongs to it."""
    tokens = reader.tokens
    token = tokens[name.first]
    left = reader.before(name.first)
    first = left.first if left is not None and left.role is not None else name.first
    before = tokens[first - 1] if first else None
    if before is not None and before.fold in ("the", "a", "an") and first > 1:
        before = tokens[first - 2]
    after = tokens[name.last] if name.last < len(tokens) else None
    word = before.fold if before is not None and before.sentence == token.sentence else ""
    owning = after is not None and after.is_possessive
    oblique = word in PREPOSITIONS or word in REPORTING or word in AUXILIARIES or owning
    opening = not word or not before or not before.is_word or word in CONJUNCTIONS
    verbal = (
        after is not None
        and after.is_word
        and not after.is_capitalised
        and after.fold not in PREPOSITIONS | CONJUNCTIONS
    )
    subject = not oblique and (verbal or opening)
    return Occurrence(name.first, name.last, entity, token.sentence, subject, oblique, token.quoted)
