"""Past forms that are participles: "a report [published] on Monday said …"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.actors.tokens import Token, Tokens
from onrecord.actors.words import PREPOSITIONS, PRONOUNS
from onrecord.ledger.verb_group import Group, is_adverb
from onrecord.ledger.verb_words import CLAUSE_OPENERS, THAT_LESS
from onrecord.ledger.verbs import verb_form


def with_participles(tokens: Tokens, groups: list[Group], low: int, high: int) -> list[Group]:
    """Past forms that are reduced relatives made participles: "a report [published] on Monday said …"."""
    found = list(groups)
    for index, group in enumerate(groups):
        if group.form != "finite" or group.tense != "past" or group.first != group.main:
            continue
        known = verb_form(tokens[group.main].fold)
        if known is not None and "VBN" not in known.forms:
            continue
        if _describes_object(tokens, groups, index):
            found[index] = _as_participle(group)
            continue
        by = group.last < high and tokens[group.last].fold == "by"
        later = _finite_behind(tokens, groups, index)
        if by or later:
            found[index] = _as_participle(group)
    return found


def _as_participle(group: Group) -> Group:
    return replace(group, form="participle", tense="", passive=True)


def _describes_object(tokens: Tokens, groups: list[Group], index: int) -> bool:
    """ "called a session [set] for noon": the noun before it is the object of the verb before that."""
    group, before = groups[index], groups[index - 1] if index else None
    if before is None:
        return False
    between = tokens[before.last : group.first]
    if not between or any(
        token.fold in CLAUSE_OPENERS
        or token.fold in ("and", "or", "but")
        or token.fold in PRONOUNS
        or not token.is_word
        for token in between
    ):
        return False
    if before.lemma in THAT_LESS:
        return between[0].fold in PREPOSITIONS
    return before.form != "participle" or not before.passive


def _finite_behind(tokens: Tokens, groups: list[Group], index: int) -> bool:
    """Whether the next finite verb has no other subject than what stands before this one."""
    group = groups[index]
    before = tokens[group.first - 1] if group.first else None
    if before is None or before.fold in PRONOUNS or before.fold in ("and", "but", "or"):
        return False
    for other in groups[index + 1 :]:
        if other.form != "finite":
            continue
        between = tokens[group.last : other.first]
        if any(token.fold in CLAUSE_OPENERS or token.fold in PRONOUNS or token.text in '"“”;:—–' for token in between):
            return False
        commas = [token.text for token in between if token.text == ","]
        closes = bool(between) and between[-1].text == ","
        if before.text == ",":
            return closes
        if (
            any(token.fold in ("and", "but", "or") for token in between)
            and between
            and between[-1].fold in ("and", "but", "or")
        ):
            return False
        if any(
            group.last <= between_group.first < other.first and between_group.form != "infinitive"
            for between_group in groups
        ):
            return False
        saying = tokens[group.main].fold in ("said", "told", "warned", "added")
        return not commas and not saying and not _has_subject(between)
    return False


def _has_subject(between: list[Token]) -> bool:
    """Whether a phrase that no preposition opens stands between: "officials hoped talks would resume"."""
    if not between:
        return False
    first = between[0]
    return not (
        first.fold in PREPOSITIONS
        or is_adverb(first)
        or first.fold.endswith("day")
        or first.fold in ("last", "this", "earlier")
    )
