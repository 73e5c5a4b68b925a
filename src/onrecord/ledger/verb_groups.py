"""The verbs of a sentence with what belongs to each: auxiliaries, negation, tense, aspect, voice.

There is no parser here. A word is a verb by its form and its neighbours: after a determiner it is none, after a
pronoun it is one, and so on. Sources of the classes of words: ``verbs``, ``onrecord.actors.words``.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.actors.tokens import Tokens
from onrecord.ledger.verb_auxiliaries import is_no_auxiliary, with_auxiliaries
from onrecord.ledger.verb_forms import bare_verb, infinitive
from onrecord.ledger.verb_group import Aspect, Form, Group, Tense, is_adverb
from onrecord.ledger.verb_participles import with_participles
from onrecord.ledger.verb_words import ADJECTIVE_ENDINGS
from onrecord.ledger.verbs import AUXILIARIES, CONTRACTED, verb_form

__all__ = ["Aspect", "Form", "Group", "Tense", "is_adverb", "verb_groups"]


def verb_groups(tokens: Tokens, first: int, last: int) -> list[Group]:
    """The verb groups of tokens ``first:last``, which are a sentence or part of one, in order."""
    found: list[Group] = []
    at = first
    while at < last:
        group = _group_at(tokens, at, first, last)
        if group is not None and _is_object_of(tokens, found, group):
            group = None
        if group is not None:
            found.append(_joined(tokens, found, group))
            at = group.last
        else:
            at += 1
    return with_participles(tokens, found, first, last)


def _is_object_of(tokens: Tokens, before: list[Group], group: Group) -> bool:
    """Whether a present form stands right behind a verb or an adjective, and so is a noun: "erected barricades"."""
    if group.tense != "present" or group.first != group.main or tokens[group.main].fold in AUXILIARIES:
        return False
    if before and before[-1].last == group.first:
        return before[-1].lemma not in ("say", "think", "know", "believe", "hope")
    previous = tokens[group.first - 1] if group.first else None
    return previous is not None and previous.text.islower() and previous.fold.endswith(ADJECTIVE_ENDINGS)


def _joined(tokens: Tokens, before: list[Group], group: Group) -> Group:
    """A bare base behind "and" as what it is joined to: "to push him and [force] him", "will say or [do]"."""
    known = verb_form(tokens[group.main].fold)
    base = known is not None and "VB" in known.forms and group.tense == "present" and group.first == group.main
    if not base or not before or not group.first or tokens[group.first - 1].fold not in ("and", "or", ",", "but"):
        return group
    other = before[-1]
    if other.form == "infinitive" or other.modal:
        return replace(group, form=other.form, tense=other.tense, modal=other.modal)
    return group


def _group_at(tokens: Tokens, at: int, low: int, high: int) -> Group | None:
    token = tokens[at]
    word = token.fold
    if not token.is_word and word not in AUXILIARIES:
        return None
    contracted = word.endswith(("n't", "n’t")) or word in CONTRACTED
    helper = CONTRACTED.get(word.replace("’", "'"), word[:-3]) if contracted else word
    if helper in AUXILIARIES:
        if is_no_auxiliary(tokens, at, low):
            return None
        return with_auxiliaries(tokens, at, helper, contracted, high)
    if word == "to" and at + 1 < high:
        return infinitive(tokens, at, high)
    return bare_verb(tokens, at, low, high)
