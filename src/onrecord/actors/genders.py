"""Genders of people, from nothing but the report's own pronouns and titles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.roles import role_at
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import CONJUNCTIONS, PREPOSITIONS, PRONOUNS

_GENDERED = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_ARTICLES = frozenset({"the", "a", "an"})
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
        if recent and _is_object(tokens, index) and _is_its_subject(tokens, recent[-1], index):
            recent = [one for one in recent if one.entity is not recent[-1].entity]
        here = {one.entity.number: one.entity for one in recent if one.sentence == token.sentence}
        if here and _has_rival(tokens, recent[-1].last, index):
            continue
        before = {one.entity.number: one.entity for one in recent if one.sentence == token.sentence - 1}
        if here:
            same.append((_GENDERED[token.fold], list(here.values())))
        elif before and not _has_other(tokens, recent[-1].last):
            previous.append((_GENDERED[token.fold], list(before.values())))
    return same, previous


def _has_other(tokens: Tokens, after: int) -> bool:
    """Whether somebody else without a name is told of in the sentence after a name, if only as a relation: "Ana Quist,
    a cousin of the minister, said …". The pronoun of the next sentence may be theirs."""
    _, end = tokens.sentence_range(tokens[after - 1].sentence)
    return any(
        tokens[index].fold == "the"
        and tokens[index - 1].fold in ("of", "to")
        and (role := role_at(tokens, index + 1)) is not None
        and not role.plural
        for index in range(after + 1, end - 1)
        if not tokens[index].quoted
    )


def _is_object(tokens: Tokens, at: int) -> bool:
    """Whether a pronoun is what a verb is done to: "him", and "her" that no noun follows."""
    if tokens[at].fold == "him":
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].fold == "her" and (
        after is None or not after.is_word or after.fold in PREPOSITIONS | CONJUNCTIONS
    )


def _is_its_subject(tokens: Tokens, occurrence: Occurrence, at: int) -> bool:
    """Whether the pronoun's clause has that subject, who can't be meant by it: "Ana ordered her"."""
    if occurrence.last > at or occurrence.sentence != tokens[at].sentence:
        return False
    between = [tokens[index] for index in range(occurrence.last, at)]
    if [token.fold for token in between[:2]] == [",", "who"]:
        between = between[2:]
    return all(token.is_word and token.fold not in CONJUNCTIONS | PRONOUNS for token in between)


def _has_rival(tokens: Tokens, after: int, at: int) -> bool:
    """Whether somebody without a name stands between a name and a pronoun: "Quist reminded the lawyer that he …"."""
    start = after
    if after < at and tokens[after].text == ",":  # what stands in apposition is the one named
        start = next((index for index in range(after + 1, at) if tokens[index].text == ","), at)
    return any(
        (role := role_at(tokens, index)) is not None
        and not role.plural
        and any(tokens[back].fold in _ARTICLES for back in range(max(start, index - 3), index))
        for index in range(start, at)
        if not tokens[index].quoted
    )
