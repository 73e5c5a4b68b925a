"""How a name stands in its sentence: as a subject, behind a preposition, inside a quotation. Without any parser."""

from __future__ import annotations

from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.names import Name
from onrecord.actors.phrases import PhraseReader
from onrecord.actors.words import AUXILIARIES, CONJUNCTIONS, IRREGULAR_PAST, PREPOSITIONS, REPORTING


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
    fronted = after is not None and after.text == "," and not _is_verb(word) and _is_first_name(reader, name)
    subject = not oblique and (verbal or opening or fronted)
    return Occurrence(name.first, name.last, entity, token.sentence, subject, oblique, token.quoted)


def _is_verb(word: str) -> bool:
    return word in IRREGULAR_PAST or word.endswith(("ed", "ing"))


def _is_first_name(reader: PhraseReader, name: Name) -> bool:
    """Whether no other name stands before it in its sentence: "And last night builder Ana Quist, …"."""
    opening, _ = reader.tokens.sentence_range(reader.tokens[name.first].sentence)
    return name.first - opening < 12 and all(reader.name_at(at) is None for at in range(opening, name.first))
