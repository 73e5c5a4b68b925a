"""Genders of people, from nothing but the report's own pronouns and titles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.tokens import Tokens

_GENDERED = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def vote_genders(tokens: Tokens, occurrences: Sequence[Occurrence]) -> None:
    """Let each "he" and "she" outside quotations vote for the only person near that it can mean.

    The second round leaves out those whom the first has shown to be of the other gender.
    """
    ballots = list(_ballots(tokens, occurrences))
    for second in (False, True):
        for gender, near in ballots:
            left = [one for one in near if not second or one.gender in ("", gender)]
            if len(left) == 1 and (len(near) > 1) == second:
                left[0].genders[gender] += 1


def _ballots(tokens: Tokens, occurrences: Sequence[Occurrence]) -> list[tuple[str, list[Entity]]]:
    """The gender of every pronoun, with the persons of its sentence and the one before it."""
    found: list[tuple[str, list[Entity]]] = []
    people = [one for one in occurrences if one.entity.kind in ("person", "unknown")]
    seen = 0
    for index, token in enumerate(tokens):
        while seen < len(people) and people[seen].first <= index:
            seen += 1
        if token.fold in _GENDERED and not token.quoted:
            recent = people[max(0, seen - 6) : seen]
            near = {
                one.entity.number: one.entity for one in recent if token.sentence - one.sentence <= 1 and not one.quoted
            }
            if near:
                found.append((_GENDERED[token.fold], list(near.values())))
    return found
