"""Genders of people, from nothing but the report's own pronouns and titles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.tokens import Tokens

_GENDERED = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_RECENT = 6  # persons looked back over


def vote_genders(tokens: Tokens, occurrences: Sequence[Occurrence]) -> None:
    """Let each "he" and "she" outside quotations vote for the only person near that it can mean.

    Pronouns that have their sentence's persons before them vote first, then those that follow a sentence with persons;
    each in two rounds, of which the second leaves out those who were shown to be of the other gender.
    """
    same, previous = _ballots(tokens, occurrences)
    for ballots, weight in ((same, 2), (previous, 1)):
        for second in (False, True):
            for gender, near in ballots:
                left = [one for one in near if not (second or weight == 1) or one.gender in ("", gender)]
                if len(left) == 1 and (len(near) > 1) == second:
                    left[0].genders[gender] += weight


_Ballot = tuple[str, list[Entity]]


def _ballots(tokens: Tokens, occurrences: Sequence[Occurrence]) -> tuple[list[_Ballot], list[_Ballot]]:
    """The gender of every pronoun with the persons before it in its sentence; else with those of the last sentence."""
    same: list[_Ballot] = []
    previous: list[_Ballot] = []
    people = [one for one in occurrences if one.entity.kind in ("person", "unknown")]
    seen = 0
    for index, token in enumerate(tokens):
        while seen < len(people) and people[seen].first <= index:
            seen += 1
        if token.fold not in _GENDERED or token.quoted:
            continue
        recent = [one for one in people[max(0, seen - _RECENT) : seen] if not one.quoted]
        here = {one.entity.number: one.entity for one in recent if one.sentence == token.sentence}
        before = {one.entity.number: one.entity for one in recent if one.sentence == token.sentence - 1}
        if here:
            same.append((_GENDERED[token.fold], list(here.values())))
        elif before:
            previous.append((_GENDERED[token.fold], list(before.values())))
    return same, previous
